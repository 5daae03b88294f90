import { checkLevel } from '../check-options.ts';
import { studentQuantile } from '../distributions.ts';
import { differencing, errorEchoes, multiplyOut } from './arma-polynomials.ts';
import { at } from './at.ts';
import type { SarimaFit } from './fit-sarima.ts';
import { type Forecast, type ForecastOptions, normalForecast } from './forecast.ts';
import { checkHorizon } from './time-series.ts';

/**
 * The next steps of a fitted model, with the spread that its errors sum up to (Box and Jenkins 1976, chapter 5) and Student's t for what the estimates
 * leave. It takes model and coefficients for the truth, so that ends are somewhat narrow on short series.
 */
export function forecastSarima(fit: SarimaFit, horizon: number, { level = 0.95 }: ForecastOptions = {}): Forecast {
  checkHorizon(horizon);
  checkLevel(level);
  const { order, coefficients, series, constant } = fit;
  const ar = multiplyOut(coefficients.ar, coefficients.seasonalAr, order.period, -1);
  const ma = multiplyOut(coefficients.ma, coefficients.seasonalMa, order.period, 1);
  const lags = differencing(order.d, order.D, order.period);
  const values = new Float64Array(series.length + horizon);
  values.set(series);
  let { state } = fit.run;
  for (let h = 0; h < horizon; h++) {
    let sum = at(state, 0) + constant;
    for (let k = 0; k < lags.length; k++) sum += at(lags, k) * at(values, series.length + h - 1 - k);
    values[series.length + h] = sum;
    const head = at(state, 0);
    const before = state;
    state = before.map((_, i) => at(ar, i) * head + at(before, i + 1));
  }
  const echoes = errorEchoes(multiplyOut(lags, ar, 1, -1), ma, horizon);
  const estimated = fit.terms.length;
  let sum = 0;
  const deviations = echoes.map((echo) => {
    sum += echo * echo;
    return Math.sqrt((sum * fit.variance * fit.n) / Math.max(1, fit.n - estimated));
  });
  const factor = studentQuantile((1 + level) / 2, Math.max(1, fit.n - estimated));
  return normalForecast(fit.name, series.length, { mean: values.slice(series.length), deviations, factor, level });
}
