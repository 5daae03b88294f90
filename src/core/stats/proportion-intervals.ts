import type { Interval } from '../model/estimate.ts';
import { checkChoice, checkLevel } from './check-options.ts';
import { cannotAnswer } from './column.ts';
import { betaQuantile, normalQuantile } from './distributions.ts';
import { wilsonInterval } from './wilson-interval.ts';

export const proportionIntervalMethods = ['wilson', 'agresti-coull', 'clopper-pearson', 'jeffreys', 'wald'] as const;
export type ProportionIntervalMethod = (typeof proportionIntervalMethods)[number];

/**
 * Interval of a proportion. `wilson` is ours everywhere; `clopper-pearson` never covers less than its level; `jeffreys` is the Bayesian one with a
 * Beta(½, ½) prior, its ends as they are at 0 and n successes; `wald` is the textbook one and covers too little. Brown, Cai and DasGupta 2001.
 * @throws UserError for no trials and for successes outside 0 to n
 */
export function proportionInterval(successes: number, n: number, method: ProportionIntervalMethod = 'wilson', level = 0.95): Interval {
  if (!(n > 0) || !(successes >= 0 && successes <= n))
    throw cannotAnswer(`${successes} of ${n} is no proportion; successes are from 0 to n, n above 0`);
  checkLevel(level);
  checkChoice('method', method, proportionIntervalMethods);
  const tail = (1 - level) / 2;
  const z = normalQuantile(1 - tail);
  switch (method) {
    case 'wilson':
      return wilsonInterval(successes, n, z) ?? { low: 0, high: 1 };
    case 'agresti-coull':
      return around((successes + (z * z) / 2) / (n + z * z), n + z * z, z);
    case 'clopper-pearson':
      return {
        low: successes === 0 ? 0 : betaQuantile(tail, successes, n - successes + 1),
        high: successes === n ? 1 : betaQuantile(1 - tail, successes + 1, n - successes),
      };
    case 'jeffreys':
      return {
        low: betaQuantile(tail, successes + 0.5, n - successes + 0.5),
        high: betaQuantile(1 - tail, successes + 0.5, n - successes + 0.5),
      };
    case 'wald':
      return around(successes / n, n, z);
  }
}

function around(share: number, n: number, z: number): Interval {
  const reach = z * Math.sqrt((share * (1 - share)) / n);
  return { low: Math.max(0, share - reach), high: Math.min(1, share + reach) };
}
