import type { Interval } from '../model/estimate.ts';
import { z95 } from './wilson-interval.ts';

/** Student's 95 % interval of a mean from n, the sum and the sum of squares: exact for normal values, near it for many of any kind. Null below two values. */
export function meanInterval(n: number, sum: number, sumOfSquares: number): Interval | null {
  if (n < 2) return null;
  const mean = sum / n;
  const variance = Math.max(0, (sumOfSquares - n * mean * mean) / (n - 1));
  const margin = student95(n - 1) * Math.sqrt(variance / n);
  return { low: mean - margin, high: mean + margin };
}

/** Coefficients of the expansion of Student's t by 1 ÷ df at z95. */
const expansion = [
  (z95 ** 3 + z95) / 4,
  (5 * z95 ** 5 + 16 * z95 ** 3 + 3 * z95) / 96,
  (3 * z95 ** 7 + 19 * z95 ** 5 + 17 * z95 ** 3 - 15 * z95) / 384,
  (79 * z95 ** 9 + 776 * z95 ** 7 + 1482 * z95 ** 5 - 1920 * z95 ** 3 - 945 * z95) / 92_160,
];

/**
 * The t within which 95 % of Student's distribution lie: closed for one and two degrees of freedom, else by the expansion of Abramowitz and Stegun 26.7.5, at most 0.13 % off.
 * The page counts intervals as well, and the library of exact quantiles compiles code, which the page's content policy forbids.
 */
export function student95(df: number): number {
  if (df === 1) return Math.tan(Math.PI * 0.475);
  if (df === 2) return 0.95 * Math.sqrt(2 / (1 - 0.95 ** 2));
  return expansion.reduce((sum, term, index) => sum + term / df ** (index + 1), z95);
}
