import type { Interval } from '../model/estimate.ts';
import { z95 } from './wilson-interval.ts';

/**
 * Normal interval of a mean from n, the sum and the sum of squares. Null below two values. It is of many values: of 30 normal ones a 95 % interval covers 94 %,
 * of 8 only 91 %, since the spread is estimated too; for few values take the interval of `pairedTest` or `welchTest`, which is Student's.
 */
export function meanInterval(n: number, sum: number, sumOfSquares: number, z: number = z95): Interval | null {
  if (n < 2) return null;
  const mean = sum / n;
  const variance = Math.max(0, (sumOfSquares - n * mean * mean) / (n - 1));
  const margin = z * Math.sqrt(variance / n);
  return { low: mean - margin, high: mean + margin };
}
