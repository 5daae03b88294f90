import type { Interval } from '../../model/estimate.ts';
import { cannotAnswer } from '../column.ts';
import { betaBelow, betaQuantile, logBeta } from '../distributions.ts';
import type { Proportion } from '../tests/compare-proportions.ts';
import { gaussLegendre } from './gauss-legendre.ts';

/** What is believed of two proportions after seeing them. */
export interface Belief {
  /** P(first > second). */
  readonly chanceFirstIsLarger: number;
  /** 95 % credible intervals. */
  readonly first: Interval;
  readonly second: Interval;
}

/**
 * Bayesian comparison of two proportions under independent Beta priors (Beta(1, 1) by default), by quadrature.
 * @throws UserError for an empty group, successes outside 0 to n, a prior that is not above 0
 */
export function compareBeliefs(first: Proportion, second: Proportion, prior: readonly [number, number] = [1, 1]): Belief {
  for (const { successes, n } of [first, second]) {
    if (!(n >= 0 && Number.isFinite(n)) || !(successes >= 0 && successes <= n))
      throw cannotAnswer(`${successes} successes among ${n} cases cannot be`);
  }
  if (!(prior[0] > 0) || !(prior[1] > 0)) throw cannotAnswer('both numbers of the prior must be above 0');
  const [a1, b1, a2, b2] = [
    first.successes + prior[0],
    first.n - first.successes + prior[1],
    second.successes + prior[0],
    second.n - second.successes + prior[1],
  ];
  const [mean, spread] = [a1 / (a1 + b1), Math.sqrt((a1 * b1) / ((a1 + b1) ** 2 * (a1 + b1 + 1)))];
  const [low, high] = [Math.max(0, mean - 12 * spread), Math.min(1, mean + 12 * spread)];
  const scale = logBeta(a1, b1);
  const density = (x: number) => Math.exp((a1 - 1) * Math.log(x) + (b1 - 1) * Math.log1p(-x) - scale);
  const parts = 16;
  let chance = 0;
  for (let part = 0; part < parts; part++) {
    const from = low + ((high - low) * part) / parts;
    chance += gaussLegendre((x) => density(x) * betaBelow(x, a2, b2), from, from + (high - low) / parts);
  }
  const interval = (a: number, b: number) => ({ low: betaQuantile(0.025, a, b), high: betaQuantile(0.975, a, b) });
  return { chanceFirstIsLarger: Math.min(1, chance), first: interval(a1, b1), second: interval(a2, b2) };
}
