import { calendarEvents } from '../../core/entities/working-time.ts';
import type { CalendarEvent } from '../../core/model/endpoints/calendar-endpoints.ts';
import { UserError } from '../../core/model/user-error.ts';
import { allOf, bind, type Sql, sql } from '../../core/sql/sql.ts';
import { seriesName } from '../../core/text/series-name.ts';
import { dateOf } from '../../core/time/calendar-day.ts';
import { epochDayAt } from '../../core/time/zone.ts';
import { table, type Workspace } from '../store/workspace.ts';
import type { OpenWorkspace } from '../workspace/open-workspace.ts';
import { readSetting } from '../workspace/settings/read-settings.ts';
import { holidayEvents } from './holiday-events.ts';

const yearMs = 366 * 86_400_000;

/** Local days, both inclusive; absent is open. */
export interface EventPeriod {
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

/** A row of `calendar_events`. */
export interface EventRow {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly names: readonly { readonly language: string; readonly name: string }[];
  readonly from: string;
  readonly until: string;
  readonly note: string;
  readonly scope_dimension: string;
  readonly scope_value: string;
  readonly source: string;
  readonly version: number;
  readonly import_id: string;
  readonly removed: boolean;
}

/**
 * Events that touch the local days of a period, in order of time: those of the calendar, and the holidays of working schedules that do not stand in it. Where
 * the period is open, holidays reach from the first fact to a year ahead; they never reach further than 15 years back and three ahead.
 * @throws UserError for a period that ends before it begins
 */
export async function readCalendarEvents(workspace: OpenWorkspace, period: EventPeriod): Promise<CalendarEvent[]> {
  refuseBackwards(period);
  const [stored, { value: schedules }, calendar] = await Promise.all([
    readStored(workspace, period),
    readSetting(workspace, 'schedules'),
    workspace.calendar(),
  ]);
  const dayOf = (instantMs: number) => dateOf(epochDayAt(calendar.zone, instantMs));
  const from = latest(period.from ?? dayOf(calendar.dataFromMs ?? calendar.nowMs), dayOf(calendar.nowMs - 15 * yearMs));
  const until = earliest(period.until ?? dayOf(calendar.nowMs + yearMs), dayOf(calendar.nowMs + 3 * yearMs));
  const known = new Set(stored.filter(({ kind }) => kind === 'holiday').map((event) => `${event.from} ${event.name}`));
  const holidays = await holidayEvents(schedules.schedules, from, until);
  const derived = holidays.filter((event) => !known.has(`${event.from} ${event.name}`));
  return [...stored, ...derived].sort((a, b) => a.from.localeCompare(b.from) || a.until.localeCompare(b.until) || a.id.localeCompare(b.id));
}

function refuseBackwards({ from, until }: EventPeriod): void {
  if (from !== undefined && until !== undefined && until < from)
    throw new UserError('bad_period', `The period ends on ${until}, before it begins on ${from}.`);
}

function latest(...days: readonly [string, string]): string {
  return days.toSorted()[1] ?? days[0];
}

function earliest(...days: readonly [string, string]): string {
  return days.toSorted()[0] ?? days[0];
}

async function readStored(workspace: Workspace, period: EventPeriod): Promise<CalendarEvent[]> {
  const conditions = [
    sql`NOT removed`,
    ...(period.from === undefined ? [] : [sql`until >= ${bind('Date', period.from)}`]),
    ...(period.until === undefined ? [] : [sql`from <= ${bind('Date', period.until)}`]),
  ];
  return (await rowsWhere(workspace, allOf(conditions))).map(eventOf);
}

/** The row of an event, removed ones too. @throws UserError when there is none */
export async function readEventRow(workspace: Workspace, id: string): Promise<EventRow> {
  const [row] = await rowsWhere(workspace, sql`id = ${bind('String', id)}`);
  if (row) return row;
  if (id.startsWith('holiday:'))
    throw new UserError('holiday_of_schedule', 'This holiday comes from a working schedule; it is changed among the schedules.', 409);
  throw new UserError('unknown_event', `There is no event ${JSON.stringify(id)} in the calendar.`, 404);
}

async function rowsWhere({ store, database }: Workspace, condition: Sql): Promise<readonly EventRow[]> {
  const { rows } = await store.query<EventRow>(sql`SELECT * EXCEPT (received_at)
FROM ${table(database, calendarEvents)}
WHERE ${condition}
ORDER BY from, until, id`);
  return rows.map((row) => ({ ...row, version: Number(row.version) }));
}

/** An event as it is shown. */
export function eventOf(row: EventRow): CalendarEvent {
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    from: row.from,
    until: row.until,
    note: row.note,
    scope: row.scope_dimension === '' ? null : { dimension: row.scope_dimension, value: row.scope_value },
    series: seriesName(row.name),
    derived: false,
    names: Object.fromEntries(row.names.map(({ language, name }) => [language, name])),
  };
}
