import { betaBelow, logBeta, logGamma } from '../distributions.ts';
import type { Progress } from '../progress.ts';
import { checkPrediction, checkSteps } from './check-prediction.ts';
import type { PositiveFit } from './fit-positive.ts';
import { fitGeometricDropout, type GeometricDropout, geometricDropoutAlive, geometricDropoutExpected } from './geometric-dropout.ts';
import type { PurchaseHistories, PurchaseHistory } from './purchase-histories.ts';

/**
 * Fits the BG/NBD model: how often customers buy while they do, and how soon they stop, where no contract tells it.
 * Fader, Hardie and Lee 2005, "Counting your customers" the easy way, Marketing Science 24. It holds customers without a repeat to be alive.
 * @throws UserError for histories that cannot be, and where the data do not tell the parameters
 */
export function fitBgNbd(histories: PurchaseHistories, progress?: Progress): PositiveFit<keyof GeometricDropout> {
  return fitGeometricDropout('bg', histories, progress);
}

/** The chance that a customer with this history still buys; 1 without a repeat, by the model's assumption. */
export function bgNbdAlive(parameters: GeometricDropout, history: PurchaseHistory): number {
  return geometricDropoutAlive('bg', parameters, history);
}

/** Purchases expected within `time` after the end of observation. */
export function bgNbdExpected(parameters: GeometricDropout, history: PurchaseHistory, time: number): number {
  return geometricDropoutExpected('bg', parameters, history, time);
}

/** Repeat purchases expected of a new customer within `time` after the first purchase. */
export function bgNbdExpectedOfNew(parameters: GeometricDropout, time: number): number {
  return geometricDropoutExpected('bg', parameters, { repeats: 0, lastAt: 0, observedFor: 0 }, time);
}

/** The chance that a new customer buys again `count` times within `time`. Equation 8 of the paper. */
export function bgNbdCountChance(parameters: GeometricDropout, count: number, time: number): number {
  checkPrediction({ ...parameters }, time);
  checkSteps(count, 'the count of purchases');
  const { r, alpha, a, b } = parameters;
  const share = time / (alpha + time);
  const logCount =
    logGamma(r + count) - logGamma(r) - logGamma(count + 1) + r * Math.log1p(-share) + (count > 0 ? count * Math.log(share) : 0);
  const stayed = Math.exp(logBeta(a, b + count) - logBeta(a, b) + logCount);
  if (count === 0) return stayed;
  return stayed + Math.exp(logBeta(a + 1, b + count - 1) - logBeta(a, b)) * betaBelow(share, count, r);
}
