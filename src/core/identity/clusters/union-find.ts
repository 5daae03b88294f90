/** Sets that grow together. */
export interface UnionFind {
  /** The record that stands for the set of a record. */
  readonly find: (record: number) => number;
  /** Joins the sets of two records; false where they were one already. */
  readonly join: (left: number, right: number) => boolean;
}

/** Disjoint sets of 0 to n − 1, by size and with halved paths. Tarjan 1975. */
export function unionFind(n: number): UnionFind {
  const parents = Int32Array.from({ length: n }, (_, record) => record);
  const sizes = new Int32Array(n).fill(1);
  const find = (record: number) => {
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
