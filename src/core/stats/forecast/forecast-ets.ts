import { checkLevel } from '../check-options.ts';
import { studentQuantile } from '../distributions.ts';
import { at } from './at.ts';
import type { EtsFit } from './fit-ets.ts';
import { type Forecast, type ForecastOptions, normalForecast } from './forecast.ts';
import { checkHorizon } from './time-series.ts';

/**
 * The next steps of a fitted model, each step's error by its own variance: exact for errors and seasons that add and for errors that multiply, an
 * approximation for the rest (Hyndman, Koehler, Ord and Snyder 2008, chapter 6). Ends by Student's t with what the estimates leave. It takes the
 * model for the truth and its smoothing as known, so that a forecast far ahead of a short series is less sure than it says.
 */
export function forecastEts(fit: EtsFit, horizon: number, { level = 0.95 }: ForecastOptions = {}): Forecast {
  checkHorizon(horizon);
  checkLevel(level);
  const bases = new Float64Array(horizon);
  let [damping, reach] = [fit.phi, fit.phi];
  for (let h = 0; h < horizon; h++) {
    bases[h] = fit.level + reach * fit.slope;
    damping *= fit.phi;
    reach += damping;
  }
  const seasonOf = (h: number) => at(fit.seasons, h % fit.period);
  const { season } = fit.form;
  const mean = season === 'none' ? bases : bases.map((base, h) => (season === 'additive' ? base + seasonOf(h) : base * seasonOf(h)));
  const deviations = season === 'multiplicative' ? timesSeason(fit, bases) : deviationsOf(fit, mean);
  const factor = studentQuantile((1 + level) / 2, Math.max(1, fit.n - fit.parameters + 1));
  return normalForecast(fit.name, fit.n, { mean, deviations, factor, level });
}

/** What an error does to the value `lag` steps later, in units of itself. */
function echoes({ alpha, beta, gamma, phi, form, period }: EtsFit, horizon: number, withSeason: boolean): Float64Array {
  let [damping, reach] = [1, 0];
  return new Float64Array(horizon).map((_, lag) => {
    if (lag === 0) return 1;
    damping *= phi;
    reach += form.trend === 'none' ? 0 : damping;
    const seasonal = withSeason && form.season !== 'none' && lag % period === 0 ? gamma : 0;
    return alpha + beta * reach + seasonal;
  });
}

/** Errors that add, or that multiply a sum of states: θ of Hyndman et al., equation 6.3. */
function deviationsOf(fit: EtsFit, mean: Float64Array): Float64Array {
  const echo = echoes(fit, mean.length, true);
  const multiplies = fit.form.error === 'multiplicative';
  const sizes = new Float64Array(mean.length);
  return mean.map((value, h) => {
    let sum = 0;
    for (let lag = 1; lag <= h; lag++) sum += at(echo, lag) ** 2 * (multiplies ? at(sizes, h - lag) : 1);
    sizes[h] = value * value + fit.variance * sum;
    return Math.sqrt(fit.variance * (sum + (multiplies ? at(sizes, h) : 1)));
  });
}

/** A season that multiplies: the spread of the rest by `deviationsOf`, times the season, whose own errors come back once a season. */
function timesSeason(fit: EtsFit, bases: Float64Array): Float64Array {
  const echo = echoes(fit, bases.length, false);
  const isRelative = fit.form.error === 'multiplicative';
  const sizes = new Float64Array(bases.length);
  const { gamma, period, variance } = fit;
  return bases.map((base, h) => {
    const relative = isRelative ? variance : variance / (base * at(fit.seasons, h % period)) ** 2;
    let sum = 0;
    for (let lag = 1; lag <= h; lag++) sum += at(echo, lag) ** 2 * at(sizes, h - lag);
    sizes[h] = base * base + relative * sum;
    const turns = (1 + gamma * gamma * relative) ** Math.floor(h / period);
    const spread = at(sizes, h) * (1 + relative) * turns - base * base;
    return at(fit.seasons, h % period) * Math.sqrt(Math.max(0, spread));
  });
}
