import type { Output } from '../../core/model/endpoints/index.ts';
import type { Filter } from '../../core/model/query.ts';
import { isConstant } from '../../core/stats/is-constant.ts';
import { changePoint } from '../../core/stats/trend/change-point.ts';
import { dateOf, weekdayOf } from '../../core/time/calendar-day.ts';
import { askDays, type Days, dayOf } from './ask-days.ts';
import { isSum } from './change-parts.ts';
import type { FindingSource } from './finding-source.ts';
import { scaledValue } from './read-series.ts';

type ChangedOn = Output<'explain'>['changedOn'];

const leastDays = 14;
/** Weekdays are told apart from so many weeks on. */
const leastWeeks = 4;
const shortestStretch = 3;
const chanceLimit = 0.05;

/** The day on which the level of a figure changed once over some days; null where no change is beyond chance, or too few days have a figure. */
export async function changeDay(
  source: FindingSource,
  { metric, days, filters }: { readonly metric: string; readonly days: Days; readonly filters: readonly Filter[] },
): Promise<ChangedOn> {
  const [asked] = await askDays(source, { metrics: [metric], days, daily: true, filters });
  if (!asked) return null;
  const dated = dailyValues(asked, days);
  const values = withoutWeekdays(dated);
  if (values.length < leastDays || isConstant(values)) return null;
  const { at, when, pValue } = changePoint(values, { seed: 1, leastLength: shortestStretch });
  if (pValue > chanceLimit) return null;
  const dayAt = (position: number): string => dateOf(dated[position]?.[0] ?? days.first);
  return { day: dayAt(at), from: dayAt(when.low), until: dayAt(when.high), pValue };
}

/** The figure of each day that has one, in order of time: times as logarithms, counts 0 where nothing came. */
function dailyValues({ call, answer }: Awaited<ReturnType<typeof askDays>>[number], days: Days): readonly (readonly [number, number])[] {
  const known = new Map<number, number>();
  if (isSum(call)) for (let day = days.first; day <= days.last; day++) known.set(day, 0);
  for (const [place, { value }] of answer.cells.entries())
    if (value !== null) known.set(dayOf(place), scaledValue(value, call, isSum(call) ? 'count' : 'mean'));
  return [...known].toSorted(([left], [right]) => left - right);
}

/** What is left of each day's figure when the mean of its weekday is taken off. */
function withoutWeekdays(dated: readonly (readonly [day: number, value: number])[]): readonly number[] {
  if (dated.length < 7 * leastWeeks) return dated.map(([, value]) => value);
  const sums = Array.from({ length: 7 }, () => ({ sum: 0, n: 0 }));
  const weekday = (day: number): { sum: number; n: number } => sums[weekdayOf(day) - 1] ?? { sum: 0, n: 0 };
  for (const [day, value] of dated) {
    const own = weekday(day);
    own.sum += value;
    own.n += 1;
  }
  return dated.map(([day, value]) => value - weekday(day).sum / weekday(day).n);
}
