import { nameColumn } from '../../../catalog/locales/columns.ts';
import type { RowsResult } from '../../../core/model/result.ts';
import type { CellContext } from './name-cell.ts';
import { columnsToRead, nameRowCell } from './name-score.ts';

export interface RowsTableProps {
  readonly rows: Pick<RowsResult, 'columns' | 'rows'>;
  readonly context: CellContext;
  /** Id of the ticket that is read. */
  readonly chosen?: string | undefined;
  readonly onChoose?: (ticket: string) => void;
}

/** Rows as a table; the first cell leads to the ticket of the row. */
export function RowsTable({ rows, context, chosen, onChoose }: RowsTableProps) {
  const columns = columnsToRead(rows.columns);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached by keyboard
    <div className="scroll" tabIndex={0}>
      <table className="grid-table">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {nameColumn(column, context.reader.locale)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.rows.map((row, index) => {
            const ticket = ticketOf(row);
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: a ticket may stand in several rows, and rows never move
              <tr key={index} data-chosen={ticket !== null && ticket === chosen}>
                {columns.map((column, place) => {
                  const text = nameRowCell(column, row, context);
                  return (
                    <td key={column} title={text}>
                      {place === 0 && ticket !== null && onChoose !== undefined ? (
                        <button type="button" className="link" onClick={() => onChoose(ticket)}>
                          {text}
                        </button>
                      ) : (
                        text
                      )}
                    </td>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function ticketOf(row: Readonly<Record<string, unknown>>): string | null {
  const id = 'ticket_id' in row ? row.ticket_id : row.id;
  return typeof id === 'string' && id !== '' ? id : null;
}
