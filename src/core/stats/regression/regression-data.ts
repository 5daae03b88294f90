import { type Column, cannotAnswer, checkColumn, checkSameLength } from '../column.ts';
import { solveUpper } from './triangle.ts';

/** A variable that a regression explains by. */
export interface Predictor {
  readonly name: string;
  readonly values: Column;
}

export const interceptName = '(intercept)';

/** Checked columns of one regression: rows of weight zero are left out, the intercept is the first column. */
export interface RegressionData {
  readonly outcome: Float64Array;
  readonly names: readonly string[];
  readonly columns: readonly Float64Array[];
  readonly hasIntercept: boolean;
  /** Null where every row weighs 1. */
  readonly weights: Float64Array | null;
  readonly n: number;
}

export interface DesignOptions {
  /** Whether the level is fitted as well; true by default. */
  readonly intercept?: boolean;
  /** One weight from 0 on for each row; what a weight means is said by the method. */
  readonly weights?: Column;
}

interface DataOptions extends DesignOptions {
  /** Coefficients plus one by default. */
  readonly leastRows?: number;
}

/**
 * Checks and packs what a regression reads.
 * @throws UserError for an empty or uneven column, a value that is not finite (with its position), two columns of one name, a constant column beside an
 * intercept (named), weights that are negative or all zero, and for fewer rows than coefficients plus one
 */
export function regressionData(outcome: Column, predictors: readonly Predictor[], options: DataOptions = {}): RegressionData {
  const { intercept = true, weights, leastRows } = options;
  checkInput(outcome, predictors, weights);
  const kept = weights ? keptRows(weights) : null;
  const pick = (values: Column) => (kept ? Float64Array.from(kept, (row) => values[row] ?? 0) : asDoubles(values));
  const y = pick(outcome);
  const columns = predictors.map(({ values }) => pick(values));
  if (intercept) checkVariation(predictors, columns);
  const names = predictors.map(({ name }) => name);
  const width = columns.length + (intercept ? 1 : 0);
  if (width === 0) throw cannotAnswer('there is neither an intercept nor a column to explain by');
  const least = leastRows ?? width + 1;
  if (y.length < least) throw cannotAnswer(`${y.length} rows for ${width} coefficients; this needs at least ${least}`);
  return {
    outcome: y,
    names: intercept ? [interceptName, ...names] : names,
    columns: intercept ? [new Float64Array(y.length).fill(1), ...columns] : columns,
    hasIntercept: intercept,
    weights: weights ? pick(weights) : null,
    n: y.length,
  };
}

function checkInput(outcome: Column, predictors: readonly Predictor[], weights: Column | undefined): void {
  checkColumn(outcome, 'outcome');
  const seen = new Set([interceptName]);
  for (const { name, values } of predictors) {
    if (seen.has(name)) throw cannotAnswer(`two columns are named "${name}"; give each a name of its own`);
    seen.add(name);
    checkSameLength(outcome, values, ['outcome', name]);
    checkColumn(values, name);
  }
  if (!weights) return;
  checkSameLength(outcome, weights, ['outcome', 'weights']);
  checkColumn(weights, 'weights');
  for (let row = 0; row < weights.length; row++)
    if ((weights[row] ?? 0) < 0) throw cannotAnswer(`"weights" has ${weights[row]} at position ${row}; a weight is 0 or more`);
}

function keptRows(weights: Column): Uint32Array {
  const kept = Uint32Array.from({ length: weights.length }, (_, row) => row).filter((row) => (weights[row] ?? 0) > 0);
  if (kept.length === 0) throw cannotAnswer('all weights are 0, so no row counts');
  return kept;
}

function asDoubles(values: Column): Float64Array {
  return values instanceof Float64Array ? values : Float64Array.from(values);
}

function checkVariation(predictors: readonly Predictor[], columns: readonly Float64Array[]): void {
  for (const [index, column] of columns.entries()) {
    const first = column[0] ?? 0;
    let row = 1;
    while (row < column.length && column[row] === first) row++;
    if (row === column.length && row > 1)
      throw cannotAnswer(
        `"${predictors[index]?.name}" is ${first} in every row, so its effect cannot be told from the level; leave it out`,
      );
  }
}

/** A column whose part that no earlier one explains is below this share of it counts as explained wholly. */
const leastOwnShare = 1e-11;

/**
 * Refuses columns of which one is a linear combination of others.
 * @param triangle R of the columns, row by row, `width` wide; only the columns that have a name are read
 * @throws UserError that names the column and those that it is made of
 */
export function checkIndependence(triangle: Float64Array, width: number, names: readonly string[]): void {
  for (const [column, name] of names.entries()) {
    const norm = columnNorm(triangle, width, column);
    if (Math.abs(triangle[column * width + column] ?? 0) > leastOwnShare * norm) continue;
    const parts = partsOf(triangle, width, column).flatMap((isPart, index) => (isPart ? [names[index] ?? ''] : []));
    if (parts.length === 0) throw cannotAnswer(`"${name}" is 0 in every row; leave it out`);
    const listed = parts.map((part) => (part === interceptName ? 'the intercept' : `"${part}"`)).join(', ');
    throw cannotAnswer(`"${name}" is a linear combination of ${listed}, so their effects cannot be told apart; leave one out`);
  }
}

function columnNorm(triangle: Float64Array, width: number, column: number): number {
  let sum = 0;
  for (let row = 0; row <= column; row++) sum += (triangle[row * width + column] ?? 0) ** 2;
  return Math.sqrt(sum);
}

function partsOf(triangle: Float64Array, width: number, column: number): boolean[] {
  const before = new Float64Array(column * column);
  for (let row = 0; row < column; row++) before.set(triangle.subarray(row * width, row * width + column), row * column);
  const right = Float64Array.from({ length: column }, (_, row) => triangle[row * width + column] ?? 0);
  const norm = columnNorm(triangle, width, column);
  return Array.from(solveUpper(before, right), (share, index) => Math.abs(share) * columnNorm(triangle, width, index) > 1e-7 * norm);
}
