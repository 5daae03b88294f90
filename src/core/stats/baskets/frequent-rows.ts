import type { Baskets } from './baskets.ts';

/** Baskets with only their frequent items, which are ranked from the rarest, 0, to the commonest. */
export interface FrequentRows {
  /** The position of each rank in `items` of the baskets. */
  readonly codeOf: Uint32Array;
  /** Baskets that hold the item of each rank. */
  readonly counts: Uint32Array;
  /** Ranks, ascending in each basket, a basket after the other, each ended by `rowEnd`. */
  readonly ranks: Uint32Array;
  /** Items in all baskets together, and the longest basket. */
  readonly occurrences: number;
  readonly longest: number;
}

export const rowEnd = 0xffffffff;

/** Keeps what lies in at least `minCount` baskets. */
export function frequentRows({ items, n, starts, codes }: Baskets, minCount: number): FrequentRows {
  const counts = new Uint32Array(items.length);
  for (const code of codes) counts[code] = (counts[code] ?? 0) + 1;
  const codeOf = Uint32Array.from(counts.keys())
    .filter((code) => (counts[code] ?? 0) >= minCount)
    .sort((a, b) => (counts[a] ?? 0) - (counts[b] ?? 0) || b - a);
  const rankOf = new Int32Array(items.length).fill(-1);
  codeOf.forEach((code, rank) => {
    rankOf[code] = rank;
  });
  const ranks = new Uint32Array(codes.length + n);
  let [size, longest] = [0, 0];
  for (let basket = 0; basket < n; basket++) {
    const from = size;
    for (let i = starts[basket] ?? 0; i < (starts[basket + 1] ?? 0); i++) {
      const rank = rankOf[codes[i] ?? 0] ?? -1;
      if (rank >= 0) size = insert(ranks, from, size, rank);
    }
    longest = Math.max(longest, size - from);
    ranks[size++] = rowEnd;
  }
  return { codeOf, counts: codeOf.map((code) => counts[code] ?? 0), ranks: ranks.slice(0, size), occurrences: size - n, longest };
}

/** Puts a rank into its place of a row that is in order; a row is short. */
function insert(ranks: Uint32Array, from: number, size: number, rank: number): number {
  let place = size;
  while (place > from && (ranks[place - 1] ?? 0) > rank) {
    ranks[place] = ranks[place - 1] ?? 0;
    place--;
  }
  ranks[place] = rank;
  return size + 1;
}
