import { demoSource, demoSources } from '../../catalog/demo/setup/source-columns.ts';
import { contacts } from '../../core/entities/contacts.ts';
import { imports } from '../../core/entities/imports.ts';
import { qualityReviews } from '../../core/entities/quality-reviews.ts';
import { surveyInvitations } from '../../core/entities/surveys.ts';
import { tickets } from '../../core/entities/tickets.ts';
import { calendarEvents, schedules, slaPolicies } from '../../core/entities/working-time.ts';
import { bind, sql } from '../../core/sql/sql.ts';
import type { Derive } from '../import/import-options.ts';
import { readImportState, writeImportState } from '../import/import-state.ts';
import { removeRows } from '../import/undo-import.ts';
import { table, type Workspace } from '../store/workspace.ts';

const patient = { maxSeconds: 3600 };

/** What the demo company has beside what any import has. */
const setupEntities = [surveyInvitations, qualityReviews, schedules, slaPolicies, calendarEvents];

export interface DemoRemoveOptions {
  readonly workspace: Workspace;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly derive: Derive;
}

/**
 * Removes every demo company with its setup, and nothing else; the number of companies removed. Tickets that stay are derived anew, because schedules and
 * targets of the company may have counted for them. Begun again after a crash, it goes on.
 */
export async function removeDemo({ workspace, now, derive }: DemoRemoveOptions): Promise<number> {
  const { store, database } = workspace;
  const { rows } = await store.query<{ id: string }>(sql`SELECT id
FROM ${table(database, imports)}
WHERE sample AND source = ${bind('String', demoSource)} AND state != 'undone'`);
  for (const { id } of rows) await removeCompany(workspace, id, derive);
  if (rows.length > 0) await derive('demo removed', sql`SELECT id AS ticket_id FROM ${table(database, tickets)}`);
  for (const { id } of rows) await noteRemoved(workspace, id, now);
  return rows.length;
}

/** The tickets of the company are nobody else's, so their facts go at once and need not be looked for one by one. */
async function removeCompany(workspace: Workspace, importId: string, derive: Derive): Promise<void> {
  const { store, database } = workspace;
  const ours = sql`import_id = ${bind('String', importId)}`;
  for (const entity of setupEntities) await store.command(sql`ALTER TABLE ${table(database, entity)} DELETE WHERE ${ours}`, patient);
  for (const entity of [tickets, contacts])
    await store.command(
      sql`ALTER TABLE ${table(database, entity)} DELETE WHERE has(${bind('Array(String)', demoSources)}, source)`,
      patient,
    );
  await removeRows(workspace, importId, derive);
}

async function noteRemoved(workspace: Workspace, importId: string, now: number): Promise<void> {
  const state = await readImportState(workspace, importId);
  if (state) await writeImportState(workspace, { ...state, state: 'undone', chunks_done: 0, bytes_done: 0 }, now);
}
