import { type Column, cannotAnswer, checkColumn } from '../column.ts';
import { quantileOfSorted, sorted } from './quantile.ts';

/** The median of the distances from the median, not scaled; × 1.4826 it estimates a normal's standard deviation. @throws UserError for no value */
export function medianAbsoluteDeviation(values: Column): number {
  checkColumn(values, 'values');
  const middle = quantileOfSorted(sorted(values), 0.5);
  return quantileOfSorted(sorted(Float64Array.from(values, (value) => Math.abs(value - middle))), 0.5);
}

/** The upper quartile less the lower, by the definition `linear`. @throws UserError for no value */
export function interquartileRange(values: Column): number {
  checkColumn(values, 'values');
  const ascending = sorted(values);
  return quantileOfSorted(ascending, 0.75) - quantileOfSorted(ascending, 0.25);
}

/**
 * The mean without a share of the values at each end; ⌊n × share⌋ are left out at each.
 * @throws UserError for no value and for a share that is not from 0 to below 0.5
 */
export function trimmedMean(values: Column, share: number): number {
  checkColumn(values, 'values');
  if (!(share >= 0 && share < 0.5)) throw cannotAnswer(`the share to leave out at each end is from 0 to below 0.5, not ${share}`);
  const ascending = sorted(values);
  const out = Math.floor(ascending.length * share);
  const kept = ascending.subarray(out, ascending.length - out);
  return kept.reduce((sum, value) => sum + value, 0) / kept.length;
}

/** The n-th root of the product. @throws UserError for a value that is not above 0 */
export function geometricMean(values: Column): number {
  checkColumn(values, 'values');
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? 0;
    if (value <= 0) throw cannotAnswer(`a geometric mean needs values above 0; position ${i} has ${value}`);
    sum += Math.log(value);
  }
  return Math.exp(sum / values.length);
}

/** How evenly counts are spread, in nats: −Σ p ln p. 0 when all is in one. @throws UserError for a count below 0 or nothing counted */
export function entropyOfCounts(counts: Column): number {
  checkColumn(counts, 'counts');
  let total = 0;
  for (let i = 0; i < counts.length; i++) total += counts[i] ?? 0;
  if (!(total > 0)) throw cannotAnswer('an entropy needs counts that are above 0 together');
  let entropy = 0;
  for (let i = 0; i < counts.length; i++) {
    const share = (counts[i] ?? 0) / total;
    if (share < 0) throw cannotAnswer(`a count is 0 or more; position ${i} has ${counts[i]}`);
    if (share > 0) entropy -= share * Math.log(share);
  }
  return entropy;
}
