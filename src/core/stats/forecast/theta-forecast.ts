import { checkLevel } from '../check-options.ts';
import { studentQuantile } from '../distributions.ts';
import { simpleLinearFit } from '../simple-linear-fit.ts';
import { at } from './at.ts';
import { type Forecast, type ForecastOptions, normalForecast } from './forecast.ts';
import { type SeasonKind, seasonalIndices, withoutSeason, withSeason } from './seasonal-indices.ts';
import { hasSeason } from './seasonality-test.ts';
import { checkHorizon, checkPeriod, knownValues, type TimeSeries } from './time-series.ts';

export interface ThetaOptions extends ForecastOptions {
  /** Steps of a season; taken out where `hasSeason` says that there is one. */
  readonly period?: number;
}

export interface ThetaForecast extends Forecast {
  /** Smoothing of the level, 0.0001 to 0.9999. */
  readonly alpha: number;
  /** Slope of the straight line through the whole series; half of it goes on. */
  readonly slope: number;
  readonly season: SeasonKind | null;
}

/**
 * Theta of Assimakopoulos and Nikolopoulos 2000, the winner of the M3 competition, in the form of Hyndman and Billah 2003: simple smoothing from the
 * first value, with half the slope of a straight line through the series; a season is taken out before by classical decomposition (multiplicative
 * where all is above 0) and put back. Ends by the spread of its errors one step ahead.
 * @throws UserError for fewer than three known values
 */
export function thetaForecast(series: TimeSeries, horizon: number, { period = 1, level = 0.95 }: ThetaOptions = {}): ThetaForecast {
  checkHorizon(horizon);
  checkLevel(level);
  const values = knownValues(series, 3);
  if (period > 1) checkPeriod(period, values.length, 1);
  const { season, indices } = seasonOf(values, period);
  const rest = season === null ? values : withoutSeason(values, indices, season);
  const pairs = Array.from(rest, (y, x) => ({ x, y })).filter(({ y }) => !Number.isNaN(y));
  const slope = simpleLinearFit(pairs)?.slope ?? 0;
  const n = pairs.length;
  const alpha = bestAlpha(rest);
  const { level: last, squares } = smooth(rest, alpha, 0);
  const drift = (h: number) => h + 1 / alpha - (1 - alpha) ** values.length / alpha;
  const mean = new Float64Array(horizon).map((_, h) => last + (slope / 2) * drift(h));
  const spread = Math.sqrt(Math.min(squares, smooth(rest, alpha, slope / 2).squares) / Math.max(1, n - 3));
  const deviations = mean.map((_, h) => spread * Math.sqrt(1 + h * alpha * alpha));
  const factor = studentQuantile((1 + level) / 2, Math.max(1, n - 3));
  const plain = normalForecast('Theta', n, { mean, deviations, factor, level });
  const back = (part: Float64Array) => (season === null ? part : withSeason(part, indices, season, values.length));
  return { ...plain, mean: back(plain.mean), low: back(plain.low), high: back(plain.high), alpha, slope, season };
}

function seasonOf(values: Float64Array, period: number): { season: SeasonKind | null; indices: Float64Array } {
  if (!hasSeason(values, period)) return { season: null, indices: new Float64Array(1) };
  const factors = seasonalIndices(values, period, 'multiplicative');
  if (values.every((value) => !(value <= 0)) && factors.every((factor) => factor > 0))
    return { season: 'multiplicative', indices: factors };
  return { season: 'additive', indices: seasonalIndices(values, period, 'additive') };
}

/** Smoothing from the first value on with a drift a step; gaps carry the level on. */
function smooth(values: Float64Array, alpha: number, drift: number): { level: number; squares: number } {
  let level = Number.NaN;
  let squares = 0;
  for (let i = 0; i < values.length; i++) {
    const value = at(values, i);
    if (Number.isNaN(level)) {
      level = value;
      continue;
    }
    const expected = level + drift;
    const miss = Number.isNaN(value) ? 0 : value - expected;
    squares += miss * miss;
    level = expected + alpha * miss;
  }
  return { level, squares };
}

const [least, most] = [1e-4, 1 - 1e-4];

/** The smoothing with the smallest squared errors: the best of a grid, then golden section around it. */
function bestAlpha(values: Float64Array): number {
  const squaresAt = (alpha: number) => smooth(values, alpha, 0).squares;
  const grid = Array.from({ length: 21 }, (_, i) => least + ((most - least) * i) / 20);
  const best = grid.reduce((found, alpha) => (squaresAt(alpha) < squaresAt(found) ? alpha : found));
  let [low, high] = [Math.max(least, best - 0.05), Math.min(most, best + 0.05)];
  const ratio = (Math.sqrt(5) - 1) / 2;
  for (let turn = 0; turn < 50; turn++) {
    const [left, right] = [high - ratio * (high - low), low + ratio * (high - low)];
    if (squaresAt(left) < squaresAt(right)) high = right;
    else low = left;
  }
  const inside = (low + high) / 2;
  return [least, most].reduce((found, end) => (squaresAt(end) < squaresAt(found) ? end : found), inside);
}
