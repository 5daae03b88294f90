import { type Column, cannotAnswer, checkColumn, checkSameLength } from '../column.ts';
import { meanOf, varianceOf } from '../descriptive/moments.ts';
import { type MeanDifference, summaryOf, welchTest } from '../tests/compare-means.ts';

/** A comparison with what was known before taken into account. */
export interface AdjustedDifference {
  readonly plain: MeanDifference;
  readonly adjusted: MeanDifference;
  /** Slope of the outcome on what was known before, over both groups. */
  readonly theta: number;
  /** Share of the variance that the adjustment takes away; it can be next to nothing, and then nothing is gained. */
  readonly gain: number;
}

/**
 * CUPED: the outcome less θ × (what was known before − its mean), with one θ for both groups. Deng, Xu, Kohavi and Walker 2013.
 * @param before of each case, known before it came into its group: else the comparison is spoilt
 * @throws UserError for different lengths, fewer than two cases, and where what was known does not vary
 */
export function cuped(first: Column, firstBefore: Column, second: Column, secondBefore: Column): AdjustedDifference {
  checkSameLength(first, firstBefore, ['first', 'first before']);
  checkSameLength(second, secondBefore, ['second', 'second before']);
  const outcome = Float64Array.from([...Array.from(first), ...Array.from(second)]);
  const before = Float64Array.from([...Array.from(firstBefore), ...Array.from(secondBefore)]);
  checkColumn(outcome, 'outcome', 4);
  checkColumn(before, 'before', 4);
  const [meanOutcome, meanBefore] = [meanOf(outcome), meanOf(before)];
  const spread = varianceOf(before, meanBefore);
  if (!(spread > 0)) throw cannotAnswer('what was known before is the same in every case, so it explains nothing');
  let product = 0;
  for (let i = 0; i < outcome.length; i++) product += ((outcome[i] ?? 0) - meanOutcome) * ((before[i] ?? 0) - meanBefore);
  const theta = product / (outcome.length - 1) / spread;
  const adjust = (values: Column, known: Column) => Float64Array.from(values, (value, i) => value - theta * ((known[i] ?? 0) - meanBefore));
  const variance = varianceOf(outcome, meanOutcome);
  return {
    plain: welchTest(summaryOf(first, 'first'), summaryOf(second, 'second')),
    adjusted: welchTest(summaryOf(adjust(first, firstBefore)), summaryOf(adjust(second, secondBefore))),
    theta,
    gain: variance > 0 ? (theta * theta * spread) / variance : 0,
  };
}
