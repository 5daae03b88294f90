import { checkpoint, type Progress } from '../../stats/progress.ts';
import { seededRandom } from '../../stats/random.ts';
import { checkRows, type SparseRows } from '../features/sparse-rows.ts';
import { type LabelClasses, labelClasses } from './label-classes.ts';
import { addScores, type LinearModel } from './linear-model.ts';
import { checkPositive, countsOf, type LinearOptions, squaresOf } from './one-against-rest.ts';
import { putAside, shuffleActive, type VisitingOrder, visitingOrder } from './visiting-order.ts';

/**
 * How likely each class of a text is, from its features: multinomial logistic regression with L2-regularised weights (with cost C, ½ Σ w² + C Σ loss, the form
 * of LIBLINEAR and scikit-learn; of two classes that of the single set of weights), the constant regularised like a weight. `chancesOf` turns its scores into
 * chances. Cost 1, tolerance 0.01 and at most 200 steps unless said; the tolerance is the largest change of a chance that a visit of a row still brings.
 * The dual is climbed row by row with a line search between the chances held and those that follow from the weights.
 * Yu, Huang and Lin 2011, Dual coordinate descent methods for logistic regression and maximum entropy models, Machine Learning 85.
 * @throws UserError for fewer than two classes, other than one label a row, and a cost or tolerance that is not above 0
 */
export function fitLogisticClasses(
  rows: SparseRows,
  labels: readonly string[],
  options: Omit<LinearOptions, 'classWeights'> = {},
  progress?: Progress,
): LinearModel {
  const { cost = 1, tolerance = 0.01, mostSteps = 200, seed = 1 } = options;
  checkPositive({ cost, tolerance });
  checkRows(rows);
  const named = labelClasses(labels, rows.rows);
  const ascent = startAscent(rows, named, named.classes.length === 2 ? cost / 2 : cost);
  const order = visitingOrder(rows.rows);
  const random = seededRandom(seed);
  for (let step = 0; step < mostSteps; step++) {
    checkpoint(progress, step / mostSteps);
    shuffleActive(order, random);
    const isAll = order.active === rows.rows;
    if (visitRows(ascent, order, tolerance) > tolerance) continue;
    if (isAll) break;
    order.active = rows.rows;
  }
  return {
    method: 'logistic, multinomial',
    classes: named.classes,
    n: rows.rows,
    classCounts: countsOf(named),
    features: rows.columns,
    weights: ascent.weights,
  };
}

/** Chances of each class, row by row, from the scores of a logistic model (softmax). */
export function chancesOf(scores: Float64Array, classes: number): Float64Array {
  const chances = Float64Array.from(scores);
  for (let from = 0; from < chances.length; from += classes) softmax(chances.subarray(from, from + classes));
  return chances;
}

interface Ascent {
  readonly rows: SparseRows;
  readonly squares: Float64Array;
  readonly cost: number;
  readonly weights: Float32Array;
  /** Chances of each class that the duals stand for, row by row. */
  readonly held: Float64Array;
  /** Scratch: chances that follow from the weights, and the way to them. */
  readonly next: Float64Array;
  readonly way: Float64Array;
}

/** Starts with nearly all chance on the class of each row, so that the weights are nearly 0. */
function startAscent(rows: SparseRows, { classes, numbers }: LabelClasses, cost: number): Ascent {
  const size = classes.length;
  const held = new Float64Array(rows.rows * size).fill(startShare / (size - 1));
  for (let row = 0; row < rows.rows; row++) held[row * size + (numbers[row] ?? 0)] = 1 - startShare;
  const weights = new Float32Array((rows.columns + 1) * size);
  const ascent = { rows, squares: squaresOf(rows), cost, weights, held, next: new Float64Array(size), way: new Float64Array(size) };
  for (let row = 0; row < rows.rows; row++) {
    const own = numbers[row] ?? 0;
    ascent.way.fill(-startShare / (size - 1));
    ascent.way[own] = startShare;
    addWay(ascent, row, cost);
  }
  return ascent;
}

const startShare = 1e-3;

/** Visits each active row once, and puts aside those that hardly change. @returns the largest change of a chance */
function visitRows(ascent: Ascent, order: VisitingOrder, tolerance: number): number {
  let largest = 0;
  let place = 0;
  while (place < order.active) {
    const row = order.rows[place] ?? 0;
    const change = visitRow(ascent, row);
    largest = Math.max(largest, change);
    if (change < tolerance / 10) putAside(order, place);
    else place++;
  }
  return largest;
}

function visitRow(ascent: Ascent, row: number): number {
  const { rows, weights, held, next, way } = ascent;
  const size = next.length;
  for (let c = 0; c < size; c++) next[c] = weights[rows.columns * size + c] ?? 0;
  addScores(weights, rows, row, next);
  softmax(next);
  let largest = 0;
  for (let c = 0; c < size; c++) {
    const distance = (next[c] ?? 0) - (held[row * size + c] ?? 0);
    way[c] = distance;
    largest = Math.max(largest, Math.abs(distance));
  }
  if (largest < 1e-9) return 0;
  const share = bestShare(ascent, row);
  for (let c = 0; c < size; c++) held[row * size + c] = (held[row * size + c] ?? 0) + share * (way[c] ?? 0);
  addWay(ascent, row, -ascent.cost * share);
  return largest;
}

/** How far to go from the chances held to those that follow from the weights: Newton's steps on the slope of the dual, which rises. */
function bestShare({ squares, cost, held, next, way }: Ascent, row: number): number {
  const size = next.length;
  let lengths = 0;
  for (let c = 0; c < size; c++) lengths += (way[c] ?? 0) ** 2;
  const bend = cost * (squares[row] ?? 1) * lengths;
  let share = 0;
  for (let tries = 0; tries < 4; tries++) {
    let [slope, curve] = [share * bend, bend];
    for (let c = 0; c < size; c++) {
      const step = way[c] ?? 0;
      const at = Math.max((held[row * size + c] ?? 0) + share * step, least);
      slope += step * Math.log(at / Math.max(next[c] ?? 0, least));
      curve += (step * step) / at;
    }
    const moved = Math.min(1, Math.max(share / 2, share - slope / curve));
    if (Math.abs(moved - share) < 1e-3 * moved) return moved;
    share = moved;
  }
  return share;
}

const least = 1e-300;

/** Adds the way, times a factor and the values of a row, to the weights. */
function addWay({ rows, weights, way }: Ascent, row: number, factor: number): void {
  const size = way.length;
  const to = rows.starts[row + 1] ?? 0;
  for (let at = rows.starts[row] ?? 0; at < to; at++) {
    const base = (rows.indices[at] ?? 0) * size;
    const scaled = factor * (rows.values[at] ?? 0);
    for (let c = 0; c < size; c++) weights[base + c] = (weights[base + c] ?? 0) + scaled * (way[c] ?? 0);
  }
  const last = rows.columns * size;
  for (let c = 0; c < size; c++) weights[last + c] = (weights[last + c] ?? 0) + factor * (way[c] ?? 0);
}

function softmax(values: Float64Array): void {
  let highest = Number.NEGATIVE_INFINITY;
  for (let c = 0; c < values.length; c++) highest = Math.max(highest, values[c] ?? 0);
  let sum = 0;
  for (let c = 0; c < values.length; c++) {
    const power = Math.exp((values[c] ?? 0) - highest);
    values[c] = power;
    sum += power;
  }
  for (let c = 0; c < values.length; c++) values[c] = (values[c] ?? 0) / sum;
}
