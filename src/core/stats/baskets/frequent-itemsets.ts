import { cannotAnswer } from '../column.ts';
import type { Progress } from '../progress.ts';
import type { Baskets, Item } from './baskets.ts';
import { mineByEclat } from './eclat.ts';
import { mineByFpGrowth, sharedBeginnings } from './fp-growth.ts';
import { type FrequentRows, frequentRows } from './frequent-rows.ts';
import { type CollectedItemsets, itemsetCollector } from './itemset-collector.ts';
import { leastCount } from './share-threshold.ts';

/** Items that lie in the same baskets. */
export interface Itemset {
  /** Ascending. */
  readonly items: readonly Item[];
  /** Baskets that hold all of them. */
  readonly count: number;
}

export type ItemsetMethod = 'eclat' | 'fp-growth';

/** Every set of items that is frequent, and how it was found. */
export interface FrequentItemsets {
  readonly n: number;
  /** The smallest count that reaches the support asked for. */
  readonly minCount: number;
  readonly maxLength: number | null;
  readonly method: ItemsetMethod;
  /** Short sets first, then by count from the largest, then by their items. */
  readonly itemsets: readonly Itemset[];
}

export interface ItemsetOptions {
  /** Share of baskets, above 0 to 1. */
  readonly minSupport: number;
  /** Items of the longest sets; as long as they come by default. */
  readonly maxLength?: number;
  /** By default FP-growth for baskets that are wide and alike; both find the same. */
  readonly method?: ItemsetMethod;
  /** Ends with an error when more sets are frequent; 1,000,000 by default. */
  readonly mostItemsets?: number;
  readonly progress?: Progress;
}

/** Frequent items of an average basket from which it is worth to look whether baskets are alike. */
const wideBasket = 40;

/** FP-growth counts what baskets share once, which pays where they are wide and much alike; else Eclat is up to six times as fast. */
function quickerMethod(rows: FrequentRows, n: number): ItemsetMethod {
  return rows.occurrences > wideBasket * n && sharedBeginnings(rows) > 0.5 ? 'fp-growth' : 'eclat';
}

/**
 * Which items lie in the same baskets often: all sets in at least `minSupport` of the baskets, a set of exactly that share included. Frequent together is
 * not yet bought because of each other: what is in many baskets meets everything; see `associationRules`.
 * @throws UserError for a support outside 0 to 1, a length below 1, and more sets than `mostItemsets`
 */
export function frequentItemsets(baskets: Baskets, options: ItemsetOptions): FrequentItemsets {
  const { minSupport, maxLength = Number.POSITIVE_INFINITY, mostItemsets = 1_000_000, progress } = options;
  if (!(minSupport > 0 && minSupport <= 1)) throw cannotAnswer(`a support is a share of baskets above 0 and at most 1, not ${minSupport}`);
  if (!(maxLength >= 1)) throw cannotAnswer(`the longest sets have at least 1 item, not ${maxLength}`);
  const minCount = leastCount(minSupport, baskets.n);
  const rows = frequentRows(baskets, minCount);
  const method = options.method ?? quickerMethod(rows, baskets.n);
  const collected = itemsetCollector(mostItemsets);
  const mine = method === 'eclat' ? mineByEclat : mineByFpGrowth;
  mine(rows, { minCount, maxLength, progress }, collected.add);
  return {
    n: baskets.n,
    minCount,
    maxLength: maxLength === Number.POSITIVE_INFINITY ? null : maxLength,
    method,
    itemsets: itemsetsOf(collected, rows, baskets.items),
  };
}

/** Codes are in the order of items, so that sorting by codes sorts by items. */
function itemsetsOf({ ranks, sizes, counts }: CollectedItemsets, { codeOf }: FrequentRows, items: readonly Item[]): Itemset[] {
  let from = 0;
  const coded = sizes.map((size, index) => {
    const codes = ranks.slice(from, from + size).map((rank) => codeOf[rank] ?? 0);
    from += size;
    return { codes: codes.sort((a, b) => a - b), count: counts[index] ?? 0 };
  });
  coded.sort((a, b) => a.codes.length - b.codes.length || b.count - a.count || compareCodes(a.codes, b.codes));
  return coded.map(({ codes, count }) => ({ items: codes.map((code) => items[code] ?? 0), count }));
}

function compareCodes(a: readonly number[], b: readonly number[]): number {
  const index = a.findIndex((code, position) => code !== b[position]);
  return index < 0 ? 0 : (a[index] ?? 0) - (b[index] ?? 0);
}
