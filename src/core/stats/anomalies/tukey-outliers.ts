import { type Column, cannotAnswer, checkColumn } from '../column.ts';
import { type QuantileDefinition, quantileOfSorted, sorted } from '../descriptive/quantile.ts';
import { type Direction, directionOf } from './direction.ts';

export interface TukeyOptions {
  /** Fences in interquartile ranges beyond the quartiles: 1.5 by default, 3 for what is "far out". */
  readonly factor?: number;
  /** Of the quartiles; `linear` by default. ClickHouse's `seriesOutliersDetectTukey` takes `hazen`. */
  readonly definition?: QuantileDefinition;
}

/** Values beyond the fences. */
export interface TukeyOutliers {
  readonly fences: { readonly low: number; readonly high: number };
  readonly outliers: readonly {
    readonly index: number;
    readonly value: number;
    readonly direction: Direction;
    /** How far beyond its fence, in units of the values. */
    readonly beyond: number;
  }[];
}

/**
 * Which values lie beyond the fences of a box plot? Tukey 1977, Exploratory Data Analysis. In normal values about 1 in 140 does, in skewed ones many: it marks what
 * to look at and tests nothing.
 * @throws UserError for fewer than four values, one that is not finite, and a factor below 0
 */
export function tukeyOutliers(values: Column, { factor = 1.5, definition = 'linear' }: TukeyOptions = {}): TukeyOutliers {
  checkColumn(values, 'values', 4);
  if (!(factor >= 0)) throw cannotAnswer(`the factor is from 0 on, not ${factor}`);
  const ascending = sorted(values);
  const [lower, upper] = [quantileOfSorted(ascending, 0.25, definition), quantileOfSorted(ascending, 0.75, definition)];
  const fences = { low: lower - factor * (upper - lower), high: upper + factor * (upper - lower) };
  const outliers = Array.from(values, (value, index) => {
    const off = value > fences.high ? value - fences.high : Math.min(0, value - fences.low);
    return { index, value, direction: directionOf(off), beyond: Math.abs(off) };
  }).filter(({ beyond }) => beyond > 0);
  return { fences, outliers };
}
