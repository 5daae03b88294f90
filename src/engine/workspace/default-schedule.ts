import { schedules } from '../../core/entities/working-time.ts';
import type { Row } from '../../core/model/entity.ts';
import { defaultSchedule, defaultScheduleId } from '../../core/model/settings/default-settings.ts';
import { hasRows } from '../ingest/has-rows.ts';
import { historyOf, readStoredSchedules, scheduleRow } from '../ingest/schedule-store.ts';
import type { Workspace } from '../store/workspace.ts';
import type { SettingsKeeper } from './settings/settings-keeper.ts';
import type { WrittenSignal } from './written-signal.ts';

/** The schedule that a workspace works by until it says otherwise, for always. `version` in epoch milliseconds. */
function rowOfDefault(zone: string, version: number): Row<typeof schedules> {
  return scheduleRow(defaultSchedule(zone), { version, valid_from: 0 });
}

/** Gives the workspace the default schedule when it has none. After the first time it looks again only when schedules were written or removed. */
export function schedulePreparation(
  workspace: Workspace,
  settings: SettingsKeeper,
  written: WrittenSignal,
  clock: () => number,
): () => Promise<void> {
  let prepared: Promise<void> | null = null;
  const forget = () => {
    prepared = null;
  };
  written.listen(({ entities }) => {
    if (entities.includes('schedules')) forget();
  });
  return () => {
    prepared ??= ensureSchedule(workspace, settings, clock).catch((error) => {
      forget();
      throw error;
    });
    return prepared;
  };
}

/** Whether the hours of the default schedule are still those that nobody has chosen. */
export async function worksByDefault(workspace: Workspace): Promise<boolean> {
  return (await unchosenDefault(workspace)) !== null;
}

/** Moves the default schedule to another zone, unless somebody has chosen its hours. */
export async function moveDefaultSchedule(workspace: Workspace, zone: string, nowMs: number): Promise<void> {
  const current = await unchosenDefault(workspace);
  if (current && current.zone !== zone)
    await workspace.store.insert(workspace.database, schedules, [rowOfDefault(zone, Math.max(nowMs, current.version + 1))]);
}

async function unchosenDefault(workspace: Workspace): Promise<Row<typeof schedules> | null> {
  const [only, ...more] = historyOf(await readStoredSchedules(workspace), defaultScheduleId);
  if (!only || more.length > 0) return null;
  const untouched = { ...rowOfDefault(only.zone, only.version), import_id: only.import_id };
  return JSON.stringify(inOrder(untouched)) === JSON.stringify(inOrder(only)) ? only : null;
}

function inOrder(row: Row<typeof schedules>): unknown {
  return Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1));
}

async function ensureSchedule(workspace: Workspace, settings: SettingsKeeper, clock: () => number): Promise<void> {
  if (await hasRows(workspace, schedules)) return;
  const { zone } = await settings.read('calendar');
  await workspace.store.insert(workspace.database, schedules, [rowOfDefault(zone, clock())]);
}
