import type { Interval } from '../model/estimate.ts';
import { studentQuantile } from './distributions.ts';

/**
 * Student's interval of a mean from n, the sum and the sum of squares: exact for normal values, near it for many of any kind. Null below two values.
 * @param level share of samples whose interval holds the mean, 0.95 by default
 */
export function meanInterval(n: number, sum: number, sumOfSquares: number, level = 0.95): Interval | null {
  if (n < 2) return null;
  const mean = sum / n;
  const variance = Math.max(0, (sumOfSquares - n * mean * mean) / (n - 1));
  const margin = studentQuantile((1 + level) / 2, n - 1) * Math.sqrt(variance / n);
  return { low: mean - margin, high: mean + margin };
}
