import { cannotAnswer } from '../../stats/column.ts';
import { type GramSpec, gramReader } from './gram-reader.ts';
import { normaliseRows, type SparseRows } from './sparse-rows.ts';

export interface HashedOptions extends GramSpec {
  /** 2 to this power are the columns: 18 unless said. */
  readonly bits?: number;
  /** Add half of the runs with a minus, so that two in one column do not add up: true unless said. */
  readonly signed?: boolean;
  readonly sublinear?: boolean;
  readonly norm?: 'l2' | 'none';
}

/**
 * Texts as rows of counts of runs whose columns are their hashes: nothing is learned and memory stays the same whatever comes, but columns have no names and some
 * runs share one. Weinberger and others 2009, Feature hashing for large scale multitask learning, ICML. Rows hold a column at most
 * once; it may be 0.
 * @throws UserError for other than 8 to 24 bits
 */
export function hashedGrams(texts: readonly string[], options: HashedOptions): SparseRows {
  const { bits = 18, signed = true, sublinear = false, norm = 'l2' } = options;
  if (!Number.isInteger(bits) || bits < 8 || bits > 24) throw cannotAnswer(`${bits} bits; give a whole number from 8 to 24`);
  const reader = gramReader(options);
  const columns = 2 ** bits;
  const sums = new Float64Array(columns);
  const starts = new Int32Array(texts.length + 1);
  const [indices, values] = [[] as number[], [] as number[]];
  for (const [row, text] of texts.entries()) {
    const touched = addHashes(sums, reader.read(text), reader.first(), signed ? reader.second() : null);
    for (const column of touched) {
      const sum = sums[column] ?? 0;
      sums[column] = 0;
      indices.push(column);
      values.push(sublinear ? damped(sum) : sum);
    }
    starts[row + 1] = indices.length;
  }
  const rows: SparseRows = { rows: texts.length, columns, starts, indices: Int32Array.from(indices), values: Float64Array.from(values) };
  if (norm === 'l2') normaliseRows(rows);
  return rows;
}

/** 1 + ln of the size of a count, with its sign. */
function damped(count: number): number {
  return count === 0 ? 0 : Math.sign(count) * (1 + Math.log(Math.abs(count)));
}

/** Adds 1 or −1 to the column of each run. @returns the columns, each once */
function addHashes(sums: Float64Array, grams: number, first: Int32Array, second: Int32Array | null): ReadonlySet<number> {
  const touched = new Set<number>();
  for (let i = 0; i < grams; i++) {
    const mixed = Math.imul((first[i] ?? 0) ^ ((first[i] ?? 0) >>> 16), 0x85ebca6b);
    const column = (mixed ^ (mixed >>> 13)) & (sums.length - 1);
    sums[column] = (sums[column] ?? 0) + (second === null || (second[i] ?? 0) >= 0 ? 1 : -1);
    touched.add(column);
  }
  return touched;
}
