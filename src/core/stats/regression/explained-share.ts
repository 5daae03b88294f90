import { type Column, cannotAnswer } from '../column.ts';
import { dot } from '../dot.ts';
import { checkIndependence, type Predictor, regressionData } from './regression-data.ts';
import { triangularFactor } from './triangular-factor.ts';

/** Correlations of the columns with each other (row by row) and with the outcome. */
export interface Correlations {
  readonly names: readonly string[];
  readonly n: number;
  readonly among: Float64Array;
  readonly withOutcome: Float64Array;
}

/**
 * What relative importance is calculated from.
 * @throws UserError as `ordinaryLeastSquares`, and where the outcome does not vary
 */
export function correlationsWith(outcome: Column, predictors: readonly Predictor[]): Correlations {
  if (predictors.length === 0) throw cannotAnswer('there is no column whose importance could be judged');
  const { columns, outcome: y, names, n } = regressionData(outcome, predictors);
  const width = columns.length + 1;
  const triangle = triangularFactor([...columns, y]);
  checkIndependence(triangle, width, names);
  const centred = Array.from({ length: width - 1 }, (_, index) =>
    Float64Array.from({ length: width - 1 }, (__, row) => triangle[(row + 1) * width + index + 1] ?? 0),
  );
  const norms = centred.map((column) => Math.sqrt(dot(column, column)));
  const level = Math.abs(triangle[width - 1] ?? 0);
  if (!((norms.at(-1) ?? 0) > 1e-14 * level)) throw cannotAnswer('the outcome is the same in every row, so there is nothing to explain');
  const unit = centred.map((column, index) => column.map((value) => value / (norms[index] ?? 1)));
  const target = unit[width - 2] ?? new Float64Array(0);
  const size = width - 2;
  const among = Float64Array.from({ length: size * size }, (_, at) =>
    dot(unit[Math.floor(at / size)] ?? target, unit[at % size] ?? target),
  );
  return {
    names: names.slice(1),
    n,
    among,
    withOutcome: Float64Array.from({ length: size }, (_, index) => dot(unit[index] ?? target, target)),
  };
}

/** R² of the outcome on some of the columns, by Cholesky's decomposition of their correlations with the outcome as the last column. */
export function explainedShare({ among, withOutcome }: Correlations, chosen: readonly number[]): number {
  const [size, count] = [withOutcome.length, chosen.length];
  const lower = new Float64Array((count + 1) * count);
  let share = 0;
  for (let column = 0; column < count; column++) {
    const at = (chosen[column] ?? 0) * size;
    const root = Math.sqrt(Math.max(remainder(lower, count, column, column, 1), Number.EPSILON));
    lower[column * count + column] = root;
    for (let row = column + 1; row < count; row++)
      lower[row * count + column] = remainder(lower, count, row, column, among[at + (chosen[row] ?? 0)] ?? 0) / root;
    const turned = remainder(lower, count, count, column, withOutcome[chosen[column] ?? 0] ?? 0) / root;
    lower[count * count + column] = turned;
    share += turned * turned;
  }
  return share;
}

function remainder(lower: Float64Array, width: number, row: number, column: number, entry: number): number {
  let sum = entry;
  for (let k = 0; k < column; k++) sum -= (lower[row * width + k] ?? 0) * (lower[column * width + k] ?? 0);
  return sum;
}
