import type { Column } from '../column.ts';

/** What equal values cost a statistic of pairs. */
export interface TieCounts {
  /** Pairs of equal values. */
  readonly pairs: number;
  /** Σ t(t − 1)(t − 2) over groups of t equal values. */
  readonly triples: number;
  /** Σ t(t − 1)(2t + 5). */
  readonly five: number;
}

/** Counts the ties of a column. */
export function tieCounts(values: Column): TieCounts {
  const counts = new Map<number, number>();
  for (let i = 0; i < values.length; i++) counts.set(values[i] ?? 0, (counts.get(values[i] ?? 0) ?? 0) + 1);
  let [pairs, triples, five] = [0, 0, 0];
  for (const t of counts.values()) {
    pairs += (t * (t - 1)) / 2;
    triples += t * (t - 1) * (t - 2);
    five += t * (t - 1) * (2 * t + 5);
  }
  return { pairs, triples, five };
}
