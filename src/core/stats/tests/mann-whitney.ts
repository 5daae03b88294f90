import { checkChoice } from '../check-options.ts';
import { type Column, checkColumn } from '../column.ts';
import { rank } from '../descriptive/ranks.ts';
import { normalAbove } from '../distributions.ts';
import { type Alternative, checkTestOptions, correctedZ, pValueOf, type TestOptions } from './alternative.ts';
import { rankSumAtLeast } from './rank-sum-chance.ts';

/** Whether values of one group tend to be larger than those of another. */
export interface RankDifference {
  /** Pairs in which the first is larger, ties counted half. */
  readonly u: number;
  readonly z: number;
  readonly pValue: number;
  readonly alternative: Alternative;
  /** `exact` for fewer than 50 values in each group without ties, as R; else `normal`: the approximation with correction for ties and continuity. */
  readonly method: 'exact' | 'normal';
  /** P(first > second) − P(first < second): Cliff's δ, from −1 to 1. */
  readonly cliffsDelta: number;
  readonly n: readonly [number, number];
}

/** How the test is asked. */
export interface RankTestOptions extends Pick<TestOptions, 'alternative'> {
  /** As R chooses where left out. */
  readonly method?: RankDifference['method'];
}

/**
 * Mann and Whitney's U. It compares how values are ordered, not their means.
 * @param options `greater`: the first tends to be larger
 * @throws UserError for an empty group or a value that is not finite
 */
export function mannWhitneyTest(first: Column, second: Column, options: RankTestOptions = {}): RankDifference {
  const { alternative } = checkTestOptions(options);
  if (options.method) checkChoice('method', options.method, ['exact', 'normal']);
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
  const z = correctedZ(distance, variance, alternative);
  const method = options.method ?? (tieSum === 0 && m < 50 && n < 50 ? 'exact' : 'normal');
  const pValue = method === 'exact' ? exactPValue(u, m, n, alternative) : pValueOf(z, alternative, normalAbove);
  return { u, z, pValue, alternative, method, cliffsDelta: (2 * u) / (m * n) - 1, n: [m, n] };
}

function exactPValue(u: number, m: number, n: number, alternative: Alternative): number {
  if (alternative === 'two-sided') return Math.min(1, 2 * rankSumAtLeast(Math.max(u, m * n - u), m, n));
  return rankSumAtLeast(alternative === 'greater' ? u : m * n - u, m, n);
}
