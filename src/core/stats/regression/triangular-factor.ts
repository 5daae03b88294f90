/** Rows that are turned at a time: the block of a dozen columns stays in the processor's cache. */
const blockRows = 192;

/**
 * The upper triangle R of a QR decomposition, row by row, by Householder reflections over blocks of rows: Rᵀ·R = Xᵀ·X without ever forming the product,
 * which would lose half of the digits. Rows are multiplied by `rowScale` on the way. Golub and Van Loan, Matrix Computations, 5.2; blocks of rows as in
 * Demmel and others 2012 (TSQR). Signs of rows are not fixed.
 */
export function triangularFactor(columns: readonly Float64Array[], rowScale?: Float64Array): Float64Array {
  const width = columns.length;
  const n = columns[0]?.length ?? 0;
  const triangle = new Float64Array(width * width);
  const block = new Float64Array(width * blockRows);
  for (let from = 0; from < n; from += blockRows) {
    const rows = Math.min(blockRows, n - from);
    fillBlock(block, columns, from, rows, rowScale);
    for (let column = 0; column < width; column++) reflect(triangle, block, width, column, rows);
  }
  return triangle;
}

function fillBlock(block: Float64Array, columns: readonly Float64Array[], from: number, rows: number, rowScale?: Float64Array): void {
  for (let column = 0; column < columns.length; column++) {
    const start = column * blockRows;
    block.set((columns[column] ?? new Float64Array(0)).subarray(from, from + rows), start);
    if (!rowScale) continue;
    for (let row = 0; row < rows; row++) block[start + row] = (block[start + row] ?? 0) * (rowScale[from + row] ?? 0);
  }
}

/** Turns one column of the block into its row of the triangle, and the columns to its right with it. */
function reflect(triangle: Float64Array, block: Float64Array, width: number, column: number, rows: number): void {
  const start = column * blockRows;
  const below = blockDot(block, start, start, rows);
  if (below === 0) return;
  const above = triangle[column * width + column] ?? 0;
  const norm = Math.sqrt(above * above + below);
  const turned = above > 0 ? -norm : norm;
  const head = above - turned;
  const scale = 1 / (head * turned);
  triangle[column * width + column] = turned;
  for (let right = column + 1; right < width; right++) {
    const other = right * blockRows;
    const entry = triangle[column * width + right] ?? 0;
    const share = (entry * head + blockDot(block, start, other, rows)) * scale;
    triangle[column * width + right] = entry + share * head;
    for (let row = 0; row < rows; row++) block[other + row] = (block[other + row] ?? 0) + share * (block[start + row] ?? 0);
  }
}

/** Four sums side by side, since one would wait for itself. */
function blockDot(block: Float64Array, left: number, right: number, rows: number): number {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let row = 0;
  for (; row + 3 < rows; row += 4) {
    a += (block[left + row] ?? 0) * (block[right + row] ?? 0);
    b += (block[left + row + 1] ?? 0) * (block[right + row + 1] ?? 0);
    c += (block[left + row + 2] ?? 0) * (block[right + row + 2] ?? 0);
    d += (block[left + row + 3] ?? 0) * (block[right + row + 3] ?? 0);
  }
  for (; row < rows; row++) a += (block[left + row] ?? 0) * (block[right + row] ?? 0);
  return a + b + c + d;
}
