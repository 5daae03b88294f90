import { useHotkeys } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import type { RowsResult } from '../../../core/model/result.ts';
import { type TicketChange, type TicketSearch, ticketsAPage } from './ticket-search.ts';

type Rows = Pick<RowsResult, 'rows' | 'count'>;

/** j and k, and the arrow keys while a ticket is open, go from ticket to ticket, over the end of a page too; Escape closes it. */
export function useTicketKeys(
  data: Rows | undefined,
  search: TicketSearch,
  change: (change: TicketChange, replace?: boolean) => void,
): void {
  const entering = useRef<'first' | 'last' | null>(null);
  const ids = data?.rows.map((row) => String(row.id)) ?? [];
  const open = search.ticket !== undefined;

  // A step over the end of a page opens the ticket beyond it as soon as that page is there.
  useEffect(() => {
    const id = entering.current === 'first' ? ids[0] : ids.at(-1);
    if (entering.current === null || id === undefined || ids.includes(search.ticket ?? '')) return;
    entering.current = null;
    change({ ticket: id, page: search.page }, true);
  });

  const step = (by: 1 | -1) => {
    const to = placeAfter(ids, search, data?.count ?? 0, by);
    if (to === null) return;
    if (to.ticket !== undefined) return change({ ticket: to.ticket }, open);
    entering.current = by === 1 ? 'first' : 'last';
    change({ page: to.page === 1 ? undefined : to.page }, true);
  };
  const whenOpen = (by: 1 | -1) => open && step(by);
  useHotkeys([
    ['j', () => step(1)],
    ['k', () => step(-1)],
    ['ArrowDown', () => whenOpen(1), { preventDefault: open }],
    ['ArrowUp', () => whenOpen(-1), { preventDefault: open }],
    ['Escape', () => open && change({ ticket: undefined })],
  ]);
}

/** Where a step leads: to a ticket of this page, to the page beyond it, or nowhere. Without an open ticket it leads to the first. */
function placeAfter(
  ids: readonly string[],
  { ticket = '', page = 1 }: TicketSearch,
  count: number,
  by: 1 | -1,
): { ticket: string } | { ticket?: undefined; page: number } | null {
  const at = ids.indexOf(ticket);
  const next = at === -1 ? ids[0] : at + by < 0 ? undefined : ids[at + by];
  if (next !== undefined) return { ticket: next };
  const beyond = page + by;
  return beyond < 1 || (beyond - 1) * ticketsAPage >= count ? null : { page: beyond };
}
