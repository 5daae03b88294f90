import { type Column, cannotAnswer } from '../column.ts';
import { dot } from '../dot.ts';
import { type PenalisedCoefficient, penaltyScale, unscaled } from './penalty-scale.ts';
import type { Predictor } from './regression-data.ts';
import { symmetricEigen } from './symmetric-eigen.ts';

export interface RidgeFit {
  readonly n: number;
  readonly penalty: number;
  readonly coefficients: readonly PenalisedCoefficient[];
  /** How many free coefficients the fit amounts to, without the intercept. */
  readonly effectiveColumns: number;
  /** Generalised cross-validation: mean squared residual ÷ (1 − (effectiveColumns + 1) ÷ n)². Smaller foretells better. */
  readonly gcv: number;
}

/**
 * Linear fit whose squared effects are penalised, for columns that say nearly the same: minimises RSS ÷ 2n + penalty ÷ 2 · Σβ² over columns brought to
 * spread 1 (divisor n); coefficients are on the scale as given. Equals scikit-learn's Ridge on such columns with alpha = n · penalty. Hoerl and Kennard 1970;
 * Golub, Heath and Wahba 1979.
 * @param penalties one or more, each 0 or more; 0 needs columns that are not collinear
 * @returns a fit for each penalty, in their order
 * @throws UserError as `penaltyScale`, and for a penalty that is negative or none
 */
export function ridgeRegression(outcome: Column, predictors: readonly Predictor[], penalties: readonly number[]): RidgeFit[] {
  for (const penalty of penalties) checkPenalty(penalty);
  const scale = penaltyScale(outcome, predictors);
  const size = scale.names.length;
  const { values, vectors } = symmetricEigen(scale.among, size);
  const axes = Array.from({ length: size }, (_, axis) => Float64Array.from({ length: size }, (__, row) => vectors[row * size + axis] ?? 0));
  const turned = axes.map((axis) => dot(axis, scale.withOutcome));
  return penalties.map((penalty) => {
    const drawn = Float64Array.from(values, (value, axis) => safeShare(turned[axis] ?? 0, value + penalty));
    const effects = Float64Array.from({ length: size }, (_, row) =>
      axes.reduce((sum, axis, index) => sum + (axis[row] ?? 0) * (drawn[index] ?? 0), 0),
    );
    const effectiveColumns = values.reduce((sum, value) => sum + safeShare(Math.max(value, 0), value + penalty), 0);
    const explained = values.reduce(
      (sum, value, axis) => sum + 2 * (turned[axis] ?? 0) * (drawn[axis] ?? 0) - value * (drawn[axis] ?? 0) ** 2,
      0,
    );
    const gcv = (scale.variance - explained) / (1 - (effectiveColumns + 1) / scale.n) ** 2;
    return { n: scale.n, penalty, coefficients: unscaled(scale, effects), effectiveColumns, gcv };
  });
}

/** Refuses a penalty that is no number from 0 on. @throws UserError */
export function checkPenalty(penalty: number): void {
  if (!(penalty >= 0 && penalty < Number.POSITIVE_INFINITY))
    throw cannotAnswer(`a penalty of ${penalty} is not allowed; give a number from 0 on`);
}

/** An axis along which the columns do not vary has no effect. */
function safeShare(part: number, whole: number): number {
  return whole > 1e-12 ? part / whole : 0;
}
