import type { Random } from './random.ts';

/** Things with the weight that each is drawn by. */
export interface Weighted<T> {
  readonly items: readonly T[];
  readonly cumulative: readonly number[];
}

/** A table to draw from; weights need not sum to one. */
export function weighted<T>(entries: readonly (readonly [T, number])[]): Weighted<T> {
  let total = 0;
  const cumulative = entries.map(([, weight]) => {
    total += weight;
    return total;
  });
  return { items: entries.map(([item]) => item), cumulative };
}

/** One item, drawn by weight. */
export function draw<T>(table: Weighted<T>, random: Random): T {
  const { items, cumulative } = table;
  const target = random.next() * (cumulative.at(-1) ?? 0);
  let index = 0;
  while (index < items.length - 1 && (cumulative[index] ?? 0) <= target) index++;
  const item = items[index];
  if (item === undefined) throw new RangeError('nothing to draw from');
  return item;
}
