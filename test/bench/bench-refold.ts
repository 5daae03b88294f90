import { ticketEvents } from '../../src/core/entities/ticket-events.ts';
import { tickets as ticketTable } from '../../src/core/entities/tickets.ts';
import { sql } from '../../src/core/sql/sql.ts';
import { measureFold } from '../../src/core/tickets/fold-speed.bench.ts';
import { readEvents } from '../../src/engine/ingest/read-events.ts';
import { createTables } from '../../src/engine/store/schema.ts';
import type { Store } from '../../src/engine/store/store.ts';
import { createDatabase, dropDatabase, table, type Workspace } from '../../src/engine/store/workspace.ts';
import { openBenchDeriver } from './bench-deriver.ts';
import { eventsPerTicket, makeEvents } from './make-events.ts';
import { type Measurement, thousands, timed } from './measure.ts';
import { keepOfficeHours } from './office-hours.ts';

const mostTickets = 250_000;
const goal = 1_000_000;

/** Times the fold alone, and a whole re-fold: stored events read, folded and written, for tickets that stand there already. */
export async function benchRefold(store: Store, count: number): Promise<readonly Measurement[]> {
  const tickets = Math.min(count, mostTickets);
  const workspace = { store, database: 'bench_fold' };
  await createDatabase(store, workspace.database);
  await createTables(store, workspace.database);
  await keepOfficeHours(workspace);
  await makeEvents(workspace, tickets);
  const refold = await timeRefold(workspace, tickets);
  await dropDatabase(store, workspace.database);
  const alone = measureFold(Math.min(tickets, 100_000));
  const events = tickets * eventsPerTicket;
  const whole = events / (refold.wholeMs / 1000);
  const reading = events / (refold.readingMs / 1000);
  return [
    { what: 'fold alone, on one thread', figure: `${thousands(alone)} events/s`, goal: '≥ 1,000 k', met: alone >= goal, note: '' },
    {
      what: `re-fold of ${tickets.toLocaleString('en')} tickets from stored events`,
      figure: `${thousands(whole)} events/s`,
      goal: '≥ 1,000 k',
      met: whole >= goal,
      note: `${events.toLocaleString('en')} events; reading them alone ${thousands(reading)} events/s`,
    },
  ];
}

async function timeRefold(workspace: Workspace, tickets: number): Promise<{ wholeMs: number; readingMs: number }> {
  const deriver = await openBenchDeriver(workspace);
  const all = sql`SELECT DISTINCT ticket_id FROM ${table(workspace.database, ticketEvents)}`;
  await deriver.derive('bench', all);
  const wholeMs = await timed(() => deriver.derive('bench', all));
  await checkFolded(workspace, tickets);
  const readingMs = await timed(async () => [...(await readEvents(workspace, all))].length);
  return { wholeMs, readingMs };
}

async function checkFolded({ store, database }: Workspace, tickets: number): Promise<void> {
  const { rows } = await store.query<{ folded: number }>(
    sql`SELECT countIf(solves = 1 AND agent_replies = 2 AND length(slas) > 0) AS folded FROM ${table(database, ticketTable)}`,
  );
  if (rows[0]?.folded !== tickets) throw new Error(`${rows[0]?.folded} of ${tickets} tickets were folded`);
}
