import type { Interval } from '../../model/estimate.ts';
import { normalQuantile, studentQuantile, studentTwoSided } from '../distributions.ts';

/** An estimated effect: how much the outcome (or its link) changes with one unit of the column, all else held. */
export interface Coefficient extends Interval {
  readonly name: string;
  readonly estimate: number;
  readonly standardError: number;
  /** Estimate ÷ error: t with finite degrees of freedom, z with infinite ones. Null where there is no error, as in a perfect fit. */
  readonly statistic: number | null;
  /** Two-sided. */
  readonly pValue: number;
}

/** Coefficients with their errors out of a covariance matrix, row by row; `df` = ∞ judges by the normal distribution. */
export function coefficientsOf(
  names: readonly string[],
  estimates: Float64Array,
  covariance: Float64Array,
  judged: { readonly df: number; readonly level: number },
): Coefficient[] {
  const size = names.length;
  return names.map((name, index) => judge(name, estimates[index] ?? 0, Math.sqrt(covariance[index * size + index] ?? 0), judged));
}

/** One estimate with its error, test and interval. */
export function judge(
  name: string,
  estimate: number,
  standardError: number,
  { df, level }: { readonly df: number; readonly level: number },
): Coefficient {
  const tail = (1 + level) / 2;
  const margin = standardError * (df === Number.POSITIVE_INFINITY ? normalQuantile(tail) : studentQuantile(tail, df));
  const statistic = estimate === 0 ? 0 : estimate / standardError;
  const isJudged = Number.isFinite(statistic);
  const pValue = isJudged ? studentTwoSided(statistic, df) : 0;
  return { name, estimate, standardError, statistic: isJudged ? statistic : null, pValue, low: estimate - margin, high: estimate + margin };
}
