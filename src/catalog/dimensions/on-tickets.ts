import type { Sql } from '../../core/sql/sql.ts';

const ticketDatasets = [
  'tickets',
  'unsolved_tickets',
  'ticket_slas',
  'ticket_replies',
  'ticket_cycles',
  'ticket_statuses',
  'ticket_assignments',
] as const;

/** The same expression on every dataset that is read from the table of tickets. */
export function onTickets(expression: Sql): Readonly<Record<(typeof ticketDatasets)[number], Sql>> {
  return Object.fromEntries(ticketDatasets.map((name) => [name, expression])) as Record<(typeof ticketDatasets)[number], Sql>;
}
