import { checkLevel } from '../check-options.ts';
import { cannotAnswer } from '../column.ts';
import { normalQuantile } from '../distributions.ts';
import { checkpoint, type Progress } from '../progress.ts';
import { at } from './at.ts';
import { type Backtest, backtest, forecastOrNull } from './backtest.ts';
import { chooseEts } from './choose-ets.ts';
import { combineForecasts } from './combine-forecasts.ts';
import type { Forecast } from './forecast.ts';
import { forecastEts } from './forecast-ets.ts';
import type { Forecaster } from './forecaster.ts';
import { driftForecast, meanForecast, naiveForecast } from './naive-forecasts.ts';
import { seasonalMeanForecast } from './seasonal-mean-forecast.ts';
import { stlForecast } from './stl-forecast.ts';
import { thetaForecast } from './theta-forecast.ts';
import { checkHorizon, knownValues, type TimeSeries } from './time-series.ts';

export interface AutomaticForecastOptions {
  /** Steps of the seasons that may be there: [12] for months, [7, 365] for days; those that do not fit in the series twice are left out. */
  readonly periods?: readonly number[];
  /** Of the intervals; 0.95 by default. */
  readonly level?: number;
  /** No forecast and no end below this; 0 by default where nothing was ever below 0. Null lets them go anywhere. */
  readonly atLeast?: number | null;
  /** Forecasts from earlier points that the weights come from; 3 by default. */
  readonly origins?: number;
  /** Ways to forecast instead of the usual ones, or beside them by `forecastersFor`. */
  readonly forecasters?: readonly Forecaster[];
  readonly progress?: Progress;
}

/** One way to forecast, how it would have done and what it counts for. */
export interface Candidate {
  readonly name: string;
  /** 0 to 1. */
  readonly weight: number;
  readonly forecast: Forecast;
  /** Null where the series is too short to try it out. */
  readonly backtest: Backtest | null;
}

export interface AutomaticForecast extends Forecast {
  /** The heaviest first. */
  readonly candidates: readonly Candidate[];
  /** Why the weights are as they are: by the squared errors of a backtest, or equal, as the series is too short for one. */
  readonly weighedBy: 'backtest' | 'equal';
  /** How much wider or narrower than the candidates' own the intervals are, by what the backtest missed and for what was fitted to the series. */
  readonly widthFactor: number;
  /** Seasons that were taken into account. */
  readonly periods: readonly number[];
}

/**
 * A forecast for who does not want to choose: tries several ways on the past of the series and combines them by their inverse mean square errors there, the more freely the less was tried. The
 * candidates say which ways, how each did and what it counts for. Intervals are the candidates' own by their precision, wider for
 * what was fitted to the series and by what the backtest missed, narrower where it missed less. It takes the future for a continuation: what never happened before is not in it.
 * @throws UserError for fewer than four known values
 */
export function automaticForecast(series: TimeSeries, horizon: number, options: AutomaticForecastOptions = {}): AutomaticForecast {
  const { level = 0.95, origins = 3, progress } = options;
  checkHorizon(horizon);
  checkLevel(level);
  const values = knownValues(series, 4);
  const periods = (options.periods ?? []).filter((period) => period > 1 && values.length >= 2 * period).sort((a, b) => a - b);
  const forecasters = options.forecasters ?? forecastersFor(values, periods);
  const test = { horizon, origins, period: periods.at(-1) ?? 1, level };
  const tried: { forecaster: Forecaster; forecast: Forecast; backtest: Backtest | null }[] = [];
  for (const [index, forecaster] of forecasters.entries()) {
    checkpoint(progress, index / forecasters.length);
    const forecast = forecastOrNull(forecaster, series, horizon, level);
    if (forecast) tried.push({ forecaster, forecast, backtest: backtest(series, forecaster, test) });
  }
  if (tried.length === 0) throw cannotAnswer('none of the ways to forecast can take this series; give a longer one');
  const weights = weightsOf(tried.map(({ backtest: past }) => past));
  const combined = combineForecasts(
    tried.map(({ forecast }) => forecast),
    { weights, ends: 'precision' },
  );
  const candidates = tried.map(({ forecaster, ...rest }, index) => ({ name: forecaster.name, weight: weights[index] ?? 0, ...rest }));
  const widthFactor = widthFactorOf(values, candidates, level);
  return {
    ...bounded(widened(combined, widthFactor), options.atLeast === undefined ? floorOf(values) : options.atLeast),
    candidates: candidates.sort((a, b) => b.weight - a.weight),
    weighedBy: candidates.every((candidate) => candidate.backtest === null) ? 'equal' : 'backtest',
    widthFactor,
    periods,
  };
}

/** Steps of a season that exponential smoothing still follows, as in R's `ets`. */
const longestSmoothed = 24;

/** The ways to forecast that suit a series: exponential smoothing, Theta, STL with smoothing on values and logarithms, and for long seasons their means. */
export function forecastersFor(values: Float64Array, periods: readonly number[]): Forecaster[] {
  const period = periods[0] ?? 1;
  const longest = periods.at(-1) ?? 1;
  const isShort = periods.length < 2 && longest <= longestSmoothed;
  const ets: Forecaster = {
    name: 'ETS',
    forecast: (series, horizon, options) => forecastEts(chooseEts(series, { period }), horizon, options),
  };
  const theta: Forecaster = {
    name: 'Theta',
    forecast: (series, horizon, options) => thetaForecast(series, horizon, { ...options, period }),
  };
  const mean: Forecaster = {
    name: 'seasonal mean',
    forecast: (series, horizon, options) => seasonalMeanForecast(series, horizon, { ...options, periods }),
  };
  const stl = (name: string, logarithm: boolean): Forecaster => ({
    name,
    forecast: (series, horizon, options) => stlForecast(series, horizon, { ...options, periods, logarithm }),
  });
  const isPositive = values.every((value) => !(value <= 0));
  const bySeason = [stl('STL', false), ...(isPositive ? [stl('STL of logarithms', true)] : [])];
  if (longest === 1) return values.length < 8 ? [theta, ...plain] : [ets, theta];
  return isShort ? [ets, theta, ...bySeason] : [mean, ...bySeason];
}

const plain: readonly Forecaster[] = [
  { name: 'mean', forecast: meanForecast },
  { name: 'naive', forecast: naiveForecast },
  { name: 'drift', forecast: driftForecast },
];

/** So many independent misses count for as much as the rule that inverse mean square errors are good weights. */
const missesThatConvince = 20;

/**
 * Inverse mean square errors (Bates and Granger 1969), to a power that grows from 1 with the number of independent misses, as the chance of a model does
 * with its data: after few the weights are near to each other, after many the best takes all. Who could not be tried out counts for nothing where others
 * could; all are equal where none could.
 */
function weightsOf(backtests: readonly (Backtest | null)[]): number[] {
  const tested = backtests.filter((past) => past !== null);
  if (tested.length === 0) return backtests.map(() => 1 / backtests.length);
  const best = tested.reduce((found, past) => (past.rmse < found.rmse ? past : found));
  const power = 1 + best.independentMisses / missesThatConvince;
  const raw = backtests.map((past) => (past === null ? 0 : past.rmse === best.rmse ? 1 : (best.rmse / past.rmse) ** (2 * power)));
  const whole = raw.reduce((sum, weight) => sum + weight, 0);
  return raw.map((weight) => weight / whole);
}

/** What the model's own width is worth, in forecasts tried out. Of fewer, the chance in three of them alone would cost an interval of 95 % a point. */
const priorTrials = 12;
/** Figures that the ways to forecast fit to a series without a season: level, slope, smoothing, and what each counts for. */
const fittedFigures = 4;

/**
 * By how much the errors of the backtest were larger than the intervals said, drawn to 1 where there were few; and by how much the next error is larger than
 * those that so many figures were fitted to, √(1 + k ÷ n) (Akaike 1969, Fitting autoregressive models for prediction: the final prediction error).
 */
function widthFactorOf(values: Float64Array, candidates: readonly Candidate[], level: number): number {
  const tested = candidates.filter(({ backtest: past, weight }) => past !== null && weight > 0);
  const origins = tested[0]?.backtest?.origins ?? [];
  let squares = 0;
  for (const [index, origin] of origins.entries()) {
    const past = combineForecasts(
      tested.map(({ backtest: each }) => each?.forecasts[index]).filter((each) => each !== undefined),
      { weights: tested.map(({ weight }) => weight), ends: 'precision' },
    );
    squares += relativeSquare(values.subarray(origin), past, level);
  }
  const n = values.reduce((count, value) => (Number.isNaN(value) ? count : count + 1), 0);
  return Math.sqrt(((priorTrials + squares) / (priorTrials + origins.length)) * (1 + fittedFigures / n));
}

/** Mean square of the misses in standard deviations of the interval. */
function relativeSquare(actual: Float64Array, { mean, low, high }: Forecast, level: number): number {
  const factor = normalQuantile((1 + level) / 2);
  let [sum, count] = [0, 0];
  for (let h = 0; h < mean.length; h++) {
    const miss = at(actual, h) - at(mean, h);
    if (Number.isNaN(miss)) continue;
    const deviation = (at(high, h) - at(low, h)) / 2 / factor;
    sum += deviation > 0 ? Math.min(25, (miss / deviation) ** 2) : Number(miss !== 0);
    count++;
  }
  return count === 0 ? 1 : sum / count;
}

function widened(forecast: Forecast, factor: number): Forecast {
  const stretch = (ends: Float64Array) => ends.map((end, h) => at(forecast.mean, h) + factor * (end - at(forecast.mean, h)));
  return { ...forecast, low: stretch(forecast.low), high: stretch(forecast.high) };
}

function floorOf(values: Float64Array): number | null {
  return values.every((value) => !(value < 0)) ? 0 : null;
}

function bounded(forecast: Forecast, atLeast: number | null): Forecast {
  if (atLeast === null) return forecast;
  const raise = (part: Float64Array) => part.map((value) => Math.max(atLeast, value));
  return { ...forecast, mean: raise(forecast.mean), low: raise(forecast.low), high: raise(forecast.high) };
}
