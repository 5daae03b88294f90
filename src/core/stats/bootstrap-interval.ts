import type { Interval } from '../model/estimate.ts';
import { checkChoice, checkLevel } from './check-options.ts';
import { type Column, cannotAnswer, checkColumn } from './column.ts';
import { quantileOfSorted, sorted } from './descriptive/quantile.ts';
import { normalBelow, normalQuantile } from './distributions.ts';
import { checkpoint, type Progress } from './progress.ts';
import { seededRandom } from './random.ts';

export interface BootstrapOptions {
  readonly seed: number;
  /** Samples drawn; 2,000 by default. */
  readonly samples?: number;
  readonly level?: number;
  /** Bias-corrected and accelerated, the default, or plain percentiles. */
  readonly method?: 'bca' | 'percentile';
  readonly progress?: Progress;
}

/**
 * Interval of any statistic of one sample by drawing from it with replacement. Efron, Better Bootstrap Confidence Intervals, 1987; the acceleration by
 * leaving one value out at a time.
 * @throws UserError for fewer than two values, for samples that are no whole number from 1, and where the statistic of a sample is no finite number
 */
export function bootstrapInterval(values: Column, statistic: (sample: Float64Array) => number, options: BootstrapOptions): Interval {
  checkColumn(values, 'values', 2);
  const { seed, samples = 2000, level = 0.95, method = 'bca', progress } = options;
  checkLevel(level);
  checkChoice('method', method, ['bca', 'percentile']);
  if (!Number.isInteger(samples) || samples < 1) throw cannotAnswer(`${samples} samples cannot be drawn; give a whole number from 1`);
  const all = Float64Array.from(values);
  const drawn = draw(all, statistic, { seed, samples, progress });
  const tail = (1 - level) / 2;
  const levels = method === 'percentile' ? [tail, 1 - tail] : correctedLevels(all, drawn, statistic, tail);
  const ascending = sorted(drawn);
  return { low: quantileOfSorted(ascending, levels[0] ?? tail), high: quantileOfSorted(ascending, levels[1] ?? 1 - tail) };
}

function draw(
  all: Float64Array,
  statistic: (sample: Float64Array) => number,
  { seed, samples, progress }: { readonly seed: number; readonly samples: number; readonly progress: Progress | undefined },
): Float64Array {
  const random = seededRandom(seed);
  const sample = new Float64Array(all.length);
  return new Float64Array(samples).map((_, i) => {
    if (i % 64 === 0) checkpoint(progress, i / samples);
    for (let k = 0; k < sample.length; k++) sample[k] = all[random.below(all.length)] ?? 0;
    const value = statistic(sample);
    if (!Number.isFinite(value)) throw cannotAnswer(`the statistic of a drawn sample is ${value}; give one that is a number of any sample`);
    return value;
  });
}

function correctedLevels(all: Float64Array, drawn: Float64Array, statistic: (sample: Float64Array) => number, tail: number): number[] {
  const observed = statistic(all);
  const below = drawn.reduce((count, value) => count + (value < observed ? 1 : value === observed ? 0.5 : 0), 0) / drawn.length;
  const bias = normalQuantile(Math.min(1 - 0.5 / drawn.length, Math.max(0.5 / drawn.length, below)));
  const acceleration = accelerationOf(all, statistic);
  return [tail, 1 - tail].map((level) => {
    const z = bias + normalQuantile(level);
    return normalBelow(bias + z / (1 - acceleration * z));
  });
}

function accelerationOf(all: Float64Array, statistic: (sample: Float64Array) => number): number {
  const without = new Float64Array(all.length - 1);
  const left = Float64Array.from(all, (_, out) => {
    without.set(all.subarray(0, out), 0);
    without.set(all.subarray(out + 1), out);
    return statistic(without);
  });
  const mean = left.reduce((sum, value) => sum + value, 0) / left.length;
  const squares = left.reduce((sum, value) => sum + (mean - value) ** 2, 0);
  return squares === 0 ? 0 : left.reduce((sum, value) => sum + (mean - value) ** 3, 0) / (6 * squares ** 1.5);
}
