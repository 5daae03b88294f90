import { monthStartOf, quarterStartOf, type Weekday, weekStartOf, yearStartOf } from './calendar-day.ts';

/** Width of a bucket of time. */
export const grains = ['hour', 'day', 'week', 'month', 'quarter', 'year'] as const;
export type Grain = (typeof grains)[number];

/** Units of the calendar that consist of whole local days. */
export type DayGrain = Exclude<Grain, 'hour'>;

/** First day of the unit that contains the day. */
export function unitStartOf(epochDay: number, unit: DayGrain, firstWeekday: Weekday): number {
  switch (unit) {
    case 'day':
      return epochDay;
    case 'week':
      return weekStartOf(epochDay, firstWeekday);
    case 'month':
      return monthStartOf(epochDay);
    case 'quarter':
      return quarterStartOf(epochDay);
    case 'year':
      return yearStartOf(epochDay);
  }
}

/** First day of the unit that begins `count` units after the one that begins on `unitStart`. */
export function addUnits(unitStart: number, unit: DayGrain, count: number): number {
  switch (unit) {
    case 'day':
      return unitStart + count;
    case 'week':
      return unitStart + 7 * count;
    case 'month':
      return monthStartOf(unitStart, count);
    case 'quarter':
      return monthStartOf(unitStart, 3 * count);
    case 'year':
      return monthStartOf(unitStart, 12 * count);
  }
}
