import { dot } from '../../stats/dot.ts';
import { checkpoint, type Progress } from '../../stats/progress.ts';
import { seededRandom } from '../../stats/random.ts';
import type { SparseRows } from '../features/sparse-rows.ts';

/** Two matrices without negative numbers whose product is near a matrix of features. */
export interface Factors {
  /** Of each row for each factor, row by row. */
  readonly rowShares: Float64Array;
  /** Of each feature for each factor, feature by feature. */
  readonly featureShares: Float64Array;
  readonly size: number;
  /** Σ of squared differences over Σ of squares: 0 is exact. */
  readonly error: number;
  readonly steps: number;
}

const mostSteps = 150;
const flat = 1e-4;

/**
 * Non-negative matrix factorisation under squared error by hierarchical alternating least squares, from a start by chance (Cichocki and Phan 2009, Fast local
 * algorithms for large scale nonnegative matrix and tensor factorizations, IEICE Trans. E92-A). It ends when a step gains less than a ten-thousandth of the
 * first error. Other starts end elsewhere.
 */
export function factorise(matrix: SparseRows, size: number, seed: number, progress?: Progress): Factors {
  const random = seededRandom(seed);
  let [sum, squares] = [0, 0];
  for (const value of matrix.values) {
    sum += value;
    squares += value * value;
  }
  const scale = Math.sqrt(sum / Math.max(1, matrix.rows * matrix.columns) / size);
  const start = (length: number) => Float64Array.from({ length }, () => Math.abs(random.normal()) * scale);
  const featureShares = start(matrix.columns * size);
  const rowShares = start(matrix.rows * size);
  let [error, first, steps] = [1, Number.NaN, 0];
  while (steps < mostSteps) {
    checkpoint(progress, steps / mostSteps);
    steps++;
    updateShares(rowShares, timesFeatures(matrix, featureShares, size), gramOf(featureShares, size), size);
    const products = timesRows(matrix, rowShares, size);
    const gram = gramOf(rowShares, size);
    updateShares(featureShares, products, gram, size);
    const former = error;
    error = (squares - 2 * dot(products, featureShares) + dot(gram, gramOf(featureShares, size))) / squares;
    if (steps === 1) first = error;
    else if (former - error < flat * first) break;
  }
  return { rowShares, featureShares, size, error: Math.max(0, error), steps };
}

/** Moves each column of shares to its best, the others held: least squares without negative numbers. */
function updateShares(shares: Float64Array, products: Float64Array, gram: Float64Array, size: number): void {
  for (let from = 0; from < shares.length; from += size) {
    for (let t = 0; t < size; t++) {
      const own = gram[t * size + t] ?? 0;
      if (own < 1e-12) continue;
      const gap = (products[from + t] ?? 0) - heldOf(shares, from, gram, t, size);
      shares[from + t] = Math.max(0, (shares[from + t] ?? 0) + gap / own);
    }
  }
}

function heldOf(shares: Float64Array, from: number, gram: Float64Array, t: number, size: number): number {
  let sum = 0;
  for (let s = 0; s < size; s++) sum += (shares[from + s] ?? 0) * (gram[t * size + s] ?? 0);
  return sum;
}

/** X · H of features × size, row by row. */
function timesFeatures(matrix: SparseRows, featureShares: Float64Array, size: number): Float64Array {
  const products = new Float64Array(matrix.rows * size);
  for (let row = 0; row < matrix.rows; row++) {
    const to = matrix.starts[row + 1] ?? 0;
    for (let at = matrix.starts[row] ?? 0; at < to; at++) {
      addScaled(products, row * size, featureShares, (matrix.indices[at] ?? 0) * size, matrix.values[at] ?? 0, size);
    }
  }
  return products;
}

/** Xᵀ · W of rows × size, feature by feature. */
function timesRows(matrix: SparseRows, rowShares: Float64Array, size: number): Float64Array {
  const products = new Float64Array(matrix.columns * size);
  for (let row = 0; row < matrix.rows; row++) {
    const to = matrix.starts[row + 1] ?? 0;
    for (let at = matrix.starts[row] ?? 0; at < to; at++) {
      addScaled(products, (matrix.indices[at] ?? 0) * size, rowShares, row * size, matrix.values[at] ?? 0, size);
    }
  }
  return products;
}

function addScaled(into: Float64Array, at: number, from: Float64Array, fromAt: number, factor: number, size: number): void {
  for (let t = 0; t < size; t++) into[at + t] = (into[at + t] ?? 0) + factor * (from[fromAt + t] ?? 0);
}

function gramOf(shares: Float64Array, size: number): Float64Array {
  const gram = new Float64Array(size * size);
  for (let from = 0; from < shares.length; from += size) {
    for (let t = 0; t < size; t++) addScaled(gram, t * size, shares, from, shares[from + t] ?? 0, size);
  }
  return gram;
}
