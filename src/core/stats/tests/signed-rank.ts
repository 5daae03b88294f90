import { checkChoice } from '../check-options.ts';
import { type Column, cannotAnswer, checkColumn, checkSameLength } from '../column.ts';
import { rank } from '../descriptive/ranks.ts';
import { normalAbove } from '../distributions.ts';
import { type Alternative, checkTestOptions, correctedZ, pValueOf, type TestOptions } from './alternative.ts';

/** Whether the first values of pairs tend to be larger than the second. */
export interface PairedRankDifference {
  /** Sum of the ranks of positive differences, ranked by their size. */
  readonly v: number;
  readonly z: number;
  readonly pValue: number;
  readonly alternative: Alternative;
  /** `exact` for fewer than 50 pairs without equal sizes and without a difference of 0, as R; else `normal`, with correction for ties and continuity. */
  readonly method: 'exact' | 'normal';
  /** (positive ranks − negative ranks) ÷ all, from −1 to 1: the matched-pairs rank-biserial correlation. Kerby 2014. */
  readonly rankBiserial: number;
  /** Pairs that differ; the others are left out (Wilcoxon 1945). */
  readonly n: number;
}

/** How the test is asked. */
export interface SignedRankOptions extends Pick<TestOptions, 'alternative'> {
  /** As R chooses where left out. */
  readonly method?: PairedRankDifference['method'];
}

/**
 * Wilcoxon's signed ranks of paired values: are differences symmetric about 0? Wilcoxon 1945, Individual comparisons by ranking methods. For one sample against
 * a number give that number as all second values.
 * @param options `greater`: the first tends to be larger
 * @throws UserError for different lengths, a value that is not finite, and where no pair differs
 */
export function signedRankTest(first: Column, second: Column, options: SignedRankOptions = {}): PairedRankDifference {
  const { alternative } = checkTestOptions(options);
  if (options.method) checkChoice('method', options.method, ['exact', 'normal']);
  checkSameLength(first, second, ['first', 'second']);
  checkColumn(first, 'first');
  checkColumn(second, 'second');
  const differences = Float64Array.from(first, (value, i) => value - (second[i] ?? 0)).filter((value) => value !== 0);
  const n = differences.length;
  if (n === 0) throw cannotAnswer('no pair differs, so there is nothing to rank');
  const { ranks, tieSum } = rank(differences.map(Math.abs));
  const v = ranks.reduce((sum, each, i) => ((differences[i] ?? 0) > 0 ? sum + each : sum), 0);
  const all = (n * (n + 1)) / 2;
  const z = correctedZ(v - all / 2, (n * (n + 1) * (2 * n + 1)) / 24 - tieSum / 48, alternative);
  const isPlain = tieSum === 0 && n === first.length && n < 50;
  const method = options.method ?? (isPlain ? 'exact' : 'normal');
  const pValue = method === 'exact' ? exactPValue(v, n, alternative) : pValueOf(z, alternative, normalAbove);
  return { v, z, pValue, alternative, method, rankBiserial: (2 * v) / all - 1, n };
}

function exactPValue(v: number, n: number, alternative: Alternative): number {
  const all = (n * (n + 1)) / 2;
  if (alternative === 'two-sided') return Math.min(1, 2 * signedRankAtLeast(Math.max(v, all - v), n));
  return signedRankAtLeast(alternative === 'greater' ? v : all - v, n);
}

/** P(V ≥ v) without ties, by adding up: each rank is of a positive difference with chance ½. */
function signedRankAtLeast(v: number, n: number): number {
  const chances = new Float64Array((n * (n + 1)) / 2 + 1);
  chances[0] = 1;
  for (let k = 1; k <= n; k++)
    for (let sum = (k * (k + 1)) / 2; sum >= 0; sum--) chances[sum] = ((chances[sum] ?? 0) + (sum >= k ? (chances[sum - k] ?? 0) : 0)) / 2;
  return chances.subarray(Math.max(0, Math.ceil(v - 1e-9))).reduceRight((sum, chance) => sum + chance, 0);
}
