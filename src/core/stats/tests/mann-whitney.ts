import { type Column, checkColumn } from '../column.ts';
import { rank } from '../descriptive/ranks.ts';
import { normalTwoSided } from '../distributions.ts';
import { rankSumAtLeast } from './rank-sum-chance.ts';

/** Whether values of one group tend to be larger than those of another. */
export interface RankDifference {
  /** Pairs in which the first is larger, ties counted half. */
  readonly u: number;
  readonly z: number;
  /** Two-sided. */
  readonly pValue: number;
  /** `exact` for fewer than 50 values in each group without ties, as R; else `normal`: the approximation with correction for ties and continuity. */
  readonly method: 'exact' | 'normal';
  /** P(first > second) − P(first < second): Cliff's δ, from −1 to 1. */
  readonly cliffsDelta: number;
  readonly n: readonly [number, number];
}

/**
 * Mann and Whitney's U. It compares how values are ordered, not their means.
 * @param method as R chooses where left out
 * @throws UserError for an empty group or a value that is not finite
 */
export function mannWhitneyTest(first: Column, second: Column, method?: RankDifference['method']): RankDifference {
  checkColumn(first, 'first');
  checkColumn(second, 'second');
  const [m, n] = [first.length, second.length];
  const all = new Float64Array(m + n);
  all.set(Array.from(first), 0);
  all.set(Array.from(second), m);
  const { ranks, tieSum } = rank(all);
  let rankSum = 0;
  for (let i = 0; i < m; i++) rankSum += ranks[i] ?? 0;
  const u = rankSum - (m * (m + 1)) / 2;
  const total = m + n;
  const variance = ((m * n) / 12) * (total + 1 - tieSum / (total * (total - 1)));
  const distance = u - (m * n) / 2;
  const z = variance > 0 ? (Math.sign(distance) * Math.max(0, Math.abs(distance) - 0.5)) / Math.sqrt(variance) : 0;
  const chosen = method ?? (tieSum === 0 && m < 50 && n < 50 ? 'exact' : 'normal');
  const pValue = chosen === 'exact' ? Math.min(1, 2 * rankSumAtLeast(Math.max(u, m * n - u), m, n)) : normalTwoSided(z);
  return { u, z, pValue, method: chosen, cliffsDelta: (2 * u) / (m * n) - 1, n: [m, n] };
}
