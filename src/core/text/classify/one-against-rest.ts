import { cannotAnswer } from '../../stats/column.ts';
import { checkpoint, type Progress } from '../../stats/progress.ts';
import { type Random, seededRandom } from '../../stats/random.ts';
import type { SparseRows } from '../features/sparse-rows.ts';
import { type LabelClasses, labelClasses } from './label-classes.ts';
import type { LinearModel } from './linear-model.ts';

export interface LinearOptions {
  /** The cost of errors against that of large weights, C of LIBLINEAR; more fits closer. */
  readonly cost?: number;
  /** `balanced` weighs errors of a class by texts / (classes · texts of the class). `equal` unless said. */
  readonly classWeights?: 'equal' | 'balanced';
  /** The steps end when the largest violation is below it. */
  readonly tolerance?: number;
  readonly mostSteps?: number;
  /** Of the order in which rows are visited. 1 unless said. */
  readonly seed?: number;
}

/** One class against the others: the sign of each row, and the cost of an error on either side. */
export interface TwoSides {
  readonly rows: SparseRows;
  /** Σ x² of each row with the constant, that is plus 1. */
  readonly squares: Float64Array;
  readonly signs: Int8Array;
  readonly positiveCost: number;
  readonly negativeCost: number;
  readonly tolerance: number;
  readonly mostSteps: number;
  readonly random: Random;
}

/** Weights of the features and, last, the constant. */
export type TwoSidesSolver = (sides: TwoSides) => Float64Array;

/** Learns one set of weights a class against all others, by a solver of two sides; of two classes one set and its opposite. */
export function fitOneAgainstRest(
  method: LinearModel['method'],
  solve: TwoSidesSolver,
  rows: SparseRows,
  labels: readonly string[],
  options: Required<LinearOptions>,
  progress?: Progress,
): LinearModel {
  checkPositive(options);
  const named = labelClasses(labels, rows.rows);
  const size = named.classes.length;
  const classCounts = countsOf(named);
  const weights = new Float32Array((rows.columns + 1) * size);
  const squares = squaresOf(rows);
  for (let c = 0; c < size; c++) {
    checkpoint(progress, c / size);
    if (size === 2 && c === 0) continue;
    const solved = solve({
      rows,
      squares,
      signs: Int8Array.from(named.numbers, (number) => (number === c ? 1 : -1)),
      ...costsOf(rows.rows, classCounts[c] ?? 0, options),
      tolerance: options.tolerance,
      mostSteps: options.mostSteps,
      random: seededRandom(options.seed),
    });
    for (let f = 0; f < solved.length; f++) weights[f * size + c] = solved[f] ?? 0;
  }
  if (size === 2) mirror(weights);
  return { method, classes: named.classes, n: rows.rows, classCounts, features: rows.columns, weights };
}

/** @throws UserError when one is not above 0 */
export function checkPositive({ cost, tolerance }: Required<Pick<LinearOptions, 'cost' | 'tolerance'>>): void {
  if (!(cost > 0) || !Number.isFinite(cost)) throw cannotAnswer(`a cost of ${cost}; give a number above 0`);
  if (!(tolerance > 0)) throw cannotAnswer(`a tolerance of ${tolerance}; give a number above 0`);
}

function costsOf(n: number, positives: number, { cost, classWeights }: Required<LinearOptions>) {
  const weightOf = (texts: number) => (classWeights === 'balanced' ? n / (2 * texts) : 1);
  return { positiveCost: cost * weightOf(positives), negativeCost: cost * weightOf(n - positives) };
}

/** Of two classes the weights of the first are the opposite of those of the second. */
function mirror(weights: Float32Array): void {
  for (let at = 0; at < weights.length; at += 2) weights[at] = -(weights[at + 1] ?? 0);
}

/** Σ weight · value of a row, and the constant. */
export function scoreOf({ starts, indices, values, columns }: SparseRows, row: number, weights: Float64Array): number {
  let score = weights[columns] ?? 0;
  const to = starts[row + 1] ?? 0;
  for (let at = starts[row] ?? 0; at < to; at++) score += (values[at] ?? 0) * (weights[indices[at] ?? 0] ?? 0);
  return score;
}

/** Adds a multiple of a row to the weights, and it itself to the constant. */
export function addRow({ starts, indices, values, columns }: SparseRows, row: number, factor: number, weights: Float64Array): void {
  const to = starts[row + 1] ?? 0;
  for (let at = starts[row] ?? 0; at < to; at++) {
    const index = indices[at] ?? 0;
    weights[index] = (weights[index] ?? 0) + factor * (values[at] ?? 0);
  }
  weights[columns] = (weights[columns] ?? 0) + factor;
}

/** How many rows each class has. */
export function countsOf({ classes, numbers }: LabelClasses): number[] {
  const counts = classes.map(() => 0);
  for (const number of numbers) counts[number] = (counts[number] ?? 0) + 1;
  return counts;
}

/** Σ x² of each row, and 1 for the constant. */
export function squaresOf(rows: SparseRows): Float64Array {
  const squares = new Float64Array(rows.rows);
  for (let row = 0; row < rows.rows; row++) {
    let sum = 1;
    for (let at = rows.starts[row] ?? 0; at < (rows.starts[row + 1] ?? 0); at++) sum += (rows.values[at] ?? 0) ** 2;
    squares[row] = sum;
  }
  return squares;
}
