import { calendarEvents } from '../../core/entities/working-time.ts';
import { bind, sql } from '../../core/sql/sql.ts';
import type { KnownEvent } from '../../core/stats/seasonal-expectation.ts';
import { seriesName } from '../../core/text/series-name.ts';
import { dateOf, epochDayOf } from '../../core/time/calendar-day.ts';
import { table } from '../store/workspace.ts';
import type { Days } from './ask-days.ts';
import type { FindingSource } from './finding-source.ts';
import type { SeriesSegment } from './read-series.ts';

/** So many days between a trial and a change tell what was usual. */
const leastUsualDays = 28;

/** An event of the calendar as findings use it. */
export interface CalendarMark {
  readonly kind: string;
  readonly name: string;
  readonly first: number;
  readonly last: number;
  readonly scopeDimension: string;
  readonly scopeValue: string;
}

/** Events that began up to the day. */
export async function readMarks(source: FindingSource): Promise<readonly CalendarMark[]> {
  const rows = await source.ask(sql`SELECT kind, name, toString(from) AS first, toString(until) AS last, scope_dimension, scope_value
FROM ${table(source.database, calendarEvents)}
WHERE NOT removed AND from <= ${bind('Date', dateOf(source.day))}
ORDER BY from, id`);
  return rows.map((row) => ({
    kind: String(row.kind),
    name: String(row.name),
    first: epochDayOf(String(row.first)),
    last: epochDayOf(String(row.last)),
    scopeDimension: String(row.scope_dimension),
    scopeValue: String(row.scope_value),
  }));
}

/** Days before and after the start of a stretch within which an event began with it. */
const nearDays = 3;

function beganNear(marks: readonly CalendarMark[], day: number): readonly CalendarMark[] {
  return marks.filter(({ first }) => Math.abs(first - day) <= nearDays);
}

/** Names of the events that began within three days of the first of some days, each once. A holiday is named when it is at least half of the days: then it is over. */
export function eventsNear(marks: readonly CalendarMark[], days: Days): readonly string[] {
  const holds = ({ kind, first, last }: CalendarMark): boolean =>
    kind !== 'holiday' || 2 * (Math.min(last, days.last) - Math.max(first, days.first) + 1) >= days.last - days.first + 1;
  return [...new Set(beganNear(marks, days.first).flatMap((mark) => (holds(mark) ? mark.name : [])))];
}

/** The parts of the facts that the events of those days are limited to. */
export function announcedParts(marks: readonly CalendarMark[], day: number): readonly SeriesSegment[] {
  return beganNear(marks, day).flatMap(({ scopeDimension, scopeValue }) =>
    scopeDimension === '' ? [] : [{ dimension: scopeDimension, value: scopeValue }],
  );
}

/** Whether an event is limited to exactly this part of the facts. */
export function concerns({ scopeDimension, scopeValue }: CalendarMark, segment: SeriesSegment | null): boolean {
  return segment !== null && scopeDimension === segment.dimension && scopeValue === segment.value;
}

/** Whether a stretch with an end is over, such as a trial: its days are not the usual ones. */
export function isPast({ first, last }: CalendarMark, day: number): boolean {
  return last > first && last < day;
}

/**
 * The weeks before a day without a trial in the same part of the facts: those since the trial where they are enough, else those before it, else all of them.
 */
export function usualDays(
  marks: readonly CalendarMark[],
  segment: SeriesSegment | null,
  { day, weeks, firstDay }: { readonly day: number; readonly weeks: number; readonly firstDay: number },
): { readonly first: number; readonly last: number } {
  let last = day - 1;
  const firstOf = (): number => Math.max(firstDay, last - 7 * weeks + 1);
  const trials = marks.filter((mark) => concerns(mark, segment) && isPast(mark, day));
  for (const trial of trials.toSorted((left, right) => right.last - left.last)) {
    if (trial.last < firstOf() || trial.first - leastUsualDays < firstDay) break;
    if (last - trial.last >= leastUsualDays) return { first: trial.last + 1, last };
    last = Math.min(last, trial.first - 1);
  }
  return { first: firstOf(), last };
}

/** Events that may touch a segment, those of one name together. A holiday that came only once stands with the other holidays of its place. */
export function eventsOf(marks: readonly CalendarMark[], segment: SeriesSegment | null): readonly KnownEvent[] {
  const touching = marks.filter(
    ({ scopeDimension, scopeValue }) => segment === null || scopeDimension !== segment.dimension || scopeValue === segment.value,
  );
  const times = new Map<string, number>();
  for (const { name } of touching) times.set(seriesName(name), (times.get(seriesName(name)) ?? 0) + 1);
  const groups = new Map<string, (readonly [number, number])[]>();
  for (const mark of touching) {
    const alone = mark.kind === 'holiday' && times.get(seriesName(mark.name)) === 1;
    const name = alone ? `${mark.kind} ${mark.scopeDimension} ${mark.scopeValue}` : seriesName(mark.name);
    groups.set(name, [...(groups.get(name) ?? []), [mark.first, mark.last]]);
  }
  return [...groups].map(([name, spans]) => ({ name, spans }));
}
