import { epochDayOf } from '../../src/core/time/calendar-day.ts';

/** So far may a day be told from the planted one. */
const nearDays = 3;

export function isNear(day: string, planted: string): boolean {
  return Math.abs(epochDayOf(day) - epochDayOf(planted)) <= nearDays;
}

/** Whether a day that is told, with the days between which it lies, is the planted one: near it, or with it in between. */
export function tellsDay(told: { readonly day: string; readonly from: string; readonly until: string }, planted: string): boolean {
  return isNear(told.day, planted) || (told.from <= planted && planted <= told.until);
}
