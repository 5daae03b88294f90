import type { Interval } from '../../model/estimate.ts';
import { checkLevel } from '../check-options.ts';
import { cannotAnswer } from '../column.ts';
import { studentQuantile, studentTwoSided } from '../distributions.ts';
import type { Summary } from '../tests/compare-means.ts';

/** Two arms within one stratum. */
export interface StratumOfMeans {
  readonly first: Summary;
  readonly second: Summary;
}

/** A difference of two means over strata: first less second. */
export interface StratifiedDifference extends Interval {
  readonly difference: number;
  readonly standardError: number;
  readonly t: number;
  /** Satterthwaite's. */
  readonly df: number;
  readonly pValue: number;
  readonly level: number;
  readonly strata: number;
  readonly n: readonly [number, number];
  /** Share of the variance of the plain difference that the strata take away; it may be next to nothing. */
  readonly gain: number;
}

/**
 * Do two arms differ in their mean, each stratum compared with itself and weighed by its share of all cases (post-stratification)? Miratrix, Sekhon and Yu 2013.
 * Strata must have been known before the experiment began.
 * @throws UserError for no stratum, an arm of fewer than two cases in one, and where nothing varies
 */
export function stratifiedDifference(strata: readonly StratumOfMeans[], level = 0.95): StratifiedDifference {
  if (strata.length === 0) throw cannotAnswer('there is no stratum; give at least one with both arms');
  checkLevel(level);
  for (const [index, { first, second }] of strata.entries()) {
    if (!(first.n >= 2 && second.n >= 2))
      throw cannotAnswer(`stratum ${index + 1} has ${first.n} and ${second.n} cases; both arms need at least 2, merge it with another`);
  }
  const n = strata.reduce((sum, { first, second }) => sum + first.n + second.n, 0);
  let [difference, variance, squares] = [0, 0, 0];
  for (const { first, second } of strata) {
    const weight = (first.n + second.n) / n;
    difference += weight * (first.mean - second.mean);
    for (const arm of [first, second]) {
      const part = (weight * weight * arm.variance) / arm.n;
      variance += part;
      squares += (part * part) / (arm.n - 1);
    }
  }
  if (!(variance > 0)) throw cannotAnswer('no arm varies within any stratum, so there is no noise to judge the difference by');
  const [standardError, df] = [Math.sqrt(variance), (variance * variance) / squares];
  const reach = studentQuantile((1 + level) / 2, df) * standardError;
  const [first, second] = [pooled(strata.map((stratum) => stratum.first)), pooled(strata.map((stratum) => stratum.second))];
  const t = difference / standardError;
  return {
    difference,
    standardError,
    low: difference - reach,
    high: difference + reach,
    t,
    df,
    pValue: studentTwoSided(t, df),
    level,
    strata: strata.length,
    n: [first.n, second.n],
    gain: 1 - variance / (first.variance / first.n + second.variance / second.n),
  };
}

/** One summary of several. */
function pooled(parts: readonly Summary[]): Summary {
  const n = parts.reduce((sum, part) => sum + part.n, 0);
  const mean = parts.reduce((sum, part) => sum + (part.n * part.mean) / n, 0);
  const squares = parts.reduce((sum, part) => sum + (part.n - 1) * part.variance + part.n * (part.mean - mean) ** 2, 0);
  return { n, mean, variance: squares / (n - 1) };
}
