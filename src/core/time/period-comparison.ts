import { addMonths, epochDayOfLocal } from './calendar-day.ts';
import { addUnits, type DayGrain } from './grain.ts';
import type { Calendar, Period } from './period.ts';
import { epochDayAt, instantOfLocal, localMsAt, startOfDayMs } from './zone.ts';

/** What a period is compared with: the same length just before it, or the same period of last year. */
export type Comparison = 'previous' | 'year';

const dayMs = 86_400_000;
const fiftyTwoWeeks = 364;

/**
 * The period that another one is compared with, or null where nothing precedes it (`all`).
 *
 * previous: months compare to the months before, weeks to the weeks before, days to as many days before.
 * year: months, quarters and years to the same ones of last year; weeks, and days if they are fewer than 28 or whole weeks, to the days 364 days
 * earlier, so that weekdays meet weekdays; longer ranges of days to the same dates.
 * A running period compares to date: as many days into its unit and the same local time, never beyond the end of that unit.
 */
export function comparisonPeriod(period: Period, comparison: Comparison, { zone }: Pick<Calendar, 'zone'>): Period | null {
  if (period.unit === 'all') return null;
  if (period.unit === 'instant') return shiftInstants(period, comparison, zone);
  const startDay = epochDayAt(zone, period.fromMs);
  const otherStart =
    comparison === 'previous' ? addUnits(startDay, period.unit, -period.count) : yearBefore(startDay, period.unit, period.count);
  const otherEnd = addUnits(otherStart, period.unit, period.count);
  const limitMs = startOfDayMs(zone, comparison === 'year' ? yearEnd(period, startDay, otherEnd) : otherEnd);
  const untilMs = period.toDate ? Math.min(sameElapsed(period, startDay, otherStart, zone), limitMs) : limitMs;
  return { ...period, fromMs: startOfDayMs(zone, otherStart), untilMs };
}

function shiftInstants(period: Period, comparison: Comparison, zone: string): Period {
  if (comparison === 'previous') return { ...period, fromMs: period.fromMs - period.count, untilMs: period.fromMs };
  const fromMs = sameTimeLastYear(period.fromMs, zone);
  const untilMs = sameTimeLastYear(period.untilMs, zone);
  return { ...period, fromMs, untilMs, count: untilMs - fromMs };
}

function sameTimeLastYear(instantMs: number, zone: string): number {
  const localMs = localMsAt(zone, instantMs);
  const day = epochDayOfLocal(localMs);
  return instantOfLocal(zone, addMonths(day, -12) * dayMs + (localMs - day * dayMs));
}

function yearBefore(startDay: number, unit: DayGrain, count: number): number {
  return keepsWeekdays(unit, count) ? startDay - fiftyTwoWeeks : addMonths(startDay, -12);
}

function yearEnd(period: Period, startDay: number, otherEnd: number): number {
  const sameDates = period.unit === 'day' && !keepsWeekdays('day', period.count);
  return sameDates ? addMonths(startDay + period.count, -12) : otherEnd;
}

function keepsWeekdays(unit: DayGrain, count: number): boolean {
  return unit === 'week' || (unit === 'day' && (count < 28 || count % 7 === 0));
}

function sameElapsed(period: Period, startDay: number, otherStart: number, zone: string): number {
  const elapsedLocalMs = localMsAt(zone, period.untilMs) - startDay * dayMs;
  return instantOfLocal(zone, otherStart * dayMs + elapsedLocalMs);
}
