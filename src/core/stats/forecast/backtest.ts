import { UserError } from '../../model/user-error.ts';
import { cannotAnswer } from '../column.ts';
import { checkpoint, type Progress } from '../progress.ts';
import { at } from './at.ts';
import type { Forecast } from './forecast.ts';
import { type ForecastAccuracy, forecastAccuracy, seasonalScale } from './forecast-accuracy.ts';
import type { Forecaster } from './forecaster.ts';
import { checkHorizon, knownValues, type TimeSeries } from './time-series.ts';

export interface BacktestOptions {
  readonly horizon: number;
  /** How often it forecasts; 3 by default, fewer where the series is too short. */
  readonly origins?: number;
  /** Steps from one origin to the next; the horizon by default, so that no value is used twice. */
  readonly step?: number;
  /** Steps of a season, for MASE. */
  readonly period?: number;
  /** Steps that the first forecast must have before it; two seasons and 8 steps by default. */
  readonly leastPast?: number;
  /** Of the intervals; 0.95 by default. */
  readonly level?: number;
  readonly progress?: Progress;
}

/** How a way to forecast would have done. */
export interface Backtest extends ForecastAccuracy {
  readonly name: string;
  /** Steps known at each forecast, the latest first. */
  readonly origins: readonly number[];
  readonly forecasts: readonly Forecast[];
  /** About as many misses as these are independent: n·(1 − r) ÷ (1 + r) with r of neighbours, from one a forecast to n. Bayley and Hammersley 1946. */
  readonly independentMisses: number;
  /** Root mean square by steps ahead, 1 first; NaN where nothing was known. */
  readonly rmseAhead: Float64Array;
  /** Mean pinball loss of the two ends of the interval. Koenker and Bassett 1978. */
  readonly pinball: number;
  /** Share of values within the interval. */
  readonly coverage: number;
}

/** The steps known at each forecast of a backtest, the latest first; empty where the series is too short. */
export function backtestOrigins(length: number, options: BacktestOptions): number[] {
  const { horizon, origins = 3, step = horizon, period = 1, leastPast = 2 * period + 8 } = options;
  checkHorizon(horizon);
  if (!Number.isInteger(step) || step < 1) throw cannotAnswer(`a step of ${step} between forecasts cannot be; give a whole number from 1`);
  return Array.from({ length: origins }, (_, index) => length - horizon - index * step).filter((origin) => origin >= leastPast);
}

/**
 * Forecasts from earlier points of a series as if the rest were not known, and holds what it says against what came (rolling origin, refitted each
 * time). Tashman 2000. How a method did tells how it will do only as far as the series goes on as it was.
 * Null where the series is too short or the method cannot take it at one of the origins.
 */
export function backtest(series: TimeSeries, forecaster: Forecaster, options: BacktestOptions): Backtest | null {
  const { horizon, period = 1, level = 0.95, progress } = options;
  const values = Array.from(series);
  const origins = backtestOrigins(values.length, options);
  const first = origins.at(-1);
  if (first === undefined) return null;
  const forecasts: Forecast[] = [];
  for (const [index, origin] of origins.entries()) {
    checkpoint(progress, index / origins.length);
    const forecast = forecastOrNull(forecaster, values.slice(0, origin), horizon, level);
    if (forecast === null) return null;
    forecasts.push(forecast);
  }
  const actual = origins.flatMap((origin) => values.slice(origin, origin + horizon));
  if (actual.every((value) => value === null)) return null;
  const joined = (part: 'mean' | 'low' | 'high') => Float64Array.from(forecasts.flatMap((forecast) => Array.from(forecast[part])));
  const mean = joined('mean');
  return {
    name: forecaster.name,
    ...forecastAccuracy(actual, mean, seasonalScale(values.slice(0, first), period)),
    origins,
    forecasts,
    independentMisses: independentMisses(knownValues(actual, 1), mean, horizon),
    rmseAhead: rmseAheadOf(knownValues(actual, 1), mean, horizon),
    ...intervalScores(knownValues(actual, 1), joined('low'), joined('high'), level),
  };
}

/** Null where the method cannot take the series, or answers with what is no number. */
export function forecastOrNull(forecaster: Forecaster, series: TimeSeries, horizon: number, level: number): Forecast | null {
  try {
    const forecast = forecaster.forecast(series, horizon, { level });
    return [forecast.mean, forecast.low, forecast.high].every((part) => part.every(Number.isFinite)) ? forecast : null;
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}

function independentMisses(actual: Float64Array, mean: Float64Array, horizon: number): number {
  let [squares, products, count, pairs] = [0, 0, 0, 0];
  for (let i = 0; i < actual.length; i++) {
    const miss = at(actual, i) - at(mean, i);
    const before = i % horizon === 0 ? Number.NaN : at(actual, i - 1) - at(mean, i - 1);
    if (!Number.isNaN(miss)) {
      squares += miss * miss;
      count++;
    }
    if (Number.isNaN(miss * before)) continue;
    products += miss * before;
    pairs++;
  }
  const r = pairs === 0 || squares === 0 ? 0 : Math.min(1, Math.max(0, products / pairs / (squares / count)));
  return Math.max(actual.length / horizon, (count * (1 - r)) / (1 + r));
}

function rmseAheadOf(actual: Float64Array, mean: Float64Array, horizon: number): Float64Array {
  const [squares, counts] = [new Float64Array(horizon), new Float64Array(horizon)];
  for (let i = 0; i < actual.length; i++) {
    const miss = at(actual, i) - at(mean, i);
    if (Number.isNaN(miss)) continue;
    squares[i % horizon] = at(squares, i % horizon) + miss * miss;
    counts[i % horizon] = at(counts, i % horizon) + 1;
  }
  return squares.map((square, h) => Math.sqrt(square / at(counts, h)));
}

function intervalScores(actual: Float64Array, low: Float64Array, high: Float64Array, level: number): { pinball: number; coverage: number } {
  const tail = (1 - level) / 2;
  let [n, inside, loss] = [0, 0, 0];
  for (let i = 0; i < actual.length; i++) {
    const value = at(actual, i);
    if (Number.isNaN(value)) continue;
    n++;
    if (value >= at(low, i) && value <= at(high, i)) inside++;
    loss += pinball(value, at(low, i), tail) + pinball(value, at(high, i), 1 - tail);
  }
  return { pinball: loss / (2 * n), coverage: inside / n };
}

function pinball(value: number, quantile: number, share: number): number {
  return value >= quantile ? share * (value - quantile) : (1 - share) * (quantile - value);
}
