import type { Interval } from '../model/estimate.ts';
import { z95 } from './wilson-interval.ts';

/** Up to this many values the interval is read off the values themselves; above, off exact quantiles near the median. */
export const mostSortedValues = 500;

/** The levels of those quantiles, ascending. From 501 values on, the interval lies between the outer two. */
export const medianIntervalLevels = [0.45, 0.49, 0.5, 0.51, 0.55] as const;

/**
 * 95 % interval of a median from two order statistics: ranks n/2 ∓ z√n/2, rounded outward. Conover, Practical Nonparametric Statistics, 3rd ed., section 3.2.
 * `sorted` are all values in order. Null below 6, where not even the extremes hold 95 %.
 */
export function medianInterval(sorted: ArrayLike<number>): Interval | null {
  const n = sorted.length;
  if (n < 6) return null;
  const reach = (z95 * Math.sqrt(n)) / 2;
  const [low, high] = [sorted[Math.max(0, Math.floor(n / 2 - reach) - 1)], sorted[Math.min(n - 1, Math.ceil(n / 2 + reach))]];
  return low === undefined || high === undefined ? null : { low, high };
}

/** The same two ranks for more than `mostSortedValues` values, read off the quantile function: `quantiles` at `medianIntervalLevels`, linear in between. */
export function medianIntervalOfQuantiles(n: number, quantiles: readonly number[]): Interval | null {
  if (n <= mostSortedValues) return null;
  const width = z95 / (2 * Math.sqrt(n)) + 1 / n;
  const [low, high] = [quantileAt(0.5 - width, quantiles), quantileAt(0.5 + width, quantiles)];
  return low === null || high === null ? null : { low, high };
}

function quantileAt(level: number, quantiles: readonly number[]): number | null {
  const above = medianIntervalLevels.findIndex((known) => known >= level);
  const [left, right] = [quantiles[above - 1], quantiles[above]];
  const [from, to] = [medianIntervalLevels[above - 1], medianIntervalLevels[above]];
  if (left === undefined || right === undefined || from === undefined || to === undefined) return null;
  return left + ((right - left) * (level - from)) / (to - from);
}
