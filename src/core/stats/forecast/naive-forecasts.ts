import { checkLevel } from '../check-options.ts';
import { studentQuantile } from '../distributions.ts';
import { at } from './at.ts';
import { type Forecast, type ForecastOptions, normalForecast } from './forecast.ts';
import { seasonalIndices, withoutSeason, withSeason } from './seasonal-indices.ts';
import { hasSeason } from './seasonality-test.ts';
import { checkHorizon, checkPeriod, knownValues, type TimeSeries } from './time-series.ts';

/**
 * The mean of all values goes on. Its error is a value's own spread and the mean's; right where values do not go with their past.
 * @throws UserError for fewer than two known values
 */
export function meanForecast(series: TimeSeries, horizon: number, options: ForecastOptions = {}): Forecast {
  const values = knownValues(series, 2).filter((value) => !Number.isNaN(value));
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1));
  return steady('mean', n, horizon, options, { df: n - 1, valueAt: () => mean, deviationAt: () => spread * Math.sqrt(1 + 1 / n) });
}

/**
 * The last value goes on: what a random walk does. Errors grow with the root of the distance.
 * @throws UserError for fewer than two known values
 */
export function naiveForecast(series: TimeSeries, horizon: number, options: ForecastOptions = {}): Forecast {
  const values = knownValues(series, 2);
  const { last, age, count, squares } = walkOf(values, 1);
  const spread = Math.sqrt(squares / count);
  return steady('naive', count + 1, horizon, options, {
    df: count,
    valueAt: () => last,
    deviationAt: (h) => spread * Math.sqrt(h + age),
  });
}

/**
 * The straight line through the first and the last value goes on: a random walk with drift.
 * @throws UserError for fewer than three known values
 */
export function driftForecast(series: TimeSeries, horizon: number, options: ForecastOptions = {}): Forecast {
  const values = knownValues(series, 3);
  const first = values.findIndex((value) => !Number.isNaN(value));
  const { last, age, count, squares, span } = walkOf(values, 1);
  const drift = (last - at(values, first)) / span;
  const spread = Math.sqrt(Math.max(0, squares - drift * drift * span) / (count - 1));
  return steady('drift', count + 1, horizon, options, {
    df: count - 1,
    valueAt: (h) => last + (h + age) * drift,
    deviationAt: (h) => spread * Math.sqrt((h + age) * (1 + (h + age) / span)),
  });
}

/**
 * The same step of the last season: a random walk of each month, weekday or hour.
 * @throws UserError for less than two seasons
 */
export function seasonalNaiveForecast(series: TimeSeries, horizon: number, period: number, options: ForecastOptions = {}): Forecast {
  const values = knownValues(series, 2);
  checkPeriod(period, values.length);
  const { count, squares } = walkOf(values, period);
  const lastOf = (h: number) => {
    let place = values.length + ((h - 1) % period) - period;
    while (place >= 0 && Number.isNaN(values[place])) place -= period;
    return { value: values[place] ?? Number.NaN, turns: (values.length + h - 1 - place) / period };
  };
  const spread = Math.sqrt(squares / Math.max(1, count));
  return steady('seasonal naive', values.filter((value) => !Number.isNaN(value)).length, horizon, options, {
    df: Math.max(1, count),
    valueAt: (h) => lastOf(h).value,
    deviationAt: (h) => spread * Math.sqrt(lastOf(h).turns),
  });
}

/**
 * Naive of the series without its season, where it has one (`hasSeason`): the yardstick of the M competitions, Naive 2.
 * @throws UserError as `naiveForecast`
 */
export function naive2Forecast(series: TimeSeries, horizon: number, period: number, options: ForecastOptions = {}): Forecast {
  const values = knownValues(series, 2);
  if (!hasSeason(values, period)) return { ...naiveForecast(series, horizon, options), method: 'naive 2' };
  const kind = values.every((value) => !(value <= 0)) ? 'multiplicative' : 'additive';
  const indices = seasonalIndices(values, period, kind);
  const plain = naiveForecast(Array.from(withoutSeason(values, indices, kind), numberOrNull), horizon, options);
  const back = (part: Float64Array) => withSeason(part, indices, kind, values.length);
  return { ...plain, method: 'naive 2', mean: back(plain.mean), low: back(plain.low), high: back(plain.high) };
}

function numberOrNull(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}

interface Steps {
  readonly df: number;
  /** At 1, 2… steps ahead. */
  readonly valueAt: (h: number) => number;
  readonly deviationAt: (h: number) => number;
}

function steady(method: string, n: number, horizon: number, { level = 0.95 }: ForecastOptions, steps: Steps): Forecast {
  checkHorizon(horizon);
  checkLevel(level);
  const ahead = Float64Array.from({ length: horizon }, (_, h) => h + 1);
  const factor = studentQuantile((1 + level) / 2, Math.max(1, steps.df));
  return normalForecast(method, n, { mean: ahead.map(steps.valueAt), deviations: ahead.map(steps.deviationAt), factor, level });
}

interface Walk {
  readonly last: number;
  /** Steps since the last known value. */
  readonly age: number;
  /** Changes from one known value to the next, and their squares for each step between. */
  readonly count: number;
  readonly squares: number;
  /** Steps from the first known value to the last. */
  readonly span: number;
}

/** A series as random walks, one for each step of a season. */
function walkOf(values: Float64Array, period: number): Walk {
  const seen = new Int32Array(period).fill(-1);
  let [count, squares, first, last] = [0, 0, -1, -1];
  for (let i = 0; i < values.length; i++) {
    if (Number.isNaN(values[i])) continue;
    const before = seen[i % period] ?? -1;
    if (before >= 0) {
      count++;
      squares += (at(values, i) - at(values, before)) ** 2 / ((i - before) / period);
    }
    seen[i % period] = i;
    if (first < 0) first = i;
    last = i;
  }
  return { last: at(values, last), age: values.length - 1 - last, count, squares, span: last - first };
}
