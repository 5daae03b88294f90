import { cannotAnswer } from '../column.ts';

/**
 * p-values adjusted so that those at most q are together wrong in a share of at most q. Benjamini and Hochberg 1995; `yekutieli` (2001) holds under any
 * dependence. Order as given.
 * @throws UserError for a value outside 0 to 1
 */
export function adjustForDiscoveries(pValues: readonly number[], method: 'hochberg' | 'yekutieli' = 'hochberg'): number[] {
  const wrong = pValues.findIndex((p) => !(p >= 0 && p <= 1));
  if (wrong >= 0) throw cannotAnswer(`a p-value is from 0 to 1; position ${wrong} has ${pValues[wrong]}`);
  const n = pValues.length;
  const factor = method === 'hochberg' ? 1 : pValues.reduce((sum, _, index) => sum + 1 / (index + 1), 0);
  const order = pValues.map((_, index) => index).sort((a, b) => (pValues[b] ?? 0) - (pValues[a] ?? 0));
  const adjusted = new Array<number>(n).fill(1);
  let smallest = 1;
  order.forEach((index, position) => {
    smallest = Math.min(smallest, ((pValues[index] ?? 0) * n * factor) / (n - position));
    adjusted[index] = smallest;
  });
  return adjusted;
}
