import type { Column } from '../column.ts';
import { type GlmFit, type GlmOptions, generalizedLinearFit } from './generalized-linear-fit.ts';
import { poissonFamily } from './poisson-family.ts';
import type { Predictor } from './regression-data.ts';

/**
 * How a count goes with several columns: e to the power of a coefficient is the factor by which one unit multiplies the mean. For rates give the
 * logarithm of the exposure as `offset`. Where `dispersion` is well above 1 the errors are too small.
 * @param outcome a whole number from 0 on a row
 * @throws UserError as `generalizedLinearFit`
 */
export function poissonRegression(outcome: Column, predictors: readonly Predictor[], options: GlmOptions = {}): GlmFit {
  return generalizedLinearFit(poissonFamily, outcome, predictors, options);
}
