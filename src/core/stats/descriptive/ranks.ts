import type { Column } from '../column.ts';

/** Ranks from 1, ties at their mean rank, and what ties cost: Σ (t³ − t) over groups of t equal values. */
export interface Ranks {
  readonly ranks: Float64Array;
  readonly tieSum: number;
}

/** Ranks values; equal ones get the mean of the ranks that they share. */
export function rank(values: Column): Ranks {
  const n = values.length;
  const order = new Uint32Array(n).map((_, index) => index).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const ranks = new Float64Array(n);
  let tieSum = 0;
  for (let from = 0; from < n; ) {
    let until = from + 1;
    while (until < n && values[order[until] ?? 0] === values[order[from] ?? 0]) until++;
    const size = until - from;
    tieSum += size ** 3 - size;
    for (let i = from; i < until; i++) ranks[order[i] ?? 0] = (from + until + 1) / 2;
    from = until;
  }
  return { ranks, tieSum };
}
