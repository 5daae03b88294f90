import type { Interval } from '../../model/estimate.ts';
import { type Column, cannotAnswer, checkColumn } from '../column.ts';
import { binomialAtMost } from '../distributions.ts';
import { sorted } from './quantile.ts';

/** An interval between two of the values themselves. */
export interface QuantileInterval extends Interval {
  /** Ranks of its ends, the first is 1. */
  readonly ranks: readonly [number, number];
  /** The chance that such an interval holds the quantile, whatever the distribution: at least the level asked for. */
  readonly coverage: number;
}

/**
 * Interval of a quantile by order statistics: the narrowest pair of ranks with at most half of the rest beyond each end, exact for any continuous distribution
 * and on the safe side with ties. Conover, Practical Nonparametric Statistics, section 3.2. Null where not even the extremes hold the level.
 * @param share 0.5 is the median
 * @throws UserError for no value, one that is not finite, and a share or level that is not between 0 and 1
 */
export function quantileInterval(values: Column, share = 0.5, level = 0.95): QuantileInterval | null {
  checkColumn(values, 'values');
  if (!(share > 0 && share < 1) || !(level > 0 && level < 1))
    throw cannotAnswer(`the share and the level are above 0 and below 1, not ${share} and ${level}`);
  const n = values.length;
  const tail = (1 - level) / 2;
  const below = firstCount(n, (count) => binomialAtMost(count, n, share) > tail);
  const above = firstCount(n, (count) => binomialAtMost(count, n, share) >= 1 - tail) + 1;
  if (below < 1 || above > n) return null;
  const ascending = sorted(values);
  return {
    low: ascending[below - 1] ?? Number.NaN,
    high: ascending[above - 1] ?? Number.NaN,
    ranks: [below, above],
    coverage: binomialAtMost(above - 1, n, share) - binomialAtMost(below - 1, n, share),
  };
}

/** The first count from 0 to n of which something holds that goes on to hold. */
function firstCount(n: number, holds: (count: number) => boolean): number {
  let [from, to] = [0, n];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (holds(middle)) to = middle;
    else from = middle + 1;
  }
  return from;
}
