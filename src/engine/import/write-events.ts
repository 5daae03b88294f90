import { ticketEvents } from '../../core/entities/ticket-events.ts';
import { type Sql, sql } from '../../core/sql/sql.ts';
import { entityValues, insertSelect, type StagedRows, usable } from './staged-rows.ts';
import { origin } from './write-tickets.ts';

/** Events as they are; one that does not say what it is, is an update. */
export function writeEvents(staged: StagedRows): Sql[] {
  const kind = staged.compiled.has('kind') ? sql`if(rows.kind = '', 'update', rows.kind)` : sql`'update'`;
  const values = { ...entityValues(staged, ticketEvents), ...origin(staged), id: sql`rows.id`, version: sql`rows.version`, kind };
  return [insertSelect(staged, ticketEvents, values, sql`FROM ${usable(staged)} AS rows\nORDER BY rows.ticket_id, rows.id, rows.line`)];
}
