import type { FoldContext } from '../../core/tickets/fold-context.ts';
import { compileSchedule, type ScheduleVersion } from '../../core/time/schedule.ts';
import {
  defaultAssignments,
  followAssignments,
  type ScheduleAssignment,
  type ScheduleState,
  statesBySchedule,
  withDefault,
} from '../../core/time/schedule-history.ts';
import type { WorkingClock } from '../../core/time/working-time.ts';
import { readHolidays } from '../calendar/holiday-sets.ts';
import type { ScheduleRow, StoredSchedules } from './schedule-store.ts';
import { teamsWithSchedule } from './schedule-store.ts';

const yearMs = 366 * 86_400_000;
const firstMs = Date.UTC(2000, 0, 1);

/** Working time by schedule, and which one each team works by. A team, or the default, that went from one to another has a clock of its own. */
export type CompiledSchedules = Pick<FoldContext, 'clocks' | 'defaultScheduleId' | 'teamSchedules'>;

type States = ReadonlyMap<string, readonly ScheduleState[]>;

/** Compiles all schedules from 2000 to two years ahead. */
export async function compileSchedules(stored: StoredSchedules, nowMs: number): Promise<CompiledSchedules> {
  const states = statesBySchedule(await Promise.all(stored.rows.map((row) => withHolidays(row, nowMs))));
  const clocks = new Map<string, WorkingClock>();
  const add = (id: string, versions: readonly ScheduleVersion[]) => {
    const clock = versions.length === 0 ? null : compileSchedule(versions, firstMs, nowMs + 2 * yearMs);
    if (clock) clocks.set(id, clock);
    return id;
  };
  for (const [id, history] of states)
    add(
      id,
      history.filter(({ removed }) => !removed),
    );
  const clockOf = (name: string, assignments: readonly ScheduleAssignment[], all: States) => {
    const [only] = assignments;
    return assignments.length === 1 && only ? only.scheduleId : add(name, followAssignments(assignments, all));
  };
  const defaults = defaultAssignments(states);
  const defaultScheduleId = defaults.length === 0 ? null : clockOf('default over time', defaults, states);
  const teams = teamsWithSchedule(stored).flatMap((team) => {
    const own = assignmentsOf(stored, team);
    if (own.every(({ scheduleId }) => scheduleId === '')) return [];
    return [[team, clockOf(`team over time: ${team}`, withDefault(own, defaults), states)] as const];
  });
  return { clocks, defaultScheduleId, teamSchedules: new Map(teams) };
}

function assignmentsOf({ assignments, reported }: StoredSchedules, team: string): readonly ScheduleAssignment[] {
  const decided = assignments.filter(({ team_id }) => team_id === team);
  if (decided.length === 0) return [{ fromMs: 0, scheduleId: reported.get(team) ?? '' }];
  return decided.map((row, index) => ({ fromMs: index === 0 ? 0 : row.valid_from, scheduleId: row.schedule_id }));
}

/** Public holidays of the set are closed like those that were written down. */
async function withHolidays(row: ScheduleRow, nowMs: number): Promise<ScheduleState> {
  const set = row.holiday_set ?? '';
  const days = set === '' ? [] : await readHolidays(set, new Date(firstMs).getUTCFullYear(), new Date(nowMs).getUTCFullYear() + 2);
  return { ...row, removed: row.removed ?? false, holidays: [...row.holidays, ...days] };
}
