import { epochDayOf } from '../../../core/time/calendar-day.ts';

/** First and last day, in days since 1970-01-01, inclusive. */
export type DaySpan = readonly [first: number, last: number];

/** The span between two dates. */
export function daySpan(from: string, until: string): DaySpan {
  return [epochDayOf(from), epochDayOf(until)];
}

/** Whether a day lies in the span. */
export function contains([first, last]: DaySpan, day: number): boolean {
  return day >= first && day <= last;
}
