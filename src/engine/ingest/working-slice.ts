import { type Sql, sql } from '../../core/sql/sql.ts';
import { table, type Workspace } from '../store/workspace.ts';
import { tracesOfTickets } from './traces.ts';

const patient = { maxSeconds: 3600 };
const ticketsTable = { name: 'deriving_tickets' };
const tracesTable = { name: 'deriving_traces' };

/** The tickets of one slice and the traces on them, worked out once and kept in memory while the slice is derived. */
export interface WorkingSlice {
  /** Selects one column `ticket_id`. */
  readonly tickets: Sql;
  /** How many they are. */
  readonly count: number;
  /** Selects `external, email, phone`, each set of traces once. */
  readonly traces: Sql;
  readonly hasTraces: boolean;
}

/** Fills the two tables of a workspace that hold the slice that is being derived. Only one is derived at a time. */
export async function fillWorkingSlice(workspace: Workspace, slice: Sql): Promise<WorkingSlice> {
  const { store, database } = workspace;
  await store.command(sql`CREATE TABLE IF NOT EXISTS ${table(database, ticketsTable)} (ticket_id String) ENGINE = Memory`);
  await store.command(
    sql`CREATE TABLE IF NOT EXISTS ${table(database, tracesTable)} (external String, email String, phone String) ENGINE = Memory`,
  );
  await emptyWorkingSlice(workspace);
  await store.command(sql`INSERT INTO ${table(database, ticketsTable)} SELECT DISTINCT ticket_id FROM (${slice})`, patient);
  const tickets = sql`SELECT ticket_id FROM ${table(database, ticketsTable)}`;
  await store.command(sql`INSERT INTO ${table(database, tracesTable)} ${tracesOfTickets(database, tickets)}`, patient);
  const traces = sql`SELECT external, email, phone FROM ${table(database, tracesTable)}`;
  const { rows } = await store.query<{ tickets: number; traces: number }>(
    sql`SELECT (SELECT count() FROM (${tickets})) AS tickets, (SELECT count() FROM (${traces})) AS traces`,
  );
  return { tickets, count: Number(rows[0]?.tickets ?? 0), traces, hasTraces: Number(rows[0]?.traces ?? 0) > 0 };
}

/** Frees the memory of the slice. */
export async function emptyWorkingSlice({ store, database }: Workspace): Promise<void> {
  await store.command(sql`TRUNCATE TABLE ${table(database, ticketsTable)}`);
  await store.command(sql`TRUNCATE TABLE ${table(database, tracesTable)}`);
}
