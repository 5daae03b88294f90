import { checkChoice } from '../check-options.ts';
import { type Column, checkColumn } from '../column.ts';
import { sorted } from '../descriptive/quantile.ts';

/** How far two distributions are apart at most. */
export interface DistributionDifference {
  readonly d: number;
  /** Two-sided. */
  readonly pValue: number;
  /**
   * Where the sizes multiply to less than 10,000: `exact` where no value comes twice, else `conditional`, exact given which are equal, both as R from 4.2 on.
   * Above, `asymptotic` without Stephens' correction, as SciPy's `asymp`. `exact` asked for with equal values takes them for different, as SciPy and ClickHouse.
   */
  readonly method: 'exact' | 'conditional' | 'asymptotic';
  readonly n: readonly [number, number];
}

/** Kolmogorov and Smirnov's test of two samples. @param method as R chooses where left out @throws UserError for an empty sample or a value that is not finite */
export function kolmogorovSmirnovTest(first: Column, second: Column, method?: DistributionDifference['method']): DistributionDifference {
  checkColumn(first, 'first');
  checkColumn(second, 'second');
  if (method) checkChoice('method', method, ['exact', 'conditional', 'asymptotic']);
  const [a, b] = [sorted(first), sorted(second)];
  const [m, n] = [a.length, b.length];
  const { d, ties, isBoundary } = farthest(a, b);
  const effective = (m * n) / (m + n);
  const chosen = method ?? (m * n >= 10_000 ? 'asymptotic' : ties === 0 ? 'exact' : 'conditional');
  const compared = chosen === 'exact' ? isBoundary.map(() => 1) : isBoundary;
  const pValue = chosen === 'asymptotic' ? kolmogorovAbove(d * Math.sqrt(effective)) : exactAbove(d, [m, n], compared);
  return { d, pValue, method: chosen, n: [m, n] };
}

interface Distance {
  readonly d: number;
  /** How many values come again. */
  readonly ties: number;
  /** By the number of values of both together: 1 where no equal one follows. */
  readonly isBoundary: Uint8Array;
}

/** The largest distance of two distribution functions. */
function farthest(a: Float64Array, b: Float64Array): Distance {
  const [m, n] = [a.length, b.length];
  const isBoundary = new Uint8Array(m + n + 1);
  let [i, j, d, ties] = [0, 0, 0, 0];
  while (i < m || j < n) {
    const value = Math.min(a[i] ?? Number.POSITIVE_INFINITY, b[j] ?? Number.POSITIVE_INFINITY);
    const before = i + j;
    while (i < m && a[i] === value) i++;
    while (j < n && b[j] === value) j++;
    ties += i + j - before - 1;
    isBoundary[i + j] = 1;
    d = Math.max(d, Math.abs(i / m - j / n));
  }
  return { d, ties, isBoundary };
}

/**
 * The share of orders of both samples that are as far apart at some place, by counting paths: who comes to (i, j) came from (i − 1, j) with chance i ÷ (i + j).
 * Hodges 1958; within equal values nothing is compared (Schröer and Trenkler 1995), as in R's `psmirnov`.
 */
function exactAbove(d: number, [m, n]: readonly [number, number], isBoundary: Uint8Array): number {
  const limit = (0.5 + Math.floor(d * m * n - 1e-7)) / (m * n);
  const far = new Float64Array(n + 1);
  const chanceAt = (i: number, j: number, before: number) => {
    if (isBoundary[i + j] === 1 && Math.abs(i / m - j / n) > limit) return 1;
    return i + j === 0 ? 0 : (i * (far[j] ?? 0) + j * before) / (i + j);
  };
  for (let i = 0; i <= m; i++) for (let j = 0; j <= n; j++) far[j] = chanceAt(i, j, far[j - 1] ?? 0);
  return far[n] ?? 0;
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
