import { cannotAnswer } from '../column.ts';
import { checkpoint, type Progress } from '../progress.ts';
import { fittedAt, type LoessOptions, loess } from './loess.ts';
import { bridgeGaps, checkPeriod, knownValues, type TimeSeries } from './time-series.ts';

export interface StlOptions {
  /** Steps of one season. */
  readonly period: number;
  /** Seasons that a seasonal value is smoothed over; odd, from 3. 7 by default, as in statsmodels; a large one holds the season still. */
  readonly seasonalWindow?: number;
  /** Odd; by default the first odd number from 1.5·period ÷ (1 − 1.5 ÷ seasonalWindow). */
  readonly trendWindow?: number;
  /** Odd; by default the first odd number above the period. */
  readonly lowPassWindow?: number;
  readonly degrees?: { readonly seasonal?: 0 | 1; readonly trend?: 0 | 1; readonly lowPass?: 0 | 1 };
  /** Fit each so many points and join them by lines; 1 by default, as in statsmodels (R takes a tenth of each window). */
  readonly jumps?: { readonly seasonal?: number; readonly trend?: number; readonly lowPass?: number };
  /** Gives outliers less weight. */
  readonly robust?: boolean;
  /** 5 by default, or 2 where robust. */
  readonly innerIterations?: number;
  /** 0 by default, or 15 where robust. */
  readonly outerIterations?: number;
  readonly progress?: Progress;
}

/** A series taken apart; the three parts sum to it. */
export interface Decomposition {
  readonly trend: Float64Array;
  readonly seasonal: Float64Array;
  /** NaN at gaps. */
  readonly remainder: Float64Array;
  /** 0 to 1, of each value in the last fit; 0 at gaps. */
  readonly weights: Float64Array;
  /** 1 − Var(remainder) ÷ Var(trend + remainder), from 0: how much of what is not season is trend. Wang, Smith and Hyndman 2006. */
  readonly trendStrength: number;
  /** 1 − Var(remainder) ÷ Var(seasonal + remainder), from 0. */
  readonly seasonalStrength: number;
}

/**
 * What of a series is trend, what season and what neither: STL of Cleveland, Cleveland, McRae and Terpenning 1990, as netlib's code and statsmodels.
 * Gaps have no weight; trend and season go on over them. It shows how a series moved, not why, and its trend bends late near the ends.
 * @param series at least two seasons
 * @throws UserError for a period or window that cannot be
 */
export function stl(series: TimeSeries, options: StlOptions): Decomposition {
  const values = knownValues(series, 3);
  return decompose(values, stlPlan(values.length, options), options.progress);
}

/** Windows, degrees and rounds of one decomposition. */
interface StlPlan {
  readonly period: number;
  readonly seasonal: LoessOptions;
  readonly trend: LoessOptions;
  readonly lowPass: LoessOptions;
  readonly inner: number;
  readonly outer: number;
}

function stlPlan(length: number, options: StlOptions): StlPlan {
  const { period, seasonalWindow = 7, degrees = {}, jumps = {}, robust = false } = options;
  checkPeriod(period, length);
  const trendWindow = options.trendWindow ?? oddFrom(Math.ceil((1.5 * period) / (1 - 1.5 / seasonalWindow)));
  const lowPassWindow = options.lowPassWindow ?? oddFrom(period + 1);
  checkWindow('seasonal', seasonalWindow, 3);
  checkWindow('trend', trendWindow, period + 1);
  checkWindow('low-pass', lowPassWindow, period + 1);
  const part = (window: number, name: 'seasonal' | 'trend' | 'lowPass') => ({
    window,
    degree: degrees[name] ?? 1,
    jump: checkedJump(jumps[name] ?? 1),
  });
  return {
    period,
    seasonal: part(seasonalWindow, 'seasonal'),
    trend: part(trendWindow, 'trend'),
    lowPass: part(lowPassWindow, 'lowPass'),
    inner: options.innerIterations ?? (robust ? 2 : 5),
    outer: options.outerIterations ?? (robust ? 15 : 0),
  };
}

function oddFrom(number: number): number {
  return number % 2 === 0 ? number + 1 : number;
}

function checkWindow(name: string, window: number, atLeast: number): void {
  if (!Number.isInteger(window) || window % 2 === 0 || window < atLeast)
    throw cannotAnswer(`a ${name} window of ${window} cannot be; give an odd whole number from ${oddFrom(atLeast)}`);
}

function checkedJump(jump: number): number {
  if (!Number.isInteger(jump) || jump < 1) throw cannotAnswer(`a jump of ${jump} cannot be; give a whole number from 1`);
  return jump;
}

function decompose(values: Float64Array, plan: StlPlan, progress: Progress | undefined): Decomposition {
  const n = values.length;
  const isKnown = Uint8Array.from(values, (value) => (Number.isNaN(value) ? 0 : 1));
  const filled = bridgeGaps(values);
  const [trend, seasonal] = [new Float64Array(n), new Float64Array(n)];
  let weights: Float64Array | null = isKnown.includes(0) ? Float64Array.from(isKnown) : null;
  for (let round = 0; round <= plan.outer; round++) {
    if (round > 0) weights = bisquareWeights(filled, trend, seasonal, isKnown);
    for (let inner = 0; inner < plan.inner; inner++) {
      checkpoint(progress, (round + inner / plan.inner) / (plan.outer + 1));
      refine(filled, { trend, seasonal }, plan, weights);
    }
  }
  const remainder = values.map((value, i) => value - (trend[i] ?? 0) - (seasonal[i] ?? 0));
  return {
    trend,
    seasonal,
    remainder,
    weights: weights ?? new Float64Array(n).fill(1),
    trendStrength: strengthOf(trend, remainder),
    seasonalStrength: strengthOf(seasonal, remainder),
  };
}

/** One turn of the inner loop: season from what the trend leaves, trend from what the season leaves. */
function refine(
  values: Float64Array,
  { trend, seasonal }: { readonly trend: Float64Array; readonly seasonal: Float64Array },
  plan: StlPlan,
  weights: Float64Array | null,
): void {
  const n = values.length;
  const rest = values.map((value, i) => value - (trend[i] ?? 0));
  const cycles = smoothCycles(rest, plan, weights);
  const slow = movingMean(movingMean(movingMean(cycles, plan.period), plan.period), 3);
  loess(slow, plan.lowPass, null, rest);
  for (let i = 0; i < n; i++) {
    const season = (cycles[plan.period + i] ?? 0) - (rest[i] ?? 0);
    seasonal[i] = season;
    slow[i] = (values[i] ?? 0) - season;
  }
  loess(slow, plan.trend, weights, trend);
}

/** Each month's own series (or weekday's…) smoothed, with one season more at each end. */
function smoothCycles(rest: Float64Array, { period, seasonal }: StlPlan, weights: Float64Array | null): Float64Array {
  const smoothed = new Float64Array(rest.length + 2 * period);
  for (let phase = 0; phase < period; phase++) {
    const count = Math.floor((rest.length - 1 - phase) / period) + 1;
    const every = (column: Float64Array) => Float64Array.from({ length: count }, (_, i) => column[i * period + phase] ?? 0);
    const [values, weight] = [every(rest), weights && every(weights)];
    const curve = new Float64Array(count);
    loess(values, seasonal, weight, curve);
    const reach = Math.min(seasonal.window, count);
    const before = fittedAt(values, { at: -1, left: 0, right: reach }, seasonal, weight);
    const after = fittedAt(values, { at: count, left: count - reach, right: count }, seasonal, weight);
    smoothed[phase] = Number.isNaN(before) ? (curve[0] ?? 0) : before;
    for (let i = 0; i < count; i++) smoothed[(i + 1) * period + phase] = curve[i] ?? 0;
    smoothed[(count + 1) * period + phase] = Number.isNaN(after) ? (curve[count - 1] ?? 0) : after;
  }
  return smoothed;
}

function movingMean(values: Float64Array, width: number): Float64Array {
  const means = new Float64Array(values.length - width + 1);
  let sum = 0;
  for (let i = 0; i < width; i++) sum += values[i] ?? 0;
  means[0] = sum / width;
  for (let i = width; i < values.length; i++) {
    sum += (values[i] ?? 0) - (values[i - width] ?? 0);
    means[i - width + 1] = sum / width;
  }
  return means;
}

/** Tukey's bisquare of the distance from the fit, 0 at six median distances; gaps stay 0. */
function bisquareWeights(values: Float64Array, trend: Float64Array, seasonal: Float64Array, isKnown: Uint8Array): Float64Array {
  const distances = values.map((value, i) => Math.abs(value - (trend[i] ?? 0) - (seasonal[i] ?? 0)));
  const sorted = distances.filter((_, i) => isKnown[i] === 1).sort();
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  const far = 3 * (upper + (sorted[sorted.length - 1 - middle] ?? upper));
  return distances.map((distance, i) => {
    if (isKnown[i] === 0 || distance > 0.999 * far) return 0;
    return distance <= 0.001 * far ? 1 : (1 - (distance / far) ** 2) ** 2;
  });
}

function strengthOf(part: Float64Array, remainder: Float64Array): number {
  const rest = remainder.filter((value) => !Number.isNaN(value));
  const both = part.map((value, i) => value + (remainder[i] ?? Number.NaN)).filter((value) => !Number.isNaN(value));
  const whole = variance(both);
  return whole === 0 ? 0 : Math.max(0, 1 - variance(rest) / whole);
}

function variance(values: Float64Array): number {
  let mean = 0;
  for (const value of values) mean += value / values.length;
  let sum = 0;
  for (const value of values) sum += (value - mean) ** 2;
  return sum / values.length;
}
