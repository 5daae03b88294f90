import { schedules } from '../../core/entities/working-time.ts';
import type { Row } from '../../core/model/entity.ts';
import { sql } from '../../core/sql/sql.ts';
import { table, type Workspace } from '../store/workspace.ts';

const weekdays = [1, 2, 3, 4, 5];

/** Monday to Friday, 9 to 18 local: what a workspace works by until it says otherwise. `version` in epoch milliseconds. */
export function defaultSchedule(zone: string, version: number): Omit<Row<typeof schedules>, 'received_at'> {
  return {
    id: 'earshot:default',
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

/** Gives the workspace the default schedule when it has none; true when it did. */
export async function ensureSchedule(workspace: Workspace, zone: string, nowMs: number): Promise<boolean> {
  const { rows } = await workspace.store.query<{ known: number }>(sql`SELECT count() AS known
FROM ${table(workspace.database, schedules)}`);
  if ((rows[0]?.known ?? 0) > 0) return false;
  await workspace.store.insert(workspace.database, schedules, [defaultSchedule(zone, nowMs)]);
  return true;
}
