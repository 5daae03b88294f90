import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { nameColumn } from '../../../catalog/locales/columns.ts';
import type { RowsResult } from '../../../core/model/result.ts';
import { useReader } from './language.ts';
import { type CellContext, nameCell } from './name-cell.ts';
import type { TicketOrder } from './ticket-search.ts';

export interface TicketTableProps {
  readonly rows: RowsResult['rows'];
  readonly columns: readonly string[];
  readonly context: CellContext;
  readonly order: TicketOrder | undefined;
  readonly chosen: string | undefined;
  readonly onSort: (order: TicketOrder | undefined) => void;
  readonly onChoose: (ticket: string) => void;
}

/** Tickets in the columns that were chosen. A head sorts by its column, upwards, downwards and not at all; a row opens its ticket. */
export function TicketTable({ rows, columns, context, order, chosen, onSort, onChoose }: TicketTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached by keyboard
    <div className="scroll ticket-scroll" tabIndex={0}>
      <table className="grid-table">
        <thead>
          <tr>
            {columns.map((column) => (
              <SortHead key={column} column={column} order={order} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const id = String(row.id);
            return (
              <tr key={id} data-chosen={id === chosen} data-ticket={id}>
                {columns.map((column, place) => {
                  const text = nameCell(column, row[column], context);
                  return (
                    <td key={column} title={text}>
                      {place === 0 ? (
                        <button type="button" className="link" onClick={() => onChoose(id)}>
                          {text === '' ? id : text}
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

function SortHead({ column, order, onSort }: Pick<TicketTableProps, 'order' | 'onSort'> & { readonly column: string }) {
  const { say, locale } = useReader();
  const name = nameColumn(column, locale);
  const own = order?.column === column ? order : undefined;
  const next = own === undefined ? { column, descending: false } : own.descending ? undefined : { column, descending: true };
  return (
    <th scope="col" aria-sort={own === undefined ? 'none' : own.descending ? 'descending' : 'ascending'}>
      <button type="button" className="sort-head" aria-label={say('tickets.sort', { name })} onClick={() => onSort(next)}>
        {name}
        {own !== undefined && (own.descending ? <IconArrowDown size={12} aria-hidden /> : <IconArrowUp size={12} aria-hidden />)}
      </button>
    </th>
  );
}
