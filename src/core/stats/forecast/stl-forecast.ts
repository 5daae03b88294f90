import { cannotAnswer } from '../column.ts';
import { at } from './at.ts';
import { chooseEts } from './choose-ets.ts';
import type { Forecast, ForecastOptions } from './forecast.ts';
import { forecastEts } from './forecast-ets.ts';
import { mstl } from './mstl.ts';
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
 * left; that a season itself may change is not in them.
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
  const ahead = forecastEts(chooseEts(rest.slice(-learnedSteps)), horizon, { level });
  const seasonAt = (h: number) =>
    seasonals.reduce((sum, season, index) => sum + at(season, values.length - (ordered[index] ?? 1) + (h % (ordered[index] ?? 1))), 0);
  const back = (part: Float64Array) => part.map((value, h) => (logarithm ? Math.exp(value + seasonAt(h)) : value + seasonAt(h)));
  const method = `${periods.length > 1 ? 'MSTL' : 'STL'} + ${ahead.method}${logarithm ? ' of logarithms' : ''}`;
  return { ...ahead, method, mean: back(ahead.mean), low: back(ahead.low), high: back(ahead.high) };
}
