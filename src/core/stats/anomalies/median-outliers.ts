import { type Column, cannotAnswer, checkColumn } from '../column.ts';
import { quantileOfSorted, sorted } from '../descriptive/quantile.ts';
import { type Direction, directionOf } from './direction.ts';
import { robustDeviation } from './robust-deviation.ts';

/** A value that lies apart from the others. */
export interface Outlier {
  readonly index: number;
  readonly value: number;
  readonly direction: Direction;
  /** Distances from the middle, in what would be standard deviations of a normal. */
  readonly score: number;
}

/**
 * Which values lie apart, judged by the median and the median distance from it, which up to half of the values do not move: |modified z| above `threshold`.
 * Iglewicz and Hoaglin 1993, How to Detect and Handle Outliers (3.5 is theirs); where more than half of the values are equal, by the mean distance instead.
 * It knows no season and no order: see `seasonalAnomalies`. In 1,000 normal values about one is flagged.
 * @throws UserError for fewer than three values, one that is not finite, and a threshold that is not above 0
 */
export function medianOutliers(values: Column, threshold = 3.5): Outlier[] {
  checkColumn(values, 'values', 3);
  if (!(threshold > 0)) throw cannotAnswer(`the threshold is above 0, not ${threshold}`);
  const middle = quantileOfSorted(sorted(values), 0.5);
  const scale = robustDeviation(Float64Array.from(values, (value) => value - middle));
  if (scale === 0) return [];
  return Array.from(values, (value, index) => ({
    index,
    value,
    direction: directionOf(value - middle),
    score: (value - middle) / scale,
  })).filter(({ score }) => Math.abs(score) > threshold);
}
