import { ticketEvents } from '../../src/core/entities/ticket-events.ts';
import { integer, sql } from '../../src/core/sql/sql.ts';
import { table, type Workspace } from '../../src/engine/store/workspace.ts';

/** Events that each made ticket has. */
export const eventsPerTicket = 8;

const startMs = Date.UTC(2025, 0, 6);
const minuteMs = 60_000;
const patient = { maxSeconds: 3600 };

/** Fills a workspace with tickets of eight events: opened, asked, assigned, answered, asked again, answered, solved, closed; every tenth is reopened in place of closing. */
export async function makeEvents({ store, database }: Workspace, tickets: number): Promise<void> {
  await store.command(
    sql`INSERT INTO ${table(database, ticketEvents)} (id, source, version, import_id, ticket_id, at, sequence, kind, actor_kind, actor_id, requester_email,
  public, status, priority, assignee_id, team_id, channel, category)
WITH
  intDiv(number, ${integer(eventsPerTicket)}) AS ticket,
  number % ${integer(eventsPerTicket)} AS step,
  concat('bench:', toString(ticket)) AS ticket_name,
  concat('bench:agent-', toString(ticket % 24)) AS agent,
  step = 7 AND ticket % 10 = 0 AS asks_again,
  step IN (1, 4) OR asks_again AS asks,
  step IN (3, 5) AS answers,
  ${integer(startMs)} + (ticket % 500000) * ${integer(2 * minuteMs)} + [0, 0, 3, 95, 300, 420, 421, 1500][step + 1] * ${integer(minuteMs)} AS ms
SELECT concat(ticket_name, '-', toString(step)), 'bench', ms, 'bench', ticket_name, fromUnixTimestamp64Milli(toInt64(ms), 'UTC'), step,
  multiIf(step = 0, 'created', asks OR answers, 'message', 'update'),
  if(asks OR step = 0, 'customer', 'human'),
  if(asks OR step = 0, '', agent),
  if(step = 0, concat('person', toString(cityHash64(ticket) % ${integer(Math.max(1, Math.ceil(tickets * 0.3)))}), '@example.org'), ''),
  if(asks OR answers, true, NULL),
  multiIf(step IN (2, 4) OR asks_again, 'open', step = 3, 'pending', step = 6, 'solved', step = 7, 'closed', NULL),
  if(step = 0, if(ticket % 20 = 0, 'urgent', 'normal'), NULL),
  if(step = 2, agent, NULL),
  if(step = 2, concat('bench:team-', toString(ticket % 5)), NULL),
  if(step = 0, 'email', NULL),
  if(step = 0, 'shipping', NULL)
FROM numbers(${integer(tickets * eventsPerTicket)})`,
    patient,
  );
}
