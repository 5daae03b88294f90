const dayMs = 86_400_000;

/** 1 Monday to 7 Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/**
 * Days since 1970-01-01 of a date written YYYY-MM-DD.
 * @throws RangeError when there is no such day.
 */
export function epochDayOf(date: string): number {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) / dayMs : Number.NaN;
  if (Number.isNaN(day) || dateOf(day) !== date) throw new RangeError(`Not a day: ${JSON.stringify(date)}; write it as 2026-10-31.`);
  return day;
}

/** The date of a day, YYYY-MM-DD. */
export function dateOf(epochDay: number): string {
  return new Date(epochDay * dayMs).toISOString().slice(0, 10);
}

/** The day on which a local wall-clock time lies. */
export function epochDayOfLocal(localMs: number): number {
  return Math.floor(localMs / dayMs);
}

/** 1 Monday to 7 Sunday. */
export function weekdayOf(epochDay: number): Weekday {
  return (((((epochDay + 3) % 7) + 7) % 7) + 1) as Weekday;
}

/** First day of the week that contains the day. */
export function weekStartOf(epochDay: number, firstWeekday: Weekday): number {
  return epochDay - ((weekdayOf(epochDay) - firstWeekday + 7) % 7);
}

/** First day of the month that lies `months` after the month of the day. */
export function monthStartOf(epochDay: number, months = 0): number {
  const date = new Date(epochDay * dayMs);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1) / dayMs;
}

/** First day of the quarter that contains the day. */
export function quarterStartOf(epochDay: number): number {
  return monthStartOf(epochDay, -(new Date(epochDay * dayMs).getUTCMonth() % 3));
}

/** First day of the year that contains the day. */
export function yearStartOf(epochDay: number): number {
  return monthStartOf(epochDay, -new Date(epochDay * dayMs).getUTCMonth());
}

/** The same day `months` later, or the last day of that month where it has no such day. */
export function addMonths(epochDay: number, months: number): number {
  const start = monthStartOf(epochDay, months);
  return Math.min(start + (epochDay - monthStartOf(epochDay)), monthStartOf(start, 1) - 1);
}
