import type { CSSProperties } from 'react';
import type { ChartContext } from '../../../catalog/charts/chart-context.ts';
import { type ComparisonCell, comparisonTable } from '../../../catalog/charts/comparison-table.ts';
import type { PointTarget } from '../../../catalog/charts/point-target.ts';
import { nameDimension } from '../../../catalog/locales/names.ts';
import type { Result } from '../../../core/model/result.ts';
import { useReader } from './language.ts';

export interface ComparisonFiguresProps {
  readonly result: Result;
  readonly context: ChartContext;
  readonly onPick: (target: PointTarget) => void;
}

/** Groups down, metrics across, each figure with its change. */
export function ComparisonFigures({ result, context, onPick }: ComparisonFiguresProps) {
  const reader = useReader();
  const { metrics, rows } = comparisonTable(result, context);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached by keyboard
    <div className="scroll comparison" tabIndex={0}>
      <table className="grid-table" data-crowded={metrics.length > 2}>
        <thead>
          <tr>
            <th scope="col">{result.dimensions.map((dimension) => nameDimension(dimension, reader)).join(' · ')}</th>
            {metrics.map(({ name, changePx }) => (
              <th key={name} scope="col" data-numeric data-changing={changePx > 0} style={widthOf(changePx)}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, whole, cells }) => (
            <tr key={`${whole} ${name}`} data-whole={whole}>
              <th scope="row">{name}</th>
              {cells.map((cell, column) => (
                <td key={cell.metric} data-numeric title={cell.basis} style={widthOf(metrics[column]?.changePx ?? 0)}>
                  <Cell cell={cell} changePx={metrics[column]?.changePx ?? 0} onPick={onPick} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The room that changes have in a column, so that its values stand below each other. */
function widthOf(changePx: number): CSSProperties {
  return { '--change': `${changePx}px` } as CSSProperties;
}

interface CellProps {
  readonly cell: ComparisonCell;
  readonly changePx: number;
  readonly onPick: (target: PointTarget) => void;
}

function Cell({ cell, changePx, onPick }: CellProps) {
  const { text, change, verdict, few, target } = cell;
  const figure =
    target === null || text === '–' ? (
      <span data-few={few}>{text}</span>
    ) : (
      <button type="button" className="plain" data-few={few} onClick={() => onPick(target)}>
        {text}
      </button>
    );
  return (
    <>
      {figure}
      {changePx > 0 && (
        <span className="change-cell" data-verdict={verdict}>
          {change}
        </span>
      )}
    </>
  );
}
