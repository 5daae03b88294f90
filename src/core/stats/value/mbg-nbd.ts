import type { Progress } from '../progress.ts';
import type { PositiveFit } from './fit-positive.ts';
import { fitGeometricDropout, type GeometricDropout, geometricDropoutAlive, geometricDropoutExpected } from './geometric-dropout.ts';
import type { PurchaseHistories, PurchaseHistory } from './purchase-histories.ts';

/**
 * Fits the modified BG/NBD model, in which customers may leave after their first purchase as well.
 * Batislam, Denizel and Filiztekin 2007, International Journal of Research in Marketing 24. `intervals` are by profile likelihood, which makes the fit some ten times as long.
 * @throws UserError for histories that cannot be, and where the data do not tell the parameters
 */
export function fitMbgNbd(histories: PurchaseHistories, progress?: Progress): PositiveFit<keyof GeometricDropout> {
  return fitGeometricDropout('mbg', histories, progress);
}

/** The chance that a customer with this history still buys. */
export function mbgNbdAlive(parameters: GeometricDropout, history: PurchaseHistory): number {
  return geometricDropoutAlive('mbg', parameters, history);
}

/** Purchases expected within `time` after the end of observation. */
export function mbgNbdExpected(parameters: GeometricDropout, history: PurchaseHistory, time: number): number {
  return geometricDropoutExpected('mbg', parameters, history, time);
}

/** Repeat purchases expected of a new customer within `time` after the first purchase. */
export function mbgNbdExpectedOfNew(parameters: GeometricDropout, time: number): number {
  return geometricDropoutExpected('mbg', parameters, { repeats: 0, lastAt: 0, observedFor: 0 }, time);
}
