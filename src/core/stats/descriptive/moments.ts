import { type Column, checkColumn } from '../column.ts';

/** What the first four moments of a sample say, each by its convention. Null where too few values or no variation leave it undefined. */
export interface Moments {
  readonly n: number;
  readonly mean: number;
  /** Divisor n − 1. */
  readonly standardDeviation: number | null;
  /** g₁ = m₃ ÷ m₂^1.5, moments with divisor n. */
  readonly skewnessG1: number | null;
  /** G₁, the g₁ adjusted for bias; SAS, SPSS and Excel print it. */
  readonly skewnessAdjusted: number | null;
  /** g₂ = m₄ ÷ m₂² − 3: excess, 0 for a normal. */
  readonly excessKurtosisG2: number | null;
  /** G₂, the g₂ adjusted for bias; SAS, SPSS and Excel print it. */
  readonly excessKurtosisAdjusted: number | null;
}

/**
 * Mean, spread, skewness and kurtosis. Joanes and Gill, Comparing measures of sample skewness and kurtosis, The Statistician 47, 1998.
 * @throws UserError for no value or one that is not finite
 */
export function moments(values: Column): Moments {
  checkColumn(values, 'values');
  const n = values.length;
  const mean = meanOf(values);
  const [m2, m3, m4] = centralMoments(values, mean);
  const varies = m2 > 0;
  const g1 = varies ? m3 / m2 ** 1.5 : null;
  const g2 = varies ? m4 / (m2 * m2) - 3 : null;
  return {
    n,
    mean,
    standardDeviation: n > 1 ? Math.sqrt((m2 * n) / (n - 1)) : null,
    skewnessG1: g1,
    skewnessAdjusted: g1 === null || n < 3 ? null : (g1 * Math.sqrt(n * (n - 1))) / (n - 2),
    excessKurtosisG2: g2,
    excessKurtosisAdjusted: g2 === null || n < 4 ? null : ((n - 1) / ((n - 2) * (n - 3))) * ((n + 1) * g2 + 6),
  };
}

/** The arithmetic mean, in two passes so that rounding stays small. */
export function meanOf(values: Column): number {
  const n = values.length;
  let sum = 0;
  for (let i = 0; i < n; i++) sum += values[i] ?? 0;
  const first = sum / n;
  let rest = 0;
  for (let i = 0; i < n; i++) rest += (values[i] ?? 0) - first;
  return first + rest / n;
}

/** Sample variance, divisor n − 1. */
export function varianceOf(values: Column, mean = meanOf(values)): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += ((values[i] ?? 0) - mean) ** 2;
  return sum / (values.length - 1);
}

function centralMoments(values: Column, mean: number): readonly [number, number, number] {
  let [s2, s3, s4] = [0, 0, 0];
  for (let i = 0; i < values.length; i++) {
    const d = (values[i] ?? 0) - mean;
    const square = d * d;
    s2 += square;
    s3 += square * d;
    s4 += square * square;
  }
  const n = values.length;
  return [s2 / n, s3 / n, s4 / n];
}
