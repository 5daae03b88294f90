import { messages } from '../../core/entities/messages.ts';
import { ticketEvents } from '../../core/entities/ticket-events.ts';
import { ticketRecords } from '../../core/entities/ticket-records.ts';
import { type Sql, sql } from '../../core/sql/sql.ts';
import { table } from '../store/workspace.ts';

/** The customers' traces in everything that is stored about the tickets of a slice: `ticket_id, external, email, phone`. */
export function tracesOfTickets(database: string, slice: Sql): Sql {
  const traced = [
    sql`SELECT id AS ticket_id, requester_external_id, requester_email, requester_phone FROM ${table(database, ticketRecords)} WHERE id IN (${slice})`,
    sql`SELECT ticket_id, requester_external_id, requester_email, requester_phone FROM ${table(database, ticketEvents)} WHERE ticket_id IN (${slice})`,
    sql`SELECT ticket_id, requester_external_id, requester_email, requester_phone FROM ${table(database, messages)} WHERE ticket_id IN (${slice})`,
  ];
  const [records, events, said] = traced.map(
    (statement) => sql`${statement} AND (requester_external_id != '' OR requester_email != '' OR requester_phone != '')`,
  );
  return sql`SELECT DISTINCT requester_external_id AS external, requester_email AS email, requester_phone AS phone
FROM (${records ?? sql``}
UNION ALL ${events ?? sql``}
UNION ALL ${said ?? sql``})`;
}
