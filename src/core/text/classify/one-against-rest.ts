import { cannotAnswer } from '../../stats/column.ts';
import { checkpoint, type Progress } from '../../stats/progress.ts';
import { type Random, seededRandom } from '../../stats/random.ts';
import { type MergedColumns, mergeEqualColumns } from '../features/merge-equal-columns.ts';
import { checkRows, type SparseRows } from '../features/sparse-rows.ts';
import { classLanes } from './class-lanes.ts';
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

/** Some classes, each against all others. */
export interface ClassSides {
  readonly rows: SparseRows;
  /** Σ x² of each row with the constant, that is plus 1. */
  readonly squares: Float64Array;
  /** The class of each row, and the first of those that are learned here. */
  readonly numbers: Int32Array;
  readonly first: number;
  /** Costs of an error of each of the classes. */
  readonly costs: readonly SideCosts[];
  readonly tolerance: number;
  readonly mostSteps: number;
  readonly random: Random;
}

export interface SideCosts {
  readonly positive: number;
  readonly negative: number;
}

/** Weights of the features and, last, the constant, of as many classes as `lanes`: that of feature f for class c at f · lanes + c. */
export type ClassSidesSolver = (sides: ClassSides, lanes: number) => Float32Array;

/** Learns one set of weights a class against all others, some classes side by side; of two classes one set and its opposite. */
export function fitOneAgainstRest(
  method: LinearModel['method'],
  solve: ClassSidesSolver,
  rows: SparseRows,
  labels: readonly string[],
  options: Required<LinearOptions>,
  progress?: Progress,
): LinearModel {
  checkPositive(options);
  checkRows(rows);
  const { classes, numbers } = labelClasses(labels, rows.rows);
  const size = classes.length;
  const classCounts = countsOf({ classes, numbers });
  const weights = new Float32Array((rows.columns + 1) * size);
  const costs = classCounts.map((count) => costsOf(rows.rows, count, options));
  const merged = mergeEqualColumns(rows);
  const shared = { rows: merged.rows, squares: squaresOf(rows), numbers, tolerance: options.tolerance, mostSteps: options.mostSteps };
  const lanes = size === 2 ? 1 : classLanes;
  for (let first = size === 2 ? 1 : 0; first < size; first += lanes) {
    checkpoint(progress, first / size);
    const sides = { ...shared, first, costs: costs.slice(first, first + lanes), random: seededRandom(options.seed) };
    takeOver(weights, size, merged, { solved: solve(sides, lanes), lanes, first });
  }
  if (size === 2) mirror(weights);
  return { method, classes, n: rows.rows, classCounts, features: rows.columns, weights };
}

/** Gives each column its share of the weight of the merged one, and each class its constant. */
function takeOver(
  weights: Float32Array,
  size: number,
  { columnOf, scales }: MergedColumns,
  { solved, lanes, first }: { readonly solved: Float32Array; readonly lanes: number; readonly first: number },
): void {
  const until = Math.min(lanes, size - first);
  for (let column = 0; column <= columnOf.length; column++) {
    const merged = columnOf[column] ?? scales.length;
    const scale = scales[merged] ?? 1;
    for (let lane = 0; lane < until; lane++) weights[column * size + first + lane] = (solved[merged * lanes + lane] as number) / scale;
  }
}

/** @throws UserError when one is not above 0 */
export function checkPositive({ cost, tolerance }: Required<Pick<LinearOptions, 'cost' | 'tolerance'>>): void {
  if (!(cost > 0) || !Number.isFinite(cost)) throw cannotAnswer(`a cost of ${cost}; give a number above 0`);
  if (!(tolerance > 0)) throw cannotAnswer(`a tolerance of ${tolerance}; give a number above 0`);
}

function costsOf(n: number, positives: number, { cost, classWeights }: Required<LinearOptions>): SideCosts {
  const weightOf = (texts: number) => (classWeights === 'balanced' ? n / (2 * texts) : 1);
  return { positive: cost * weightOf(positives), negative: cost * weightOf(n - positives) };
}

/** Of two classes the weights of the first are the opposite of those of the second. */
function mirror(weights: Float32Array): void {
  for (let at = 0; at < weights.length; at += 2) weights[at] = -(weights[at + 1] ?? 0);
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
