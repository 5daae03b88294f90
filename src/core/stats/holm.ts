import { cannotAnswer } from './column.ts';

/**
 * p-values adjusted so that the chance of calling even one true "nothing happened" a change is at most the level, whatever hangs together with what.
 * Holm (1979), A simple sequentially rejective multiple test procedure. In the order given; `tests` may be more than the p-values that are handed over.
 * @throws UserError for a value outside 0 to 1, and for fewer tests than p-values
 */
export function holm(pValues: readonly number[], tests: number = pValues.length): readonly number[] {
  const wrong = pValues.findIndex((p) => !(p >= 0 && p <= 1));
  if (wrong >= 0) throw cannotAnswer(`a p-value is from 0 to 1; position ${wrong} has ${pValues[wrong]}`);
  if (!(tests >= pValues.length))
    throw cannotAnswer(`${pValues.length} p-values come of at least ${pValues.length} tests, not of ${tests}`);
  const order = pValues.map((_, index) => index).sort((a, b) => (pValues[a] ?? 1) - (pValues[b] ?? 1));
  const adjusted = new Array<number>(pValues.length).fill(1);
  let largest = 0;
  for (const [rank, index] of order.entries()) {
    largest = Math.max(largest, Math.min(1, (tests - rank) * (pValues[index] ?? 1)));
    adjusted[index] = largest;
  }
  return adjusted;
}
