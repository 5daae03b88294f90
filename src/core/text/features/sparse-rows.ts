import { checkColumn } from '../../stats/column.ts';

/** Rows of features of which most are 0 (compressed sparse rows): those of row i stand from `starts[i]` to `starts[i + 1]`. */
export interface SparseRows {
  readonly rows: number;
  readonly columns: number;
  readonly starts: Int32Array;
  readonly indices: Int32Array;
  readonly values: Float64Array;
}

/** Some of the rows, in the order given. */
export function rowsAt(matrix: SparseRows, rows: ArrayLike<number>): SparseRows {
  const starts = new Int32Array(rows.length + 1);
  for (let i = 0; i < rows.length; i++) starts[i + 1] = (starts[i] ?? 0) + lengthOf(matrix, rows[i] ?? 0);
  const filled = starts[rows.length] ?? 0;
  const [indices, values] = [new Int32Array(filled), new Float64Array(filled)];
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? 0;
    const [from, to] = [matrix.starts[row] ?? 0, matrix.starts[row + 1] ?? 0];
    indices.set(matrix.indices.subarray(from, to), starts[i]);
    values.set(matrix.values.subarray(from, to), starts[i]);
  }
  return { rows: rows.length, columns: matrix.columns, starts, indices, values };
}

function lengthOf(matrix: SparseRows, row: number): number {
  return (matrix.starts[row + 1] ?? 0) - (matrix.starts[row] ?? 0);
}

/** Divides each row by its Euclidean length; a row of zeros stays. */
export function normaliseRows(matrix: SparseRows): void {
  for (let row = 0; row < matrix.rows; row++) {
    const [from, to] = [matrix.starts[row] ?? 0, matrix.starts[row + 1] ?? 0];
    let squares = 0;
    for (let at = from; at < to; at++) squares += (matrix.values[at] ?? 0) ** 2;
    if (squares === 0) continue;
    const length = Math.sqrt(squares);
    for (let at = from; at < to; at++) matrix.values[at] = (matrix.values[at] ?? 0) / length;
  }
}

/** Refuses rows that hold what is no finite number. @throws UserError */
export function checkRows({ values }: SparseRows): void {
  checkColumn(values, 'values', 0);
}
