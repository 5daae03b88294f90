import { rejects } from '../../core/entities/imports.ts';
import { UserError } from '../../core/model/user-error.ts';
import { bind, database as databaseName, identifier, type Sql, sql } from '../../core/sql/sql.ts';
import { table } from '../store/workspace.ts';
import type { Derive, Workspace } from './import-options.ts';
import { importedEntities } from './import-shape.ts';
import { type ImportState, readImportState, writeImportState } from './import-state.ts';
import { restoreReplaced } from './replaced-rows.ts';
import { touchedTickets } from './touched-tickets.ts';

const patient = { maxSeconds: 3600 };

export interface UndoOptions {
  readonly workspace: Workspace;
  readonly importId: string;
  readonly derive: Derive;
  /** Epoch milliseconds. */
  readonly now: number;
}

/**
 * Takes an import back: its rows leave every table, those that it had replaced come back, and the tickets they belong to are derived anew or removed.
 * Begun again after a crash, it goes on.
 */
export async function undoImport({ workspace, importId, derive, now }: UndoOptions): Promise<ImportState> {
  const state = await readImportState(workspace, importId);
  if (!state) throw new UserError('import_unknown', `there is no import ${importId}`, 404);
  if (state.state === 'undone') return state;
  await removeRows(workspace, importId, derive);
  return writeImportState(workspace, { ...state, state: 'undone', chunks_done: 0, bytes_done: 0, message: '', code: '' }, now);
}

/** Removes the rows of an import from every table. The touched tickets are noted first, so that nothing is forgotten if this is cut short. */
export async function removeRows(workspace: Workspace, importId: string, derive: Derive): Promise<void> {
  const { store, database } = workspace;
  const touched = sql`${databaseName(database)}.${identifier(`import_undo_${importId.slice(0, 16)}`)}`;
  await store.command(sql`CREATE TABLE IF NOT EXISTS ${touched} (ticket_id String)
ENGINE = ReplacingMergeTree
ORDER BY ticket_id`);
  await store.command(sql`INSERT INTO ${touched} ${touchedTickets(database, importId)}`, patient);
  for (const entity of [...importedEntities, rejects]) await removeFrom(workspace, table(database, entity), importId);
  await restoreReplaced(workspace, importId);
  await derive(importId, sql`SELECT ticket_id FROM ${touched}`);
  await store.command(sql`DROP TABLE ${touched} SYNC`);
}

async function removeFrom({ store }: Workspace, rows: Sql, importId: string): Promise<void> {
  await store.command(sql`ALTER TABLE ${rows} DELETE WHERE import_id = ${bind('String', importId)}`, patient);
}
