import type { Change } from '../../core/stats/find-change.ts';
import type { Days } from './ask-days.ts';
import type { Significant } from './scan-workspace.ts';

/** The days of a candidate's window. */
export function daysOf({ series, change }: Significant): Days {
  return { first: series.firstDay + change.from, last: series.firstDay + change.until - 1 };
}

/** 1 where a figure grew, −1 where it fell. */
export function sign({ change }: Significant): number {
  return Math.sign(change.z);
}

/** A change that is dated by another one may still have begun when that may have. */
export function withOnsets(moved: Change, series: Significant['series'], before: Significant): Change {
  const shift = before.series.firstDay - series.firstDay;
  const { earliest, latest } = before.change;
  return { ...moved, earliest: Math.min(moved.from, earliest + shift), latest: Math.max(moved.from, latest + shift) };
}
