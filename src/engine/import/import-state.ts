import { imports } from '../../core/entities/imports.ts';
import type { Row } from '../../core/model/entity.ts';
import { bind, sql } from '../../core/sql/sql.ts';
import { table } from '../store/workspace.ts';
import type { Workspace } from './import-options.ts';

/** The row of an import in `imports`. Instants are epoch milliseconds. */
export type ImportState = Row<typeof imports>;

/** The import as it stands; null when there is none. */
export async function readImportState({ store, database }: Workspace, importId: string): Promise<ImportState | null> {
  const { rows } = await store.query<ImportState & { started_ms: number; updated_ms: number }>(sql`SELECT
  *,
  toUnixTimestamp64Milli(started_at) AS started_ms,
  toUnixTimestamp64Milli(updated_at) AS updated_ms
FROM ${table(database, imports)}
WHERE id = ${bind('String', importId)}`);
  const found = rows[0];
  if (!found) return null;
  const { started_ms, updated_ms, ...row } = found;
  return { ...row, started_at: Number(started_ms), updated_at: Number(updated_ms) };
}

/** Writes the next state of an import. Durable when the promise resolves. */
export async function writeImportState({ store, database }: Workspace, state: ImportState, nowMs: number): Promise<ImportState> {
  const next = { ...state, revision: Math.max(state.revision + 1, nowMs), updated_at: nowMs };
  await store.insert(database, imports, [next]);
  return next;
}
