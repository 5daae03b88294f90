import { checkLevel } from '../check-options.ts';
import type { Coefficient } from './coefficient.ts';
import { judge } from './coefficient.ts';
import type { GlmFit } from './generalized-linear-fit.ts';
import { interceptName } from './regression-data.ts';

/** The mean change of the expected outcome itself (a chance, a count) with a column. */
export interface MarginalEffect extends Coefficient {
  /** `change`: from 0 to 1 of a column of zeros and ones. `slope`: per unit, at the rows as they are. */
  readonly kind: 'slope' | 'change';
}

/**
 * Average marginal effects of a logistic or Poisson fit with errors by the delta method: what a coefficient means on the scale of the outcome.
 * Greene, Econometric Analysis, 17.3; as `margins, dydx(*)` of Stata. Judged by the normal distribution.
 */
export function marginalEffects(fit: GlmFit, level = 0.95): MarginalEffect[] {
  checkLevel(level);
  return fit.coefficients.flatMap(({ name }, index) => {
    if (name === interceptName) return [];
    const kind = isIndicator(fit.columns[index]) ? 'change' : 'slope';
    const { effect, gradient } = kind === 'change' ? changeOf(fit, index) : slopeOf(fit, index);
    const error = Math.sqrt(Math.max(0, quadraticForm(fit.covariance, gradient)));
    return [{ ...judge(name, effect, error, { df: Number.POSITIVE_INFINITY, level }), kind }];
  });
}

interface Effect {
  readonly effect: number;
  /** Of the effect by each coefficient. */
  readonly gradient: Float64Array;
}

function isIndicator(column: Float64Array | undefined): boolean {
  return column?.every((value) => value === 0 || value === 1) ?? false;
}

/** β·mean(μ′), whose gradient is mean(μ′) in its own place and β·mean(μ″·x) in all. */
function slopeOf({ family, coefficients, columns, linearPredictor, weights, n }: GlmFit, index: number): Effect {
  const own = coefficients[index]?.estimate ?? 0;
  const gradient = new Float64Array(columns.length);
  let slopes = 0;
  for (let row = 0; row < linearPredictor.length; row++) {
    const eta = linearPredictor[row] ?? 0;
    const weight = (weights?.[row] ?? 1) / n;
    slopes += weight * family.slope(eta);
    addRow(gradient, columns, row, weight * own * family.bend(eta));
  }
  gradient[index] = (gradient[index] ?? 0) + slopes;
  return { effect: own * slopes, gradient };
}

/** mean(μ at 1 − μ at 0), whose gradient is mean(μ′ at 1 · x at 1 − μ′ at 0 · x at 0). */
function changeOf({ family, coefficients, columns, linearPredictor, weights, n }: GlmFit, index: number): Effect {
  const own = coefficients[index]?.estimate ?? 0;
  const gradient = new Float64Array(columns.length);
  let [effect, ofOwn] = [0, 0];
  for (let row = 0; row < linearPredictor.length; row++) {
    const without = (linearPredictor[row] ?? 0) - own * (columns[index]?.[row] ?? 0);
    const weight = (weights?.[row] ?? 1) / n;
    effect += weight * (family.mean(without + own) - family.mean(without));
    addRow(gradient, columns, row, weight * (family.slope(without + own) - family.slope(without)));
    ofOwn += weight * family.slope(without + own);
  }
  gradient[index] = ofOwn;
  return { effect, gradient };
}

function addRow(gradient: Float64Array, columns: readonly Float64Array[], row: number, factor: number): void {
  for (let column = 0; column < gradient.length; column++)
    gradient[column] = (gradient[column] ?? 0) + factor * (columns[column]?.[row] ?? 0);
}

function quadraticForm(matrix: Float64Array, vector: Float64Array): number {
  const size = vector.length;
  let sum = 0;
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++) sum += (vector[row] ?? 0) * (matrix[row * size + column] ?? 0) * (vector[column] ?? 0);
  return sum;
}
