import type { ChartContext } from '../../../catalog/charts/chart-context.ts';
import type { PointTarget } from '../../../catalog/charts/point-target.ts';
import { table } from '../../../catalog/charts/table.ts';
import { nameDimension } from '../../../catalog/locales/names.ts';
import type { Result } from '../../../core/model/result.ts';
import { useReader } from './language.ts';

export interface ResultTableProps {
  readonly result: Result;
  readonly context: ChartContext;
  readonly onPick: (target: PointTarget) => void;
}

/** A result as a table: every row, exact. */
export function ResultTable({ result, context, onPick }: ResultTableProps) {
  const reader = useReader();
  const view = table(result, context, (dimension) => nameDimension(dimension, reader));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached by keyboard
    <div className="scroll result" tabIndex={0}>
      <table className="grid-table">
        <thead>
          <tr>
            {view.columns.map((column, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns may share a name and never move
              <th key={index} scope="col" data-numeric={column.numeric}>
                {column.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {view.rows.map(({ cells, target }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of one answer never move
            <tr key={index}>
              {cells.map((cell, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: cells of one row never move
                <td key={column} data-numeric={view.columns[column]?.numeric}>
                  {column === 0 && target !== null ? <Pick text={cell} onPick={() => onPick(target)} /> : cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Pick({ text, onPick }: { readonly text: string; readonly onPick: () => void }) {
  return (
    <button type="button" className="link" onClick={onPick}>
      {text}
    </button>
  );
}
