import { type Column, checkColumn } from '../column.ts';
import { sorted } from '../descriptive/quantile.ts';

/** How far two distributions are apart at most. */
export interface DistributionDifference {
  readonly d: number;
  /** Two-sided. */
  readonly pValue: number;
  /** `exact` where the sizes multiply to less than 10,000 and no value comes twice, as R; else `asymptotic` without Stephens' correction, as SciPy's `asymp`. */
  readonly method: 'exact' | 'asymptotic';
  readonly n: readonly [number, number];
}

/** Kolmogorov and Smirnov's test of two samples. @param method as R chooses where left out @throws UserError for an empty sample or a value that is not finite */
export function kolmogorovSmirnovTest(first: Column, second: Column, method?: DistributionDifference['method']): DistributionDifference {
  checkColumn(first, 'first');
  checkColumn(second, 'second');
  const [a, b] = [sorted(first), sorted(second)];
  const [m, n] = [a.length, b.length];
  const { d, ties } = farthest(a, b);
  const effective = (m * n) / (m + n);
  const chosen = method ?? (ties === 0 && m * n < 10_000 ? 'exact' : 'asymptotic');
  const pValue = chosen === 'exact' ? exactAbove(d, m, n) : kolmogorovAbove(d * Math.sqrt(effective));
  return { d, pValue, method: chosen, n: [m, n] };
}

/** The largest distance of two distribution functions, and how many values come again. */
function farthest(a: Float64Array, b: Float64Array): { readonly d: number; readonly ties: number } {
  const [m, n] = [a.length, b.length];
  let [i, j, d, ties] = [0, 0, 0, 0];
  while (i < m && j < n) {
    const value = Math.min(a[i] ?? 0, b[j] ?? 0);
    const before = i + j;
    while (i < m && a[i] === value) i++;
    while (j < n && b[j] === value) j++;
    ties += i + j - before - 1;
    d = Math.max(d, Math.abs(i / m - j / n));
  }
  return { d, ties };
}

/** The share of orders of both samples that are as far apart at some place, by counting paths. Hodges 1958; the recursion of R's `psmirnov`. */
function exactAbove(d: number, m: number, n: number): number {
  const limit = (0.5 + Math.floor(d * m * n - 1e-7)) / (m * n);
  const paths = Float64Array.from({ length: n + 1 }, (_, j) => (j / n > limit ? 0 : 1));
  for (let i = 1; i <= m; i++) {
    const weight = i / (i + n);
    paths[0] = i / m > limit ? 0 : weight * (paths[0] ?? 0);
    for (let j = 1; j <= n; j++) paths[j] = Math.abs(i / m - j / n) > limit ? 0 : weight * (paths[j] ?? 0) + (paths[j - 1] ?? 0);
  }
  return Math.min(1, Math.max(0, 1 - (paths[n] ?? 0)));
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
