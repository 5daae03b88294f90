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
  const { rows } = await store.query<{ some: number }>(sql`SELECT 1 AS some FROM ${table(database, tracesTable)} LIMIT 1`);
  return { tickets, traces: sql`SELECT external, email, phone FROM ${table(database, tracesTable)}`, hasTraces: rows.length > 0 };
}

/** Frees the memory of the slice. */
export async function emptyWorkingSlice({ store, database }: Workspace): Promise<void> {
  await store.command(sql`TRUNCATE TABLE ${table(database, ticketsTable)}`);
  await store.command(sql`TRUNCATE TABLE ${table(database, tracesTable)}`);
}
