import { type Column, checkColumn } from '../column.ts';
import { sorted } from '../descriptive/quantile.ts';

/** How far two distributions are apart at most. */
export interface DistributionDifference {
  readonly d: number;
  /** Two-sided, asymptotic with Stephens' correction left out, as SciPy's `asymp`. */
  readonly pValue: number;
  readonly n: readonly [number, number];
}

/** Kolmogorov and Smirnov's test of two samples. @throws UserError for an empty sample or a value that is not finite */
export function kolmogorovSmirnovTest(first: Column, second: Column): DistributionDifference {
  checkColumn(first, 'first');
  checkColumn(second, 'second');
  const [a, b] = [sorted(first), sorted(second)];
  const [m, n] = [a.length, b.length];
  let [i, j, d] = [0, 0, 0];
  while (i < m && j < n) {
    const value = Math.min(a[i] ?? 0, b[j] ?? 0);
    while (i < m && a[i] === value) i++;
    while (j < n && b[j] === value) j++;
    d = Math.max(d, Math.abs(i / m - j / n));
  }
  const effective = (m * n) / (m + n);
  return { d, pValue: kolmogorovAbove(d * Math.sqrt(effective)), n: [m, n] };
}

/** P(K > x) of Kolmogorov's distribution: 2 Σ (−1)^(k−1) exp(−2k²x²); by its other series for small x. */
function kolmogorovAbove(x: number): number {
  if (x <= 0) return 1;
  let sum = 0;
  if (x < 1) {
    for (let k = 1; k <= 20; k++) sum += Math.exp((-((2 * k - 1) ** 2) * Math.PI ** 2) / (8 * x * x));
    return 1 - (Math.sqrt(2 * Math.PI) / x) * sum;
  }
  for (let k = 1; k <= 100; k++) sum += (k % 2 === 1 ? 1 : -1) * Math.exp(-2 * k * k * x * x);
  return Math.min(1, Math.max(0, 2 * sum));
}
