import type { Column } from '../column.ts';
import { type GlmFit, type GlmOptions, generalizedLinearFit } from './generalized-linear-fit.ts';
import { logisticFamily } from './logistic-family.ts';
import type { Predictor } from './regression-data.ts';

/**
 * How the chance of a yes goes with several columns: coefficients are changes of the log odds, e to their power odds ratios.
 * @param outcome 1 or 0 a row
 * @throws UserError as `generalizedLinearFit`
 */
export function logisticRegression(outcome: Column, predictors: readonly Predictor[], options: GlmOptions = {}): GlmFit {
  return generalizedLinearFit(logisticFamily, outcome, predictors, options);
}
