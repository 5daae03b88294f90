import type { Interval } from '../../model/estimate.ts';
import { type Column, cannotAnswer, checkColumn, checkSameLength } from '../column.ts';
import { inversions } from '../descriptive/inversions.ts';
import { quantileOfSorted, sorted } from '../descriptive/quantile.ts';
import { tieCounts } from '../descriptive/tie-counts.ts';
import { normalQuantile } from '../distributions.ts';

/** A straight line that a few wild values do not move. */
export interface TheilSenLine {
  /** Units of y for one unit of x. */
  readonly slope: number;
  /** Of the slope, by Kendall's distribution; it takes cases as independent and is too narrow where neighbours resemble each other. */
  readonly interval: Interval;
  readonly level: number;
  /** Median of y less slope × median of x, as SciPy's `separate`. */
  readonly intercept: number;
  readonly n: number;
  /** Pairs of cases of different x, whose slopes the median is of. */
  readonly pairs: number;
}

/** Up to this many pairs each slope is written down; above, ranks of slopes are found by counting. */
const mostListedPairs = 600_000;

/**
 * How much y changes for one unit of x, as the median of the slopes of all pairs: up to 29 % of the cases may be wild.
 * Theil 1950; Sen 1968, Estimates of the regression coefficient based on Kendall's tau, with its interval, ranks rounded as SciPy's `theilslopes`.
 * It says what the middle of the pairs does, not that a line fits.
 * @param x 0, 1, 2 … where left out, so that the slope is a step's
 * @throws UserError for fewer than two cases, different lengths, one x for all, and values that are not finite
 */
export function theilSen(y: Column, x?: Column, level = 0.95): TheilSenLine {
  checkColumn(y, 'y', 2);
  const at = x ?? Float64Array.from(y, (_, i) => i);
  checkColumn(at, 'x', 2);
  checkSameLength(y, at, ['y', 'x']);
  if (!(level > 0 && level < 1)) throw cannotAnswer(`the level of the interval is above 0 and below 1, not ${level}`);
  const n = y.length;
  const [tiesX, tiesY] = [tieCounts(at), tieCounts(y)];
  const pairs = (n * (n - 1)) / 2 - tiesX.pairs;
  if (pairs === 0) throw cannotAnswer(`"x" is ${at[0]} in every case, so there is no slope`);
  const slopeOfRank = pairs <= mostListedPairs ? listedSlopes(at, y, pairs) : countedSlopes(at, y);
  const middle = (slopeOfRank(Math.floor((pairs + 1) / 2)) + slopeOfRank(Math.ceil((pairs + 1) / 2))) / 2;
  const deviation = Math.sqrt(Math.max(0, n * (n - 1) * (2 * n + 5) - tiesX.five - tiesY.five) / 18);
  const reach = normalQuantile((1 + level) / 2) * deviation;
  const within = (rank: number) => Math.min(pairs, Math.max(1, rank));
  return {
    slope: middle,
    interval: {
      low: slopeOfRank(within(Math.round((pairs - reach) / 2))),
      high: slopeOfRank(within(Math.round((pairs + reach) / 2) + 1)),
    },
    level,
    intercept: medianOf(y) - middle * medianOf(at),
    n,
    pairs,
  };
}

function medianOf(values: Column): number {
  return quantileOfSorted(sorted(values), 0.5);
}

function listedSlopes(x: Column, y: Column, pairs: number): (rank: number) => number {
  const slopes = new Float64Array(pairs);
  let count = 0;
  for (let i = 0; i < x.length; i++) {
    for (let j = i + 1; j < x.length; j++) {
      const run = (x[j] ?? 0) - (x[i] ?? 0);
      if (run !== 0) slopes[count++] = ((y[j] ?? 0) - (y[i] ?? 0)) / run;
    }
  }
  slopes.sort();
  return (rank) => slopes[rank - 1] ?? Number.NaN;
}

/** A slope is below t where the pair stands in descending order of y − t·x: the rank is found by halving t. */
function countedSlopes(x: Column, y: Column): (rank: number) => number {
  const order = Uint32Array.from(x, (_, i) => i).sort((a, b) => (x[a] ?? 0) - (x[b] ?? 0) || (y[a] ?? 0) - (y[b] ?? 0));
  const [xs, ys] = [Float64Array.from(order, (i) => x[i] ?? 0), Float64Array.from(order, (i) => y[i] ?? 0)];
  const rest = new Float64Array(xs.length);
  const below = (slope: number) => {
    for (let i = 0; i < rest.length; i++) rest[i] = (ys[i] ?? 0) - slope * (xs[i] ?? 0);
    return inversions(rest);
  };
  const steepest = steepestSlope(xs, ys);
  return (rank) => {
    let [low, high] = [-steepest, steepest];
    for (let step = 0; step < 70 && high - low > 1e-15 * steepest; step++) {
      const middle = (low + high) / 2;
      if (below(middle) < rank) low = middle;
      else high = middle;
    }
    return low;
  };
}

/** No pair is steeper than the steepest of neighbours, or than the ends of neighbouring groups of one x. */
function steepestSlope(xs: Float64Array, ys: Float64Array): number {
  let [steepest, groupLow, groupHigh, from] = [0, ys[0] ?? 0, ys[0] ?? 0, 0];
  let before: { readonly x: number; readonly low: number; readonly high: number } | null = null;
  for (let i = 1; i <= xs.length; i++) {
    if (i < xs.length && xs[i] === xs[from]) {
      groupHigh = ys[i] ?? 0;
      continue;
    }
    const x = xs[from] ?? 0;
    if (before) steepest = Math.max(steepest, Math.max(groupHigh - before.low, before.high - groupLow) / (x - before.x));
    before = { x, low: groupLow, high: groupHigh };
    [from, groupLow, groupHigh] = [i, ys[i] ?? 0, ys[i] ?? 0];
  }
  return steepest * 1.000001 + Number.MIN_VALUE;
}
