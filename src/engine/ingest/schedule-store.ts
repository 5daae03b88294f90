import { teams } from '../../core/entities/people.ts';
import { schedules, teamSchedules } from '../../core/entities/working-time.ts';
import type { Row } from '../../core/model/entity.ts';
import type { Setting } from '../../core/model/settings/index.ts';
import { sql } from '../../core/sql/sql.ts';
import { stateAt } from '../../core/time/schedule-history.ts';
import { table, type Workspace } from '../store/workspace.ts';
import { instantOf } from './instant-of.ts';

/** A row of `schedules` with its instants in epoch milliseconds. */
export type ScheduleRow = Row<typeof schedules>;

/** Since when a team works by which schedule. */
export interface TeamAssignment {
  readonly team_id: string;
  readonly valid_from: number;
  readonly schedule_id: string;
}

/** Everything that the facts say of working hours, past and present. */
export interface StoredSchedules {
  readonly rows: readonly ScheduleRow[];
  /** What the house has decided of teams. */
  readonly assignments: readonly TeamAssignment[];
  /** What the sources say of teams. */
  readonly reported: ReadonlyMap<string, string>;
}

export async function readStoredSchedules({ store, database }: Workspace): Promise<StoredSchedules> {
  const [rows, assignments, reported] = await Promise.all([
    store.query<Record<string, unknown>>(sql`SELECT * EXCEPT (received_at)
FROM ${table(database, schedules)}
ORDER BY id, valid_from`),
    store.query<Record<keyof TeamAssignment, unknown>>(sql`SELECT team_id, valid_from, schedule_id
FROM ${table(database, teamSchedules)}
ORDER BY team_id, valid_from`),
    store.query<{ id: string; schedule_id: string }>(sql`SELECT id, schedule_id
FROM ${table(database, teams)}
WHERE schedule_id != ''
ORDER BY id`),
  ]);
  return {
    rows: rows.rows.map(
      (row) => ({ ...row, valid_from: instantOf(row.valid_from) ?? 0, version: Number(row.version) }) as unknown as ScheduleRow,
    ),
    assignments: assignments.rows.map((row) => ({
      team_id: String(row.team_id),
      valid_from: instantOf(row.valid_from) ?? 0,
      schedule_id: String(row.schedule_id),
    })),
    reported: new Map(reported.rows.map((row) => [row.id, row.schedule_id])),
  };
}

/** The rows of one schedule in order of time. */
export function historyOf({ rows }: StoredSchedules, id: string): readonly ScheduleRow[] {
  return rows.filter((row) => row.id === id).toSorted((a, b) => a.valid_from - b.valid_from);
}

/** The schedule that a team works by at an instant; '' is the default one. */
export function scheduleOfTeam({ assignments, reported }: StoredSchedules, team: string, instantMs: number): string {
  const own = assignments.filter(({ team_id }) => team_id === team).toSorted((a, b) => a.valid_from - b.valid_from);
  return stateAt(own, instantMs)?.schedule_id ?? reported.get(team) ?? '';
}

/** Every team that has, or had, a schedule of its own. */
export function teamsWithSchedule({ assignments, reported }: StoredSchedules): readonly string[] {
  return [...new Set([...assignments.map(({ team_id }) => team_id), ...reported.keys()])].sort();
}

/** A schedule of the settings as a row. */
export function scheduleRow(
  schedule: Setting<'schedules'>['schedules'][number],
  held: Pick<ScheduleRow, 'version' | 'valid_from'>,
): ScheduleRow {
  return {
    id: schedule.id,
    source: 'earshot',
    import_id: '',
    name: schedule.name,
    zone: schedule.zone,
    is_default: schedule.isDefault,
    hours: schedule.shifts.map((shift) => ({ weekday: shift.weekday, from_minute: shift.fromMinute, to_minute: shift.toMinute })),
    holidays: schedule.holidays.map((holiday) => ({ ...holiday })),
    holiday_set: schedule.holidaySet ?? '',
    removed: false,
    ...held,
  };
}
