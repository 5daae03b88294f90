import { type StandardisedColumns, someRows } from './standardised-columns.ts';
import { leading } from './triangle.ts';
import { triangularFactor } from './triangular-factor.ts';

/** So many rows of a dozen columns stay in the processor's first cache. */
const blockRows = 128;

/**
 * The lower half of Xᵀ·W·X, row by row, by blocks of rows that stay in the processor's cache.
 * @param weights not negative; every row weighs 1 without them
 */
export function crossProduct(standardised: StandardisedColumns, weights: Float64Array | null): Float64Array {
  const size = standardised.columns.length;
  const n = standardised.columns[0]?.length ?? 0;
  const width = size + (size % 2);
  const product = new Float64Array(width * width);
  const block = new Float64Array(width * blockRows);
  const roots = new Float64Array(blockRows).fill(1);
  for (let from = 0; from < n; from += blockRows) {
    const rows = Math.min(blockRows, n - from);
    if (weights) for (let row = 0; row < rows; row++) roots[row] = Math.sqrt(weights[from + row] as number);
    fill(block, standardised, roots, from, rows);
    for (let left = 0; left < width; left += 2) addTiles(product, { block, rows, width }, left);
  }
  return width === size ? product : leading(product, width, size);
}

/** Standardised columns, each row times the root of its weight. */
function fill(
  block: Float64Array,
  { columns, centres, scales }: StandardisedColumns,
  roots: Float64Array,
  from: number,
  rows: number,
): void {
  for (let column = 0; column < columns.length; column++) {
    const values = columns[column] as Float64Array;
    const start = column * blockRows;
    const centre = centres[column] as number;
    const scale = scales[column] as number;
    for (let row = 0; row < rows; row++) block[start + row] = ((values[from + row] as number) - centre) * scale * (roots[row] as number);
  }
}

interface Blocks {
  readonly block: Float64Array;
  readonly rows: number;
  readonly width: number;
}

function addTiles(product: Float64Array, blocks: Blocks, left: number): void {
  for (let right = 0; right <= left; right += 2) addTile(product, blocks, left, right);
}

/** Products of two columns with two, since four sums side by side do not wait for each other and share what they read. */
function addTile(product: Float64Array, { block, rows, width }: Blocks, left: number, right: number): void {
  const [a, c] = [left * blockRows, right * blockRows];
  let ac = 0;
  let ad = 0;
  let bc = 0;
  let bd = 0;
  for (let row = 0; row < rows; row++) {
    const first = block[a + row] as number;
    const second = block[a + blockRows + row] as number;
    const third = block[c + row] as number;
    const fourth = block[c + blockRows + row] as number;
    ac += first * third;
    ad += first * fourth;
    bc += second * third;
    bd += second * fourth;
  }
  const at = left * width + right;
  product[at] = (product[at] ?? 0) + ac;
  product[at + 1] = (product[at + 1] ?? 0) + ad;
  product[at + width] = (product[at + width] ?? 0) + bc;
  product[at + width + 1] = (product[at + width + 1] ?? 0) + bd;
}

/** Below this share of its diagonal a pivot of the product has lost too many digits: of standardised columns in steps, and of columns as given. */
const leastPivot = { ofSteps: 1e-6, ofColumns: 1e-3 } as const;
/** From so many rows on the time that reflections take is felt. */
const manyRows = 10_000;

/** R with Rᵀ·R = Xᵀ·W·X: by Cholesky where the columns are well apart, which is quicker, else by Householder reflections. */
export function weightedTriangle(standardised: StandardisedColumns, weights: Float64Array): Float64Array {
  return (
    cholesky(crossProduct(standardised, weights), standardised.columns.length, leastPivot.ofSteps) ??
    triangularFactor(someRows(standardised, 1), weights.map(Math.sqrt))
  );
}

/**
 * The same for a fit in one go, whose digits count: by reflections, but of many rows with columns well apart, where the product of shifted columns loses no
 * more than three of sixteen digits. The first column is the intercept where there is one.
 */
export function leastSquaresTriangle(columns: readonly Float64Array[], weights: Float64Array | null, hasIntercept: boolean): Float64Array {
  const n = columns[0]?.length ?? 0;
  const centres = Float64Array.from(columns, (column, index) => (hasIntercept && index > 0 ? roughMean(column) : 0));
  const scales = new Float64Array(columns.length).fill(1);
  const triangle =
    n < manyRows ? null : cholesky(crossProduct({ columns, centres, scales }, weights), columns.length, leastPivot.ofColumns);
  if (triangle === null) return triangularFactor(columns, weights?.map(Math.sqrt));
  const level = triangle[0] ?? 0;
  for (let column = 1; column < columns.length; column++) triangle[column] = (triangle[column] ?? 0) + level * (centres[column] ?? 0);
  return triangle;
}

const roughRows = 256;

/** The mean of some rows from all over the column. */
function roughMean(column: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < roughRows; i++) sum += column[Math.floor((i * column.length) / roughRows)] ?? 0;
  return sum / roughRows;
}

/** The upper triangle of a symmetric matrix of which the lower half is given; null where a pivot is below a share of its diagonal. */
function cholesky(lower: Float64Array, width: number, least: number): Float64Array | null {
  const triangle = new Float64Array(width * width);
  for (let row = 0; row < width; row++) {
    const pivot = remainder(lower, triangle, row, row);
    if (!(pivot > least * (lower[row * width + row] ?? 0))) return null;
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
