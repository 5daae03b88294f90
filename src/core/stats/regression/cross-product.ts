import { triangularFactor } from './triangular-factor.ts';

const blockRows = 256;

/** The lower half of Xᵀ·W·X, row by row, by blocks of rows that stay in the processor's cache. `weights` are not negative. */
export function crossProduct(columns: readonly Float64Array[], weights: Float64Array): Float64Array {
  const width = columns.length;
  const product = new Float64Array(width * width);
  const weighted = new Float64Array(blockRows);
  for (let from = 0; from < weights.length; from += blockRows) {
    const until = Math.min(from + blockRows, weights.length);
    for (let left = 0; left < width; left++) {
      weigh(weighted, columns[left] ?? weights, weights, from, until);
      for (let right = 0; right <= left; right++) {
        const index = left * width + right;
        product[index] = (product[index] ?? 0) + blockSum(weighted, columns[right] ?? weights, from, until);
      }
    }
  }
  return product;
}

function weigh(weighted: Float64Array, column: Float64Array, weights: Float64Array, from: number, until: number): void {
  for (let row = from; row < until; row++) weighted[row - from] = (weights[row] ?? 0) * (column[row] ?? 0);
}

function blockSum(weighted: Float64Array, whole: Float64Array, from: number, until: number): number {
  const column = whole.subarray(from, until);
  const rows = column.length;
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let row = 0;
  for (; row + 3 < rows; row += 4) {
    a += (weighted[row] ?? 0) * (column[row] ?? 0);
    b += (weighted[row + 1] ?? 0) * (column[row + 1] ?? 0);
    c += (weighted[row + 2] ?? 0) * (column[row + 2] ?? 0);
    d += (weighted[row + 3] ?? 0) * (column[row + 3] ?? 0);
  }
  for (; row < rows; row++) a += (weighted[row] ?? 0) * (column[row] ?? 0);
  return a + b + c + d;
}

/** Below this share of its diagonal a pivot of the product has lost too many digits. */
const leastPivot = 1e-6;

/** R with Rᵀ·R = Xᵀ·W·X: by Cholesky where the columns are well apart, which is quicker, else by Householder reflections. */
export function weightedTriangle(columns: readonly Float64Array[], weights: Float64Array): Float64Array {
  return cholesky(crossProduct(columns, weights), columns.length) ?? triangularFactor(columns, weights.map(Math.sqrt));
}

/** The upper triangle of a symmetric matrix of which the lower half is given; null where a pivot is too small. */
function cholesky(lower: Float64Array, width: number): Float64Array | null {
  const triangle = new Float64Array(width * width);
  for (let row = 0; row < width; row++) {
    const pivot = remainder(lower, triangle, row, row);
    if (!(pivot > leastPivot * (lower[row * width + row] ?? 0))) return null;
    const root = Math.sqrt(pivot);
    triangle[row * width + row] = root;
    for (let column = row + 1; column < width; column++) triangle[row * width + column] = remainder(lower, triangle, row, column) / root;
  }
  return triangle;
}

function remainder(lower: Float64Array, triangle: Float64Array, row: number, column: number): number {
  const width = Math.sqrt(lower.length);
  let sum = lower[column * width + row] ?? 0;
  for (let k = 0; k < row; k++) sum -= (triangle[k * width + row] ?? 0) * (triangle[k * width + column] ?? 0);
  return sum;
}
