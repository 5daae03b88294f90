import { schedules, teamSchedules } from '../../../core/entities/working-time.ts';
import { checkSchedules } from '../../../core/model/settings/check-schedules.ts';
import { defaultSchedule } from '../../../core/model/settings/default-settings.ts';
import type { Setting } from '../../../core/model/settings/index.ts';
import { stateAt } from '../../../core/time/schedule-history.ts';
import { checkZone } from '../../../core/time/zone.ts';
import { checkHolidaySet } from '../../calendar/holiday-sets.ts';
import {
  historyOf,
  readStoredSchedules,
  type ScheduleRow,
  type StoredSchedules,
  scheduleOfTeam,
  scheduleRow,
  teamsWithSchedule,
} from '../../ingest/schedule-store.ts';
import { checkNames } from './known-names.ts';
import type { SettingChange, SettingKind, SettingPlace } from './setting-kind.ts';
import { openTickets } from './touched-tickets.ts';

type Schedules = Setting<'schedules'>;
type Schedule = Schedules['schedules'][number];

const everMs = 0;

/** Working hours are facts with a history: the document is what of them holds now. */
export const schedulesKind: SettingKind<'schedules'> = {
  read: async (place) => documentOf(await readStoredSchedules(place), place),
  check: async (after, place, before) => {
    checkSchedules(after);
    for (const { holidaySet } of after.schedules) if (holidaySet !== null) await checkHolidaySet(holidaySet);
    const teams = (setting: Schedules) => setting.schedules.flatMap((schedule) => schedule.teams);
    await checkNames('team', teams(after), teams(before), place);
    return { schedules: after.schedules.map((schedule) => ({ ...schedule, zone: checkZone(schedule.zone) })) };
  },
  apply: async (change) => {
    const stored = await readStoredSchedules(change);
    const changed = change.after.schedules.filter((schedule) => isChanged(schedule, change));
    const gone = change.before.schedules.filter(({ id }) => !change.after.schedules.some((kept) => kept.id === id));
    const rows = [
      ...firstRows(stored, change),
      ...changed.flatMap((schedule) => rowsFrom(rowOf(schedule, change), stored, change)),
      ...gone.flatMap((schedule) => rowsFrom({ ...rowOf(schedule, change), is_default: false, removed: true }, stored, change)),
    ];
    if (rows.length > 0) await change.store.insert(change.database, schedules, rows);
    const assignments = assignmentRows(stored, change);
    if (assignments.length > 0) await change.store.insert(change.database, teamSchedules, assignments);
  },
  touched: (change) => openTickets(change),
};

/** The schedules that hold at an instant, and the teams that work by them. */
function documentOf(stored: StoredSchedules, { nowMs, calendar }: SettingPlace): Schedules {
  const ids = [...new Set(stored.rows.map(({ id }) => id))];
  if (ids.length === 0) return { schedules: [defaultSchedule(calendar.zone)] };
  const teams = teamsWithSchedule(stored).map((team) => [team, scheduleOfTeam(stored, team, nowMs)] as const);
  const states = ids.flatMap((id) => stateAt(historyOf(stored, id), nowMs) ?? []).filter(({ removed }) => !removed);
  return {
    schedules: states.map((row) => ({
      id: row.id,
      name: row.name,
      zone: row.zone,
      isDefault: row.is_default,
      shifts: row.hours.map((shift) => ({ weekday: shift.weekday, fromMinute: shift.from_minute, toMinute: shift.to_minute })),
      holidays: row.holidays.map(({ from, until, name }) => ({ from, until, name })),
      holidaySet: row.holiday_set || null,
      teams: teams.flatMap(([team, schedule]) => (schedule === row.id ? [team] : [])),
    })),
  };
}

function isChanged(schedule: Schedule, { before, since }: SettingChange<'schedules'>): boolean {
  const known = before.schedules.find(({ id }) => id === schedule.id);
  const withoutTeams = (one: Schedule | undefined) => JSON.stringify(one && { ...one, teams: [] });
  return since === 'always' || withoutTeams(known) !== withoutTeams(schedule);
}

function rowOf(schedule: Schedule, { rowVersion }: SettingChange<'schedules'>): ScheduleRow {
  return scheduleRow(schedule, { version: rowVersion, valid_from: everMs });
}

/** From now on a new row; for always every row that there is. A version below what stands would change nothing. */
function rowsFrom(
  row: Omit<ScheduleRow, 'valid_from'>,
  stored: StoredSchedules,
  { since, nowMs }: SettingChange<'schedules'>,
): ScheduleRow[] {
  const history = historyOf(stored, row.id);
  const later = history.map(({ valid_from }) => valid_from).filter((from) => since === 'always' || from > nowMs);
  const version = Math.max(row.version, ...history.map((known) => known.version + 1));
  return [...new Set([since === 'always' ? everMs : nowMs, ...later])].map((valid_from) => ({ ...row, version, valid_from }));
}

/** What held before the first decision, where nobody had written it down. */
function firstRows({ rows }: StoredSchedules, change: SettingChange<'schedules'>): ScheduleRow[] {
  if (rows.length > 0 || change.since === 'always') return [];
  return change.before.schedules.map((schedule) => ({ ...rowOf(schedule, change), version: change.rowVersion - 1, valid_from: everMs }));
}

/** A team's first decision also writes down what held before it. */
function assignmentRows(stored: StoredSchedules, { before, after, since, nowMs, rowVersion }: SettingChange<'schedules'>) {
  const chosen = new Map(after.schedules.flatMap(({ id, teams }) => teams.map((team) => [team, id] as const)));
  const known = before.schedules.flatMap(({ teams }) => teams);
  return [...new Set([...chosen.keys(), ...known])].flatMap((team) => {
    const schedule_id = chosen.get(team) ?? '';
    const own = stored.assignments.filter(({ team_id }) => team_id === team);
    if (since === 'now' && schedule_id === scheduleOfTeam(stored, team, nowMs)) return [];
    const row = { team_id: team, version: rowVersion, import_id: '' };
    const instants = since === 'always' ? [everMs, ...own.map(({ valid_from }) => valid_from)] : [nowMs];
    const first =
      since === 'now' && own.length === 0 ? [{ ...row, valid_from: everMs, schedule_id: scheduleOfTeam(stored, team, everMs) }] : [];
    return [...first, ...[...new Set(instants)].map((valid_from) => ({ ...row, valid_from, schedule_id }))];
  });
}
