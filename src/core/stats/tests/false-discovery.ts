import { checkChoice } from '../check-options.ts';
import { cannotAnswer } from '../column.ts';

/**
 * p-values adjusted so that those at most q are together wrong in a share of at most q. Benjamini and Hochberg 1995; `yekutieli` (2001) holds under any
 * dependence. Order as given.
 * @param family tests made altogether, where the largest p-values were left out of `pValues`: those count as 1
 * @throws UserError for a value outside 0 to 1
 */
export function adjustForDiscoveries(
  pValues: readonly number[],
  method: 'hochberg' | 'yekutieli' = 'hochberg',
  family = pValues.length,
): number[] {
  const wrong = pValues.findIndex((p) => !(p >= 0 && p <= 1));
  if (wrong >= 0) throw cannotAnswer(`a p-value is from 0 to 1; position ${wrong} has ${pValues[wrong]}`);
  checkChoice('method', method, ['hochberg', 'yekutieli']);
  const n = pValues.length;
  if (!(family >= n)) throw cannotAnswer(`${n} p-values come of at least ${n} tests, not of ${family}`);
  const factor = method === 'hochberg' ? 1 : harmonicNumber(family);
  const order = pValues.map((_, index) => index).sort((a, b) => (pValues[b] ?? 0) - (pValues[a] ?? 0));
  const adjusted = new Array<number>(n).fill(1);
  let smallest = 1;
  order.forEach((index, position) => {
    smallest = Math.min(smallest, ((pValues[index] ?? 0) * family * factor) / (n - position));
    adjusted[index] = smallest;
  });
  return adjusted;
}

/** 1 + 1/2 + … + 1/n; beyond a million terms by Euler's formula. */
function harmonicNumber(n: number): number {
  if (n > 1e6) return Math.log(n) + 0.577_215_664_901_532_9 + 1 / (2 * n);
  let sum = 0;
  for (let k = n; k >= 1; k--) sum += 1 / k;
  return sum;
}
