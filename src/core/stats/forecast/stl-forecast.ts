import { cannotAnswer } from '../column.ts';
import { at } from './at.ts';
import { chooseEts } from './choose-ets.ts';
import type { Forecast, ForecastOptions } from './forecast.ts';
import { forecastEts } from './forecast-ets.ts';
import { loess } from './loess.ts';
import { mstl, mstlWindow } from './mstl.ts';
import { checkHorizon, knownValues, type TimeSeries } from './time-series.ts';

export interface StlForecastOptions extends ForecastOptions {
  /** Steps of one or more seasons, such as [12], or [7, 365]. */
  readonly periods: readonly number[];
  /** Works on logarithms: a season in per cent. Needs values above 0; the forecast is then the middle of what may come, not its mean. */
  readonly logarithm?: boolean;
}

/** A model of smoothing learns no more from a longer past. */
const learnedSteps = 3000;

/**
 * Seasons by STL or MSTL, which go on as the last were, and what is left by the best model of exponential smoothing: R's `stlf`. Ends are of what is
 * left, and of the error of the seasons as they were; that a season may change is not in them.
 * @throws UserError as `mstl`, and for values not above 0 with `logarithm`
 */
export function stlForecast(
  series: TimeSeries,
  horizon: number,
  { periods, logarithm = false, level = 0.95 }: StlForecastOptions,
): Forecast {
  checkHorizon(horizon);
  const values = knownValues(series, 4);
  if (logarithm && values.some((value) => value <= 0))
    throw cannotAnswer('the series is not above 0 throughout, so that it has no logarithms');
  const shown = Array.from(values, (value) => (Number.isNaN(value) ? null : logarithm ? Math.log(value) : value));
  const tenth = (period: number) => (period > 24 ? Math.ceil(period / 10) : 1);
  const longest = Math.max(...periods);
  const { seasonals, periods: ordered } = mstl(shown, { periods, jumps: { trend: tenth(longest), lowPass: tenth(longest) } });
  const rest = shown.map((value, i) => (value === null ? null : seasonals.reduce((left, season) => left - at(season, i), value)));
  const ahead = withSeasonsDoubt(forecastEts(chooseEts(rest.slice(-learnedSteps)), horizon, { level }), values.length, ordered);
  const seasonAt = (h: number) =>
    seasonals.reduce((sum, season, index) => sum + at(season, values.length - (ordered[index] ?? 1) + (h % (ordered[index] ?? 1))), 0);
  const back = (part: Float64Array) => part.map((value, h) => (logarithm ? Math.exp(value + seasonAt(h)) : value + seasonAt(h)));
  const method = `${periods.length > 1 ? 'MSTL' : 'STL'} + ${ahead.method}${logarithm ? ' of logarithms' : ''}`;
  return { ...ahead, method, mean: back(ahead.mean), low: back(ahead.low), high: back(ahead.high) };
}

/** Ends wider by what the seasons' smoothing took from the errors, and by its own error at the last season. */
function withSeasonsDoubt(forecast: Forecast, length: number, periods: readonly number[]): Forecast {
  const doubts = periods.map((period, index) => smoothingDoubt(Math.floor(length / period), mstlWindow(index), 1 - 1 / period));
  const taken = Math.min(
    0.8,
    doubts.reduce((sum, doubt) => sum + doubt.taken, 0),
  );
  const last = doubts.reduce((sum, doubt) => sum + doubt.last, 0);
  const { mean, low, high } = forecast;
  const first = (at(high, 0) - at(low, 0)) / 2;
  const reach = mean.map((_, h) => Math.sqrt((((at(high, h) - at(low, h)) / 2) ** 2 + last * first * first) / (1 - taken)));
  return { ...forecast, low: mean.map((value, h) => value - at(reach, h)), high: mean.map((value, h) => value + at(reach, h)) };
}

/**
 * Of the variance of noise, the share that smoothing so many values takes away, and the variance of the last smoothed value; both but for what the
 * low-pass filter gives back, one step's share of the season.
 */
function smoothingDoubt(count: number, window: number, kept: number): { taken: number; last: number } {
  const size = Math.min(count, 4 * window);
  const columns = Array.from({ length: size }, (_, place) => {
    const [impulse, smoothed] = [new Float64Array(size), new Float64Array(size)];
    impulse[place] = 1;
    loess(impulse, { window, degree: 1, jump: 1 }, null, smoothed);
    return smoothed;
  });
  const squaresOf = (row: number) => columns.reduce((sum, column) => sum + at(column, row) ** 2, 0);
  const taken = columns.reduce((sum, column, place) => sum + (2 * at(column, place) - squaresOf(place)) / size, 0);
  return { taken: kept * taken, last: kept * squaresOf(size - 1) };
}
