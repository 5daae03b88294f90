import { addGram, emptyGramIndex } from './gram-index.ts';
import type { SparseRows } from './sparse-rows.ts';

/** Rows whose equal columns are one. */
export interface MergedColumns {
  readonly rows: SparseRows;
  /** Where each column of the rows as given went. */
  readonly columnOf: Int32Array;
  /** Of each merged column √m, where m are equal: its values are those of one of them times this, so that lengths and products of rows stay. */
  readonly scales: Float64Array;
}

/**
 * Makes one of columns that are the same in every row, as runs of letters are that occur in one word only. Columns are told by 64 bits of hash, as runs are.
 * For a regularised linear model it changes nothing: equal columns get equal weights, each the weight of the merged one ÷ its scale.
 */
export function mergeEqualColumns(matrix: SparseRows): MergedColumns {
  const { first, second } = hashColumns(matrix);
  const index = emptyGramIndex();
  const columnOf = first.map((hash, column) => addGram(index, hash, second[column] as number));
  const scales = new Float64Array(index.size);
  for (const column of columnOf) scales[column] = (scales[column] as number) + 1;
  for (const [column, equal] of scales.entries()) scales[column] = Math.sqrt(equal);
  return { rows: keepFirst(matrix, columnOf, scales), columnOf, scales };
}

/** Two hashes of the rows and values of each column. */
function hashColumns({ rows, columns, starts, indices, values }: SparseRows) {
  const [first, second] = [new Int32Array(columns), new Int32Array(columns)];
  const halves = new Int32Array(values.buffer, values.byteOffset, 2 * values.length);
  for (let row = 0; row < rows; row++) {
    const to = starts[row + 1] as number;
    for (let at = starts[row] as number; at < to; at++) {
      const column = indices[at] as number;
      const value = Math.imul(halves[2 * at] as number, 0x9e3779b1) ^ (halves[2 * at + 1] as number);
      first[column] = mix((first[column] as number) ^ value, row);
      second[column] = mix((second[column] as number) ^ row, value);
    }
  }
  return { first, second };
}

/** A step of MurmurHash3 (Austin Appleby). */
function mix(hash: number, word: number): number {
  let block = Math.imul(word, 0xcc9e2d51);
  block = Math.imul((block << 15) | (block >>> 17), 0x1b873593);
  const mixed = hash ^ block;
  return (Math.imul((mixed << 13) | (mixed >>> 19), 5) + 0xe6546b64) | 0;
}

/** The first of equal columns in place of all. */
function keepFirst(matrix: SparseRows, columnOf: Int32Array, scales: Float64Array): SparseRows {
  const firsts = new Int32Array(scales.length).fill(-1);
  for (const [column, merged] of columnOf.entries()) if (firsts[merged] === -1) firsts[merged] = column;
  const starts = new Int32Array(matrix.rows + 1);
  const [indices, values] = [new Int32Array(matrix.indices.length), new Float64Array(matrix.values.length)];
  let length = 0;
  for (let row = 0; row < matrix.rows; row++) {
    const to = matrix.starts[row + 1] as number;
    for (let at = matrix.starts[row] as number; at < to; at++) {
      const column = matrix.indices[at] as number;
      const merged = columnOf[column] as number;
      if (firsts[merged] !== column) continue;
      indices[length] = merged;
      values[length++] = (matrix.values[at] as number) * (scales[merged] as number);
    }
    starts[row + 1] = length;
  }
  return { rows: matrix.rows, columns: scales.length, starts, indices: indices.slice(0, length), values: values.slice(0, length) };
}
