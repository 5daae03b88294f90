import { type Column, cannotAnswer, checkColumn } from '../column.ts';
import { quantileOfSorted, sorted } from '../descriptive/quantile.ts';

/** A value that lies apart from the others. */
export interface Outlier {
  readonly index: number;
  readonly value: number;
  readonly direction: 'above' | 'below';
  /** Distances from the middle, in what would be standard deviations of a normal. */
  readonly score: number;
}

/** 1 ÷ Φ⁻¹(¾): × the median absolute deviation it is a normal's standard deviation. */
export const madScale = 1.4826022185056018;
/** √(π ÷ 2): × the mean absolute deviation likewise. */
const meanDeviationScale = 1.2533141373155001;

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
  return Array.from(values, (value, index) => ({ index, value, ...sideOf(value - middle), score: (value - middle) / scale })).filter(
    ({ score }) => Math.abs(score) > threshold,
  );
}

/** Which side of what was expected. */
export function sideOf(deviation: number): { readonly direction: 'above' | 'below' } {
  return { direction: deviation >= 0 ? 'above' : 'below' };
}

/** Standard deviation of deviations from a middle, by their median distance from 0, or by the mean one where that is 0. */
export function robustDeviation(deviations: Column): number {
  const distances = Float64Array.from(deviations, Math.abs);
  const typical = madScale * quantileOfSorted(sorted(distances), 0.5);
  return typical > 0 ? typical : (meanDeviationScale * distances.reduce((sum, distance) => sum + distance, 0)) / distances.length;
}
