import { type Column, cannotAnswer, checkColumn } from '../column.ts';
import { meanOf, varianceOf } from '../descriptive/moments.ts';
import { quantileOfSorted } from '../descriptive/quantile.ts';
import { studentQuantile } from '../distributions.ts';
import { directionOf } from './direction.ts';
import type { Outlier } from './median-outliers.ts';
import { robustDeviation } from './robust-deviation.ts';

export interface EsdOptions {
  /** Most outliers that there may be; a tenth of the values by default, 49 % at most. */
  readonly most?: number;
  /** The chance to find any where there is none; 0.05 by default. */
  readonly alpha?: number;
  /** Median and median deviation in the place of mean and standard deviation, as in Twitter's seasonal hybrid ESD; the alpha is then not exact. */
  readonly isRobust?: boolean;
}

/** One step of the test: the value farthest off once those before it are left out. */
export interface EsdStep {
  readonly index: number;
  readonly statistic: number;
  readonly critical: number;
}

/** Outliers among values, most extreme first. */
export interface EsdResult {
  readonly outliers: readonly Outlier[];
  readonly steps: readonly EsdStep[];
  readonly alpha: number;
  readonly n: number;
}

/**
 * How many and which outliers are among values that are else normal, without one hiding the other: the generalised extreme studentised deviate test.
 * Rosner 1983, Percentage points for a generalized ESD many-outlier procedure, Technometrics 25; exact from 25 values on.
 * @throws UserError for fewer than 3 values, one that is not finite, and options that cannot be
 */
export function generalisedEsd(values: Column, options: EsdOptions = {}): EsdResult {
  checkColumn(values, 'values', 3);
  const n = values.length;
  const { most = Math.max(1, Math.floor(n / 10)), alpha = 0.05, isRobust = false } = options;
  checkOptions(n, most, alpha);
  const order = Uint32Array.from(values, (_, i) => i).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const ascending = Float64Array.from(order, (i) => values[i] ?? 0);
  const steps: (EsdStep & { readonly score: number })[] = [];
  let [from, until] = [0, n];
  for (let step = 1; step <= most; step++) {
    const { middle, spread } = centreOf(ascending.subarray(from, until), isRobust);
    if (!(spread > 0)) break;
    const [low, high] = [middle - (ascending[from] ?? 0), (ascending[until - 1] ?? 0) - middle];
    const at = high >= low ? --until : from++;
    const score = ((ascending[at] ?? 0) - middle) / spread;
    steps.push({ index: order[at] ?? 0, statistic: Math.abs(score), critical: criticalValue(n - step + 1, alpha), score });
  }
  const found = steps.findLastIndex(({ statistic, critical }) => statistic > critical) + 1;
  return {
    outliers: steps.slice(0, found).map(({ index, score }) => ({ index, value: values[index] ?? 0, direction: directionOf(score), score })),
    steps: steps.map(({ index, statistic, critical }) => ({ index, statistic, critical })),
    alpha,
    n,
  };
}

function checkOptions(n: number, most: number, alpha: number): void {
  const largest = Math.max(1, Math.floor(0.49 * n));
  if (!Number.isSafeInteger(most) || most < 1 || most > largest)
    throw cannotAnswer(`the most outliers are a whole number from 1 to ${largest}, not ${most}`);
  if (!(alpha > 0 && alpha < 1)) throw cannotAnswer(`alpha is above 0 and below 1, not ${alpha}`);
}

function centreOf(ascending: Float64Array, isRobust: boolean): { readonly middle: number; readonly spread: number } {
  if (isRobust) {
    const middle = quantileOfSorted(ascending, 0.5);
    return { middle, spread: robustDeviation(ascending.map((value) => value - middle)) };
  }
  const middle = meanOf(ascending);
  return { middle, spread: ascending.length > 1 ? Math.sqrt(varianceOf(ascending, middle)) : 0 };
}

/** λ of `left` values not yet left out. */
function criticalValue(left: number, alpha: number): number {
  if (left < 3) return Number.POSITIVE_INFINITY;
  const t = studentQuantile(1 - alpha / (2 * left), left - 2);
  return ((left - 1) * t) / Math.sqrt((left - 2 + t * t) * left);
}
