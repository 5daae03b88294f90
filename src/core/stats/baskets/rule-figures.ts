import type { Interval } from '../../model/estimate.ts';
import { chiSquareAbove } from '../distributions.ts';
import { wilsonInterval } from '../wilson-interval.ts';
import { togetherByChance } from './hypergeometric.ts';

/** Counts of baskets that a rule rests on. */
export interface RuleCounts {
  readonly n: number;
  /** With the antecedent, the consequent, and both. */
  readonly antecedentCount: number;
  readonly consequentCount: number;
  readonly count: number;
}

/** What the counts say of a rule. */
export interface RuleFigures {
  /** Share of all baskets that hold both. */
  readonly support: number;
  /** Share of the baskets with the antecedent that hold the consequent too, with Wilson's interval. */
  readonly confidence: number;
  readonly confidenceInterval: Interval;
  /** How many times as often both lie together as if they had nothing to do with each other; 1 is not at all. */
  readonly lift: number;
  readonly liftInterval: Interval;
  /** Support above what independence lets expect, in shares of all baskets. Piatetsky-Shapiro 1991. */
  readonly leverage: number;
  /** How many times as often the rule would fail were it chance; Infinity for a rule that never fails. Brin and others 1997. */
  readonly conviction: number;
}

export function ruleFigures(counts: RuleCounts, z: number): RuleFigures {
  const { n, antecedentCount, consequentCount, count } = counts;
  const confidence = count / antecedentCount;
  const missing = antecedentCount - count;
  return {
    support: count / n,
    confidence,
    confidenceInterval: wilsonInterval(count, antecedentCount, z) ?? { low: 0, high: 1 },
    lift: (count * n) / (antecedentCount * consequentCount),
    liftInterval: liftInterval(counts, z),
    leverage: count / n - (antecedentCount / n) * (consequentCount / n),
    conviction: missing === 0 ? Number.POSITIVE_INFINITY : ((n - consequentCount) * antecedentCount) / (n * missing),
  };
}

/**
 * Interval of a lift on its logarithm, whose variance is by the delta method 1/n₁₁ − 1/n₁. − 1/n.₁ + (2·lift − 1)/n of a multinomial sample. Good from
 * about 10 baskets with both; it is that of one rule named before looking, not of the best of many.
 */
function liftInterval({ n, antecedentCount, consequentCount, count }: RuleCounts, z: number): Interval {
  const lift = (count * n) / (antecedentCount * consequentCount);
  const variance = 1 / count - 1 / antecedentCount - 1 / consequentCount + (2 * lift - 1) / n;
  const factor = Math.exp(z * Math.sqrt(Math.max(0, variance)));
  return { low: lift / factor, high: lift * factor };
}

/** `fisher` asks whether both lie together more often than chance, exactly; `chi-square` is Pearson's two-sided χ² without correction. */
export type RuleTest = 'fisher' | 'chi-square';

/** p-value of a rule. A thing that lies in every basket, or in none, tells nothing: 1. */
export function rulePValue({ n, antecedentCount, consequentCount, count }: RuleCounts, test: RuleTest): number {
  if (test === 'fisher') return togetherByChance(count, antecedentCount, consequentCount, n);
  const spread = antecedentCount * (n - antecedentCount) * (consequentCount / n) * (n - consequentCount);
  if (spread === 0) return 1;
  return chiSquareAbove((count * n - antecedentCount * consequentCount) ** 2 / spread, 1);
}
