import { cannotAnswer } from '../column.ts';

/**
 * How well two ways of grouping the same cases agree: 1 wholly, about 0 by chance, whatever the groups are called. Hubert and Arabie 1985, adjusted Rand
 * index. Two groupings of one group each, or of single cases, agree wholly.
 * @throws UserError for nothing, and for different lengths
 */
export function adjustedRandIndex(first: ArrayLike<number | string>, second: ArrayLike<number | string>): number {
  const n = first.length;
  if (n === 0 || n !== second.length) throw cannotAnswer(`${n} and ${second.length} labels; both need the same cases, at least one`);
  const [rows, columns, cells] = [new Map<number | string, number>(), new Map<number | string, number>(), new Map<string, number>()];
  for (let i = 0; i < n; i++) {
    const [a, b] = [first[i] ?? 0, second[i] ?? 0];
    count(rows, a);
    count(columns, b);
    count(cells, `${typeof a}${a}\u0000${b}`);
  }
  const [together, inFirst, inSecond] = [pairs(cells), pairs(rows), pairs(columns)];
  const expected = (inFirst * inSecond) / Math.max(1, (n * (n - 1)) / 2);
  const most = (inFirst + inSecond) / 2;
  return most === expected ? 1 : (together - expected) / (most - expected);
}

function count<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function pairs(counts: ReadonlyMap<unknown, number>): number {
  let sum = 0;
  for (const size of counts.values()) sum += (size * (size - 1)) / 2;
  return sum;
}
