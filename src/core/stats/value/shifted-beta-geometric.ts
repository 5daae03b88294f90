import type { Progress } from '../progress.ts';
import { checkPrediction, checkSteps } from './check-prediction.ts';
import { fitPositive, type PositiveFit } from './fit-positive.ts';
import { type RenewalCohort, renewalCounts } from './renewal-cohorts.ts';

/** At each renewal a customer leaves with a chance of its own, which is beta(`alpha`, `beta`) over customers. */
export interface ShiftedBetaGeometric {
  readonly alpha: number;
  readonly beta: number;
}

/**
 * Fits the shifted-beta-geometric model of contracts that come up for renewal: why retention rises with age though no customer changes.
 * Fader and Hardie 2007, How to project customer retention, Journal of Interactive Marketing 21.
 * @throws UserError for cohorts that cannot be, and where the data do not tell the parameters
 */
export function fitShiftedBetaGeometric(cohorts: readonly RenewalCohort[], progress?: Progress): PositiveFit<keyof ShiftedBetaGeometric> {
  const { lost, left, n } = renewalCounts(cohorts);
  return fitPositive({
    model: 'shifted-beta-geometric',
    names: ['alpha', 'beta'],
    intervals: 'profile',
    start: [1, 1],
    logLikelihood: ([alpha = 1, beta = 1]) => {
      let survival = 0;
      let sum = 0;
      for (let k = 0; k < lost.length; k++) {
        sum += (left[k] ?? 0) * survival + (lost[k] ?? 0) * (survival + Math.log(alpha / (alpha + beta + k)));
        survival += Math.log((beta + k) / (alpha + beta + k));
      }
      return sum;
    },
    n,
    progress,
  });
}

/** The share of customers still there after each renewal from 0 to `renewals`. */
export function shiftedBetaGeometricSurvival({ alpha, beta }: ShiftedBetaGeometric, renewals: number): Float64Array {
  checkPrediction({ alpha, beta });
  checkSteps(renewals, 'renewals');
  const survival = new Float64Array(renewals + 1);
  survival[0] = 1;
  for (let k = 1; k <= renewals; k++) survival[k] = ((survival[k - 1] ?? 0) * (beta + k - 1)) / (alpha + beta + k - 1);
  return survival;
}
