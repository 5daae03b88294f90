import { cannotAnswer } from '../../stats/column.ts';

/** Sets that grow together. */
export interface UnionFind {
  /** The record that stands for the set of a record. */
  readonly find: (record: number) => number;
  /** Joins the sets of two records; false where they were one already. */
  readonly join: (left: number, right: number) => boolean;
}

const mostRecords = 2 ** 31 - 1;

/** Refuses a count of records that is none. @throws UserError */
export function checkRecordCount(n: number): void {
  if (!Number.isSafeInteger(n) || n < 0 || n > mostRecords) throw cannotAnswer(`records are counted from 0 to ${mostRecords}, not ${n}`);
}

/** Disjoint sets of 0 to n − 1, by size and with halved paths. Tarjan 1975. @throws UserError for an `n` that is no count, and for a record that is not there */
export function unionFind(n: number): UnionFind {
  checkRecordCount(n);
  const parents = Int32Array.from({ length: n }, (_, record) => record);
  const sizes = new Int32Array(n).fill(1);
  const find = (record: number) => {
    if (parents[record] === undefined) throw cannotAnswer(`there is no record ${record}; the records are 0 to ${n - 1}`);
    let at = record;
    while (parents[at] !== at) {
      const above = parents[parents[at] ?? at] ?? at;
      parents[at] = above;
      at = above;
    }
    return at;
  };
  const join = (left: number, right: number) => {
    const [a, b] = [find(left), find(right)];
    if (a === b) return false;
    const [large, small] = (sizes[a] ?? 0) >= (sizes[b] ?? 0) ? [a, b] : [b, a];
    parents[small] = large;
    sizes[large] = (sizes[large] ?? 0) + (sizes[small] ?? 0);
    return true;
  };
  return { find, join };
}
