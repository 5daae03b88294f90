import type { Column } from '../column.ts';
import { quantileOfSorted, sorted } from '../descriptive/quantile.ts';

/** 1 ÷ Φ⁻¹(¾): × the median absolute deviation it is a normal's standard deviation. */
const madScale = 1.4826022185056018;
/** √(π ÷ 2): × the mean absolute deviation likewise. */
const meanDeviationScale = 1.2533141373155001;

/** Standard deviation of deviations from a middle, by their median distance from 0, or by the mean one where that is 0. */
export function robustDeviation(deviations: Column): number {
  const distances = Float64Array.from(deviations, Math.abs);
  const typical = madScale * quantileOfSorted(sorted(distances), 0.5);
  return typical > 0 ? typical : (meanDeviationScale * distances.reduce((sum, distance) => sum + distance, 0)) / distances.length;
}
