import { type Column, cannotAnswer, checkColumn } from '../column.ts';
import { meanOf, varianceOf } from '../descriptive/moments.ts';

/** What a process does while nothing is wrong. */
export interface ControlBaseline {
  readonly mean: number;
  readonly standardDeviation: number;
}

/** A baseline that is known, or the first `baseline` values, which then must be of a quiet time. @throws UserError for a spread that is not above 0 */
export function controlBaseline(values: Column, baseline: ControlBaseline | number): ControlBaseline {
  checkColumn(values, 'values');
  if (typeof baseline !== 'number') {
    if (!Number.isFinite(baseline.mean) || !(baseline.standardDeviation > 0))
      throw cannotAnswer('a baseline has a mean and a standard deviation above 0');
    return baseline;
  }
  if (!Number.isSafeInteger(baseline) || baseline < 2 || baseline > values.length)
    throw cannotAnswer(`the baseline is of the first 2 to ${values.length} values, not ${baseline}`);
  const first = Float64Array.from({ length: baseline }, (_, i) => values[i] ?? 0);
  const mean = meanOf(first);
  const standardDeviation = Math.sqrt(varianceOf(first, mean));
  if (!(standardDeviation > 0)) throw cannotAnswer(`the first ${baseline} values are all the same, so there is no noise to judge by`);
  return { mean, standardDeviation };
}
