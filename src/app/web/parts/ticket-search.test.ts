import { describe, expect, it } from 'vitest';
import { columnTexts } from '../../../catalog/locales/columns.ts';
import { metrics } from '../../../catalog/metrics/index.ts';
import { tickets } from '../../../core/entities/tickets.ts';
import { rowsQuerySchema } from '../../../core/model/query.ts';
import { readTicketSearch, ticketColumns, ticketRows, ticketTimes } from './ticket-search.ts';

describe('the address of the ticket list', () => {
  it('drops what it does not understand', () => {
    const raw = { time: 'someday', columns: ['id', 5, 'id'], order: { descending: true }, find: '', page: '-3', ticket: 'zendesk:1' };
    expect(readTicketSearch(raw)).toEqual({ columns: ['id'], ticket: 'zendesk:1' });
  });

  it('asks for one page of the rows that it shows, and for the id that leads to each', () => {
    const search = readTicketSearch({ columns: ['subject'], order: { column: 'subject', descending: true }, find: 'refund', page: 3 });
    const question = ticketRows(search);
    expect(question).toMatchObject({
      columns: ['subject', 'id'],
      order: { column: 'subject', descending: true },
      search: 'refund',
      limit: 100,
      offset: 200,
    });
    expect(rowsQuerySchema.safeParse(question).success).toBe(true);
  });

  it('counts by metrics that there are', () => {
    const names = metrics.map(({ name }) => name);
    for (const time of ticketTimes) expect(names).toContain(ticketRows({ time }).metric.replace(/_median$/, ''));
  });

  it('offers columns that tickets have, each with a name', () => {
    expect(ticketColumns.filter((column) => !(column in tickets.columns) || !(column in columnTexts))).toEqual([]);
  });
});
