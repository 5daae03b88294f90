import { formatCount } from '../../../catalog/charts/format-number.ts';
import type { Output } from '../../../core/model/endpoints/index.ts';
import { useReader } from './language.ts';
import { sayReason } from './say-remark.ts';

export interface RejectsTableProps {
  readonly rejects: Output<'rejects'>;
}

/** Rows that could not be used: line, reason, column and value. */
export function RejectsTable({ rejects }: RejectsTableProps) {
  const { say, locale } = useReader();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached by keyboard
    <div className="scroll" style={{ maxHeight: 280 }} tabIndex={0}>
      <table className="grid-table">
        <thead>
          <tr>
            {(['import.line', 'import.reason', 'import.column', 'import.value'] as const).map((key) => (
              <th key={key} scope="col" data-numeric={key === 'import.line'}>
                {say(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rejects.map((reject) => (
            <tr key={`${reject.line} ${reject.reason} ${reject.column}`}>
              <td data-numeric="true">{formatCount(reject.line, locale)}</td>
              <td>{sayReason(reject.reason, say)}</td>
              <td>{reject.column}</td>
              <td title={reject.raw}>{reject.value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
