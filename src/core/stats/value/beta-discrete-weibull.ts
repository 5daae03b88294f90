import { logBeta } from '../distributions.ts';
import type { Progress } from '../progress.ts';
import { checkSteps } from './check-prediction.ts';
import { fitPositive, type PositiveFit } from './fit-positive.ts';
import { type RenewalCohort, renewalCounts } from './renewal-cohorts.ts';

/** As shifted-beta-geometric, but a customer's own chance to leave falls (`c` < 1) or rises (`c` > 1) with age. */
export interface BetaDiscreteWeibull {
  readonly alpha: number;
  readonly beta: number;
  readonly c: number;
}

/**
 * Fits the beta-discrete-Weibull model of contracts that come up for renewal.
 * Fader, Hardie, Liu, Davin and Steenburgh 2018, "How to project customer retention" revisited, Journal of Interactive Marketing 43.
 * @throws UserError for cohorts that cannot be, and where the data do not tell the parameters
 */
export function fitBetaDiscreteWeibull(cohorts: readonly RenewalCohort[], progress?: Progress): PositiveFit<keyof BetaDiscreteWeibull> {
  const { lost, left, n } = renewalCounts(cohorts);
  return fitPositive({
    model: 'beta-discrete-Weibull',
    names: ['alpha', 'beta', 'c'],
    intervals: 'profile',
    start: [1, 1, 1],
    logLikelihood: ([alpha = 1, beta = 1, c = 1]) => {
      const survival = betaDiscreteWeibullSurvival({ alpha, beta, c }, lost.length);
      let sum = 0;
      for (let k = 0; k < lost.length; k++) {
        const now = survival[k] ?? 0;
        sum += countTimesLog(left[k] ?? 0, now) + countTimesLog(lost[k] ?? 0, now - (survival[k + 1] ?? 0));
      }
      return sum;
    },
    n,
    progress,
  });
}

/** The share of customers still there after each renewal from 0 to `renewals`. */
export function betaDiscreteWeibullSurvival({ alpha, beta, c }: BetaDiscreteWeibull, renewals: number): Float64Array {
  checkSteps(renewals, 'renewals');
  const base = logBeta(alpha, beta);
  return Float64Array.from({ length: renewals + 1 }, (_, k) => Math.exp(logBeta(alpha, beta + k ** c) - base));
}

function countTimesLog(count: number, chance: number): number {
  return count === 0 ? 0 : count * Math.log(chance);
}
