import type { Interval } from '../model/estimate.ts';
import { z95 } from './wilson-interval.ts';

/** Two estimates that were made of the same draw, with the variances of their errors and the covariance between them. */
export interface EstimatedRatio {
  readonly numerator: number;
  readonly denominator: number;
  readonly numeratorVariance: number;
  readonly denominatorVariance: number;
  readonly covariance: number;
}

/**
 * The interval of a ratio of two estimates whose errors are normal, 95 % unless z says another: all ratios that the two do not contradict. Null where the denominator
 * cannot be told from 0, as every ratio is possible then. Fieller, E. C. (1954), Some problems in interval estimation. JRSS B 16.
 */
export function ratioInterval(
  { numerator, denominator, numeratorVariance, denominatorVariance, covariance }: EstimatedRatio,
  z: number = z95,
): Interval | null {
  const square = denominator ** 2 - z ** 2 * denominatorVariance;
  if (!(square > 0)) return null;
  const middle = numerator * denominator - z ** 2 * covariance;
  const spread = Math.sqrt(Math.max(0, middle ** 2 - square * (numerator ** 2 - z ** 2 * numeratorVariance)));
  return { low: (middle - spread) / square, high: (middle + spread) / square };
}
