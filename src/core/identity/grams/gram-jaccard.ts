import { gramsOf } from './grams-of.ts';

/** How many distinct grams two texts share, of all that they have: 0 to 1; 1 for two empty texts. Jaccard 1912. */
export function gramJaccard(first: string, second: string, size = 3, isPadded = false): number {
  return sharedKeys(gramsOf(first, size, isPadded), gramsOf(second, size, isPadded));
}

function sharedKeys(left: ReadonlyMap<string, number>, right: ReadonlyMap<string, number>): number {
  let common = 0;
  for (const gram of left.keys()) if (right.has(gram)) common++;
  const all = left.size + right.size - common;
  return all === 0 ? 1 : common / all;
}
