import { imports } from '../../core/entities/imports.ts';
import { bind, sql } from '../../core/sql/sql.ts';
import { table } from '../store/workspace.ts';
import type { Workspace } from './import-options.ts';
import { readImportState, writeImportState } from './import-state.ts';

export interface CutShortOptions {
  readonly workspace: Workspace;
  /** Epoch milliseconds. */
  readonly now: number;
  /** An import that wrote nothing for so long has no process any more; null where no other process can write. */
  readonly silentMs: number | null;
}

const message = 'The process that imported it ended before the file was in. Import the same file again: it goes on where it stopped';

/** Says of imports whose process died that they were cut short; loads of the sample are gone on with by themselves. Resolves to their file names. */
export async function endCutShort({ workspace, now, silentMs }: CutShortOptions): Promise<string[]> {
  const { store, database } = workspace;
  const silent = silentMs === null ? sql`true` : sql`updated_at <= fromUnixTimestamp64Milli(${bind('Int64', now - silentMs)}, 'UTC')`;
  const { rows } = await store.query<{ id: string }>(sql`SELECT id
FROM ${table(database, imports)}
WHERE state = 'running' AND NOT sample AND ${silent}
ORDER BY id`);
  const ended: string[] = [];
  for (const { id } of rows) {
    const state = await readImportState(workspace, id);
    if (state === null) continue;
    await writeImportState(workspace, { ...state, state: 'failed', message, code: 'import_cut_short' }, now);
    ended.push(state.file_name);
  }
  return ended;
}
