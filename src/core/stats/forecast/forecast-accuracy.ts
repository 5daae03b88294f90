import { type Column, cannotAnswer, checkColumn, checkSameLength } from '../column.ts';
import { at } from './at.ts';
import { knownValues, type TimeSeries } from './time-series.ts';

/** How far forecasts were from what came. */
export interface ForecastAccuracy {
  /** Pairs of a forecast and a known value. */
  readonly n: number;
  /** Mean of forecast − value: above 0 where too much was expected. */
  readonly bias: number;
  readonly mae: number;
  readonly rmse: number;
  /** Mean of 100·|value − forecast| ÷ |value|; null with a value of 0. */
  readonly mape: number | null;
  /** Mean of 200·|value − forecast| ÷ (|value| + |forecast|), 0 to 200; pairs of zeros count as right. Makridakis and Hibon 2000. */
  readonly smape: number;
  /** Mean error ÷ mean change over one season in the past; below 1 is better than seasonal naive. Null without a past. Hyndman and Koehler 2006. */
  readonly mase: number | null;
}

/**
 * @param actual what came, null where not known
 * @param forecast of the same steps
 * @param scale mean change over a season of the past, by `seasonalScale`
 * @throws UserError for different lengths, and where nothing is known
 */
export function forecastAccuracy(actual: TimeSeries, forecast: Column, scale: number | null = null): ForecastAccuracy {
  const values = knownValues(actual, 1);
  checkColumn(forecast, 'forecast');
  if (scale !== null) checkColumn([scale], 'scale');
  checkSameLength(values, forecast, ['actual', 'forecast']);
  let [n, misses, sum, squares, shares, symmetric] = [0, 0, 0, 0, 0, 0];
  for (let i = 0; i < values.length; i++) {
    const value = at(values, i);
    if (Number.isNaN(value)) continue;
    const expected = forecast[i] ?? 0;
    const miss = Math.abs(value - expected);
    n++;
    sum += expected - value;
    misses += miss;
    squares += miss * miss;
    shares += miss / Math.abs(value);
    symmetric += miss === 0 ? 0 : miss / (Math.abs(value) + Math.abs(expected));
  }
  return {
    n,
    bias: sum / n,
    mae: misses / n,
    rmse: Math.sqrt(squares / n),
    mape: Number.isFinite(shares) ? (100 * shares) / n : null,
    smape: (200 * symmetric) / n,
    mase: scale === null || scale === 0 ? null : misses / n / scale,
  };
}

/** The mean change of a series from one season to the next (from one step to the next with a period of 1); null where no two values are so far apart. */
export function seasonalScale(series: TimeSeries, period = 1): number | null {
  if (!Number.isInteger(period) || period < 1) throw cannotAnswer(`a period of ${period} cannot be; give a whole number from 1`);
  const values = knownValues(series, 1);
  let [sum, count] = [0, 0];
  for (let i = period; i < values.length; i++) {
    const change = Math.abs(at(values, i) - at(values, i - period));
    if (Number.isNaN(change)) continue;
    sum += change;
    count++;
  }
  return count === 0 ? null : sum / count;
}
