import { type Column, cannotAnswer } from '../column.ts';
import { type ControlBaseline, controlBaseline } from './control-baseline.ts';
import type { Direction } from './direction.ts';

export interface EwmaOptions {
  /** Weight of the newest value; 0.2 by default. */
  readonly weight?: number;
  /** Limits in standard deviations of the average; 2.86 by default, which with 0.2 gives a false alarm in about 370 values. */
  readonly width?: number;
  /** Limits as they are after long, in the place of the narrower ones of the first values. */
  readonly hasSteadyLimits?: boolean;
}

/** An exponentially weighted average of a process with its limits, value by value. */
export interface EwmaChart {
  readonly baseline: ControlBaseline;
  readonly averages: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly alarms: readonly { readonly index: number; readonly direction: Direction }[];
}

/**
 * Has a process slowly moved away? Roberts 1959; Lucas and Saccucci 1990. It takes values as independent and without a season, and a small lasting shift is
 * what it sees best: for a sudden one look at the values, for its date see `changePoint`.
 * @param baseline mean and standard deviation of the quiet process, or how many of the first values to learn them from
 * @throws UserError for values that are not finite, no spread, and options that cannot be
 */
export function ewmaChart(values: Column, baseline: ControlBaseline | number, options: EwmaOptions = {}): EwmaChart {
  const { weight = 0.2, width = 2.86, hasSteadyLimits = false } = options;
  if (!(weight > 0 && weight <= 1)) throw cannotAnswer(`the weight is above 0 and at most 1, not ${weight}`);
  if (!(width > 0)) throw cannotAnswer(`the limits are above 0 standard deviations wide, not ${width}`);
  const known = controlBaseline(values, baseline);
  const n = values.length;
  const [averages, low, high] = [new Float64Array(n), new Float64Array(n), new Float64Array(n)];
  const alarms: { index: number; direction: Direction }[] = [];
  let average = known.mean;
  for (let i = 0; i < n; i++) {
    average += weight * ((values[i] ?? 0) - average);
    const share = hasSteadyLimits ? 1 : 1 - (1 - weight) ** (2 * (i + 1));
    const reach = width * known.standardDeviation * Math.sqrt((weight / (2 - weight)) * share);
    averages[i] = average;
    low[i] = known.mean - reach;
    high[i] = known.mean + reach;
    if (Math.abs(average - known.mean) > reach) alarms.push({ index: i, direction: average > known.mean ? 'above' : 'below' });
  }
  return { baseline: known, averages, low, high, alarms };
}
