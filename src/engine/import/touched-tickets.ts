import { messages } from '../../core/entities/messages.ts';
import { ticketEvents } from '../../core/entities/ticket-events.ts';
import { ticketRecords } from '../../core/entities/ticket-records.ts';
import { bind, type Sql, sql } from '../../core/sql/sql.ts';
import { table } from '../store/workspace.ts';

/** The tickets that rows of an import belong to: a SELECT of one column `ticket_id`, each once. */
export function touchedTickets(database: string, importId: string): Sql {
  const id = bind('String', importId);
  return sql`SELECT DISTINCT ticket_id
FROM (
  SELECT id AS ticket_id FROM ${table(database, ticketRecords)} WHERE import_id = ${id}
  UNION ALL
  SELECT ticket_id FROM ${table(database, ticketEvents)} WHERE import_id = ${id}
  UNION ALL
  SELECT ticket_id FROM ${table(database, messages)} WHERE import_id = ${id}
)`;
}
