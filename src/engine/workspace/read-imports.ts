import { imports, rejects } from '../../core/entities/imports.ts';
import type { Output } from '../../core/model/endpoints/index.ts';
import type { Row } from '../../core/model/entity.ts';
import { UserError } from '../../core/model/user-error.ts';
import { bind, type Sql, sql } from '../../core/sql/sql.ts';
import { touchedTickets } from '../import/touched-tickets.ts';
import { table, type Workspace } from '../store/workspace.ts';
import { isoInstant } from './row-values.ts';

export type ImportState = Output<'import'>;
type StoredImport = Omit<Row<typeof imports>, 'started_at' | 'updated_at'> & { readonly started_at: string; readonly updated_at: string };

const most = 1_000;

/** Imports, newest first. */
export async function readImports(workspace: Workspace): Promise<ImportState[]> {
  return (await select(workspace, sql`true`)).map(stateOf);
}

/**
 * One import with the tickets that its rows belong to and what was refused.
 * @throws UserError when there is no such import
 */
export async function readImport(workspace: Workspace, id: string): Promise<ImportState> {
  const [row] = await select(workspace, sql`id = ${bind('String', id)}`);
  if (!row) throw new UserError('unknown_import', `There is no import ${JSON.stringify(id)}; GET /api/imports lists them.`, 404);
  const state = stateOf(row);
  if (state.state === 'running') return state;
  const [tickets, rejectedBy] = await Promise.all([countTickets(workspace, id), countRejects(workspace, id)]);
  return { ...state, tickets, rejectedBy };
}

async function countTickets({ store, database }: Workspace, id: string): Promise<number> {
  const { rows } = await store.query<{ count: number }>(sql`SELECT count() AS count FROM (${touchedTickets(database, id)})`);
  return rows[0]?.count ?? 0;
}

async function countRejects({ store, database }: Workspace, id: string): Promise<Record<string, number>> {
  const { rows } = await store.query<{ reason: string; count: number }>(sql`SELECT reason, count() AS count
FROM ${table(database, rejects)}
WHERE import_id = ${bind('String', id)}
GROUP BY reason
ORDER BY count DESC, reason`);
  return Object.fromEntries(rows.map((row) => [row.reason, row.count]));
}

/** Rows of an import that could not be used, in order of their lines. */
export async function readRejects({ store, database }: Workspace, id: string, limit: number): Promise<Output<'rejects'>> {
  const { rows } = await store.query<Output<'rejects'>[number]>(sql`SELECT member, line, reason, column, value, raw
FROM ${table(database, rejects)}
WHERE import_id = ${bind('String', id)}
ORDER BY member, line, reason
LIMIT ${bind('UInt64', limit)}`);
  return [...rows];
}

async function select({ store, database }: Workspace, condition: Sql): Promise<readonly StoredImport[]> {
  const { rows } = await store.query<StoredImport>(sql`SELECT *
FROM ${table(database, imports)}
WHERE ${condition}
ORDER BY started_at DESC, id
LIMIT ${bind('UInt64', most)}`);
  return rows;
}

function stateOf(row: StoredImport): ImportState {
  const startedAt = isoInstant(row.started_at);
  const updatedAt = isoInstant(row.updated_at);
  const seconds = (Date.parse(updatedAt) - Date.parse(startedAt)) / 1000;
  return {
    id: row.id,
    source: row.source,
    target: row.target,
    fileName: row.file_name,
    state: row.state,
    startedAt,
    updatedAt,
    bytes: row.bytes,
    bytesDone: row.bytes_done,
    rowsRead: row.rows_read,
    rowsAccepted: row.rows_accepted,
    rowsRejected: row.rows_rejected,
    rowsUnchanged: row.rows_unchanged,
    phase: row.state === 'running' ? 'reading' : null,
    rowsPerSecond: seconds > 0 ? Math.round(row.rows_read / seconds) : null,
    secondsLeft: secondsLeft(row, seconds),
    message: row.message,
    code: row.code,
    sample: row.sample,
    tickets: null,
    rejectedBy: {},
    unmapped: [],
    notes: [],
    remarks: [],
    unchanged: false,
  };
}

function secondsLeft(row: StoredImport, seconds: number): number | null {
  if (row.state !== 'running' || row.bytes_done === 0) return null;
  return Math.round((seconds * (row.bytes - row.bytes_done)) / row.bytes_done);
}
