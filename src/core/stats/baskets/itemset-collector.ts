import { cannotAnswer } from '../column.ts';

/** Takes the itemsets that a search finds: the first `size` ranks of `ranks` together lie in `count` baskets. */
export type AddItemset = (ranks: Uint32Array, size: number, count: number) => void;

/** Itemsets one after the other: `sizes` says how many of `ranks` each has. */
export interface CollectedItemsets {
  readonly add: AddItemset;
  readonly ranks: number[];
  readonly sizes: number[];
  readonly counts: number[];
}

/** Gathers itemsets. @throws UserError when there are more than `most` */
export function itemsetCollector(most: number): CollectedItemsets {
  const [ranks, sizes, counts]: number[][] = [[], [], []];
  const collected = { ranks: ranks ?? [], sizes: sizes ?? [], counts: counts ?? [] };
  const add: AddItemset = (found, size, count) => {
    if (collected.sizes.length >= most)
      throw cannotAnswer(`more than ${most} sets of items are that frequent; ask for a higher support or shorter sets`);
    for (let i = 0; i < size; i++) collected.ranks.push(found[i] ?? 0);
    collected.sizes.push(size);
    collected.counts.push(count);
  };
  return { add, ...collected };
}
