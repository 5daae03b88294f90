import { schedules } from '../../core/entities/working-time.ts';
import type { Row } from '../../core/model/entity.ts';
import { bind, sql } from '../../core/sql/sql.ts';
import { hasRows } from '../ingest/has-rows.ts';
import { table, type Workspace } from '../store/workspace.ts';
import type { CalendarSettingsKeeper } from './calendar-settings.ts';
import type { WrittenSignal } from './written-signal.ts';

const defaultId = 'earshot:default';
const weekdays = [1, 2, 3, 4, 5];

/** Monday to Friday, 9 to 18 local: what a workspace works by until it says otherwise. `version` in epoch milliseconds. */
function defaultSchedule(zone: string, version: number): Omit<Row<typeof schedules>, 'received_at'> {
  return {
    id: defaultId,
    source: 'earshot',
    version,
    import_id: '',
    name: 'Default',
    zone,
    valid_from: 0,
    is_default: true,
    hours: weekdays.map((weekday) => ({ weekday, from_minute: 9 * 60, to_minute: 18 * 60 })),
    holidays: [],
  };
}

/** Gives the workspace the default schedule when it has none. After the first time it looks again only when schedules were written or removed. */
export function schedulePreparation(
  workspace: Workspace,
  settings: CalendarSettingsKeeper,
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

/** Moves the default schedule to another zone; false when the workspace does not work by it. */
export async function moveDefaultSchedule(workspace: Workspace, zone: string, nowMs: number): Promise<boolean> {
  const { rows } = await workspace.store.query<{ version: number; zone: string }>(sql`SELECT version, zone
FROM ${table(workspace.database, schedules)}
WHERE id = ${bind('String', defaultId)}`);
  const [current] = rows;
  if (!current || current.zone === zone) return false;
  await workspace.store.insert(workspace.database, schedules, [defaultSchedule(zone, Math.max(nowMs, current.version + 1))]);
  return true;
}

async function ensureSchedule(workspace: Workspace, settings: CalendarSettingsKeeper, clock: () => number): Promise<void> {
  if (await hasRows(workspace, schedules)) return;
  const { zone } = await settings.read();
  await workspace.store.insert(workspace.database, schedules, [defaultSchedule(zone, clock())]);
}
