import type { CalendarEvent } from '../../core/model/endpoints/calendar-endpoints.ts';
import type { Output } from '../../core/model/endpoints/index.ts';
import { type QueryInput, querySchema } from '../../core/model/query.ts';
import type { Result } from '../../core/model/result.ts';
import { UserError } from '../../core/model/user-error.ts';
import { dateOf, epochDayOf, weekdayOf } from '../../core/time/calendar-day.ts';
import { workingMs } from '../../core/time/working-time.ts';
import { epochDayAt, startOfDayMs } from '../../core/time/zone.ts';
import { contextOf, readContextRows } from '../ingest/fold-contexts.ts';
import { answerQuery } from '../query/answer-query.ts';
import type { WorkspaceCalendar } from '../query/resolve-query.ts';
import type { OpenWorkspace } from '../workspace/open-workspace.ts';
import { eventOf, readCalendarEvents, readEventRow } from './read-calendar-events.ts';

type Profile = Output<'eventProfile'>;

const weeks = 4;
const baseDays = 7 * weeks;
const z95 = 1.96;
const hourMs = 3_600_000;

/**
 * What an event brought: tickets in its days against the mean of the same weekdays over the four weeks before it, by day and category. The interval takes
 * the counts of days as Poisson, in the event and before it.
 * @throws UserError when there is no such event
 */
export async function eventProfile(workspace: OpenWorkspace, id: string): Promise<Profile> {
  const [event, calendar] = [await eventById(workspace, id), await workspace.calendar()];
  const span = spanOf(event, calendar);
  const [byDay, inside, before, earlier] = await Promise.all([
    ask(workspace, calendar, event, { metrics: ['created'], grain: 'day', period: { from: span.baseFrom, until: span.until } }),
    ask(workspace, calendar, event, { metrics: ['created'], by: ['category'], period: { from: event.from, until: span.until } }),
    ask(workspace, calendar, event, {
      metrics: ['created'],
      by: ['category', 'weekday'],
      period: { from: span.baseFrom, until: span.baseUntil },
    }),
    earlierOf(workspace, event),
  ]);
  const created = new Map((byDay?.rows ?? []).map((row) => [row.bucket ?? '', row.values.created?.value ?? null]));
  const days = daysOf(span, created);
  const whole = days.every(({ known }) => known) && days.length > 0;
  const extra = whole ? extraOf(days) : null;
  return {
    event,
    days: epochDayOf(event.until) - epochDayOf(event.from) + 1,
    complete: span.complete,
    created: whole ? sum(days.map((day) => day.created)) : null,
    usual: whole ? sum(days.map((day) => day.usual)) : null,
    extra,
    byDay: days.filter(({ known }) => known).map(({ day, created: count, usual }) => ({ day, created: count, usual })),
    categories: whole && inside && before ? categoriesOf(inside, before, span, extra?.value ?? 0) : [],
    agentHours: extra === null ? null : await hoursOf(workspace, calendar, event, span, extra.value),
    earlier,
  };
}

async function eventById(workspace: OpenWorkspace, id: string): Promise<CalendarEvent> {
  const derived = id.startsWith('holiday:') ? (await readCalendarEvents(workspace, {})).find((event) => event.id === id) : undefined;
  return derived ?? eventOf(await readEventRow(workspace, id));
}

async function earlierOf(workspace: OpenWorkspace, event: CalendarEvent): Promise<CalendarEvent[]> {
  const all = await readCalendarEvents(workspace, { until: event.from });
  return all.filter(({ id, series, until }) => id !== event.id && series === event.series && series !== '' && until < event.from).reverse();
}

/** Local days, inclusive. An event that is not over counts until the last full day. */
interface Span {
  readonly baseFrom: string;
  readonly baseUntil: string;
  readonly from: string;
  readonly until: string;
  readonly complete: boolean;
}

function spanOf(event: CalendarEvent, calendar: WorkspaceCalendar): Span {
  const first = epochDayOf(event.from);
  const yesterday = epochDayAt(calendar.zone, calendar.nowMs) - 1;
  const last = epochDayOf(event.until);
  const until = dateOf(Math.max(Math.min(last, yesterday), first));
  return { baseFrom: dateOf(first - baseDays), baseUntil: dateOf(first - 1), from: event.from, until, complete: last <= yesterday };
}

/** Null where the facts of that stretch cannot be asked for, or not by what the event is limited to. */
async function ask(
  workspace: OpenWorkspace,
  calendar: WorkspaceCalendar,
  { scope }: CalendarEvent,
  query: QueryInput,
): Promise<Result | null> {
  const filters = scope === null ? [] : [{ dimension: scope.dimension, operator: 'any of' as const, values: [scope.value] }];
  try {
    return await answerQuery(workspace.ask, workspace.database, querySchema.parse({ ...query, filters }), calendar);
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}

interface Day {
  readonly day: string;
  readonly known: boolean;
  readonly created: number;
  readonly usual: number;
}

function daysOf({ from, until }: Span, created: ReadonlyMap<string, number | null>): Day[] {
  const first = epochDayOf(from);
  return Array.from({ length: epochDayOf(until) - first + 1 }, (_, index) => {
    const day = first + index;
    const base = sameWeekdays(first, day).map((one) => created.get(dateOf(one)) ?? null);
    const own = created.get(dateOf(day)) ?? null;
    const known = own !== null && base.every((count) => count !== null);
    return { day: dateOf(day), known, created: own ?? 0, usual: sum(base.map((count) => count ?? 0)) / weeks };
  });
}

/** The days of the four weeks before `first` that fall on the weekday of a day. */
function sameWeekdays(first: number, day: number): readonly number[] {
  const back = ((((weekdayOf(first) - weekdayOf(day)) % 7) + 7) % 7) + (weekdayOf(first) === weekdayOf(day) ? 7 : 0);
  return Array.from({ length: weeks }, (_, week) => first - back - 7 * week);
}

/** The mean of a weekday over four weeks stands for each of its days, so its noise comes as often as the weekday. */
function extraOf(days: readonly Day[]): NonNullable<Profile['extra']> {
  const value = sum(days.map(({ created, usual }) => created - usual));
  const times = new Map<number, Day[]>();
  for (const day of days) times.set(weekdayOf(epochDayOf(day.day)), [...(times.get(weekdayOf(epochDayOf(day.day))) ?? []), day]);
  const noiseBefore = sum([...times.values()].map((same) => (same.length ** 2 * (same[0]?.usual ?? 0)) / weeks));
  const error = z95 * Math.sqrt(sum(days.map(({ created }) => created)) + noiseBefore);
  return { value, low: value - error, high: value + error };
}

function categoriesOf(inside: Result, before: Result, { from, until }: Span, extra: number): Profile['categories'] {
  const first = epochDayOf(from);
  const times = Array.from({ length: epochDayOf(until) - first + 1 }, (_, index) => String(weekdayOf(first + index)));
  const usual = new Map<string, number>();
  for (const { group, values } of before.rows) {
    const [category = '', weekday = ''] = group;
    const often = times.filter((day) => day === weekday).length / weeks;
    usual.set(category, (usual.get(category) ?? 0) + often * (values.created?.value ?? 0));
  }
  const counts = new Map(inside.rows.map(({ group, values }) => [group[0] ?? '', values.created?.value ?? 0]));
  return [...new Set([...counts.keys(), ...usual.keys()])]
    .map((category) => {
      const created = counts.get(category) ?? 0;
      const beyond = created - (usual.get(category) ?? 0);
      return { category, created, extra: beyond, share: extra > 0 ? beyond / extra : null };
    })
    .sort((a, b) => b.extra - a.extra);
}

/** Hours of the default schedule that the agents who replied were there in the four weeks before, for each ticket of those weeks, times the extra tickets. */
async function hoursOf(
  workspace: OpenWorkspace,
  calendar: WorkspaceCalendar,
  event: CalendarEvent,
  { baseFrom, baseUntil }: Span,
  extra: number,
): Promise<number | null> {
  const period = { from: baseFrom, until: baseUntil };
  const result = await ask(workspace, calendar, event, { metrics: ['created', 'agents_acting'], grain: 'day', period });
  const context = await contextOf(await readContextRows(workspace), calendar.nowMs);
  const clock = context.clocks.get(context.defaultScheduleId ?? '');
  const created = result?.totals.values.created?.value ?? 0;
  if (!result || !clock || created === 0) return null;
  const agentMs = result.rows.map((row) => {
    const day = epochDayOf(row.bucket ?? '');
    const openMs = workingMs(clock, startOfDayMs(calendar.zone, day), startOfDayMs(calendar.zone, day + 1)) ?? 0;
    return openMs * (row.values.agents_acting?.value ?? 0);
  });
  const hours = sum(agentMs) / hourMs;
  return hours > 0 ? (Math.max(0, extra) * hours) / created : null;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
