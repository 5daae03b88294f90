import type { Progress } from '../../stats/progress.ts';
import type { SparseRows } from '../features/sparse-rows.ts';
import type { LinearModel } from './linear-model.ts';
import { addRow, fitOneAgainstRest, type LinearOptions, scoreOf, type TwoSides } from './one-against-rest.ts';
import { putAside, shuffleActive, type VisitingOrder, visitingOrder } from './visiting-order.ts';

/**
 * Which weights of features tell the classes of texts apart with the widest margin: L2-regularised squared hinge loss, one class against the rest, the constant
 * regularised like a weight, as LIBLINEAR and scikit-learn's LinearSVC. Cost 1, tolerance 0.01 (LIBLINEAR has 0.1, scikit-learn 0.0001) and at most 1,000
 * steps unless said. Its scores are no chances (see `fitChances`).
 * Hsieh, Chang, Lin, Keerthi and Sundararajan 2008, A dual coordinate descent method for large-scale linear SVM, ICML.
 * @param labels the class of each row
 * @throws UserError for fewer than two classes, other than one label a row, and a cost or tolerance that is not above 0
 */
export function fitLinearSvm(rows: SparseRows, labels: readonly string[], options: LinearOptions = {}, progress?: Progress): LinearModel {
  const { cost = 1, classWeights = 'equal', tolerance = 0.01, mostSteps = 1000, seed = 1 } = options;
  const settled = { cost, classWeights, tolerance, mostSteps, seed };
  return fitOneAgainstRest('linear svm, one against the rest', widestMargin, rows, labels, settled, progress);
}

/** Where the steps stand. */
interface Descent {
  readonly weights: Float64Array;
  readonly duals: Float64Array;
  /** Put aside are rows that lie well outside the margin. */
  readonly order: VisitingOrder;
  /** The largest projected gradient of the former step. */
  formerHigh: number;
}

function widestMargin(sides: TwoSides): Float64Array {
  const { rows } = sides;
  const descent: Descent = {
    weights: new Float64Array(rows.columns + 1),
    duals: new Float64Array(rows.rows),
    order: visitingOrder(rows.rows),
    formerHigh: Number.POSITIVE_INFINITY,
  };
  for (let step = 0; step < sides.mostSteps; step++) {
    shuffleActive(descent.order, sides.random);
    const { high, low } = visitActive(sides, descent);
    const isDone = high - low <= sides.tolerance;
    descent.formerHigh = high > 0 && !isDone ? high : Number.POSITIVE_INFINITY;
    if (!isDone) continue;
    if (descent.order.active === rows.rows) break;
    descent.order.active = rows.rows;
  }
  return descent.weights;
}

/** Visits every row that is not put aside once, and moves its dual to where it is best. */
function visitActive(sides: TwoSides, descent: Descent): { readonly high: number; readonly low: number } {
  const { order, duals } = descent;
  let [high, low] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  let place = 0;
  while (place < order.active) {
    const row = order.rows[place] ?? 0;
    const gradient = gradientOf(sides, descent, row);
    if (duals[row] === 0 && gradient > descent.formerHigh) {
      putAside(order, place);
      continue;
    }
    place++;
    const projected = duals[row] === 0 && gradient > 0 ? 0 : gradient;
    high = Math.max(high, projected);
    low = Math.min(low, projected);
    if (Math.abs(projected) > 1e-12) moveDual(sides, descent, row, gradient);
  }
  return { high, low };
}

function gradientOf(sides: TwoSides, { weights, duals }: Descent, row: number): number {
  const sign = sides.signs[row] ?? 1;
  return sign * scoreOf(sides.rows, row, weights) - 1 + (duals[row] ?? 0) * slackOf(sides, sign);
}

/** What the squared loss adds to the square of a row. */
function slackOf({ positiveCost, negativeCost }: TwoSides, sign: number): number {
  return 0.5 / (sign > 0 ? positiveCost : negativeCost);
}

function moveDual(sides: TwoSides, { weights, duals }: Descent, row: number, gradient: number): void {
  const sign = sides.signs[row] ?? 1;
  const dual = duals[row] ?? 0;
  const moved = Math.max(dual - gradient / ((sides.squares[row] ?? 1) + slackOf(sides, sign)), 0);
  duals[row] = moved;
  addRow(sides.rows, row, (moved - dual) * sign, weights);
}
