import { cannotAnswer } from '../column.ts';
import { normalTwoSided } from '../distributions.ts';
import { invertSymmetric } from '../invert-symmetric.ts';
import { hessianAt } from '../minimise.ts';
import { type ArmaRun, runArma } from './arma-filter.ts';
import { differenced, differencing, type SarimaCoefficients, type SarimaOrder } from './arma-polynomials.ts';
import { at } from './at.ts';
import { type InformationCriteria, informationCriteria } from './information-criteria.ts';
import { type BoxMinimum, minimiseFreely } from './minimise-in-box.ts';
import { roughSquares } from './rough-squares.ts';
import { naturalOf, partsOf, type SarimaModel, wholeModel } from './sarima-model.ts';
import { checkPeriod, type TimeSeries, unbrokenValues } from './time-series.ts';

export interface SarimaOptions {
  /** Adds a mean, or with differences a drift; false by default. */
  readonly constant?: boolean;
  /** Errors of the coefficients by the curvature of the likelihood, as R, or by the outer product of its slopes, as statsmodels. */
  readonly errors?: 'hessian' | 'outer product';
  /** Steps of the search from each start at most; 200 by default. */
  readonly iterations?: number;
}

export interface SarimaTerm {
  /** `ar1`, `ma1`, `sar1`, `sma1`… as R names them, and `constant`. */
  readonly name: string;
  readonly estimate: number;
  /** Null where the likelihood is flat. */
  readonly standardError: number | null;
  readonly pValue: number | null;
}

export interface SarimaFit extends InformationCriteria {
  /** Such as `ARIMA(0,1,1)(0,1,1)[12]`. */
  readonly name: string;
  readonly order: Required<SarimaOrder>;
  /** Values after differencing, of which the likelihood is. */
  readonly n: number;
  readonly terms: readonly SarimaTerm[];
  readonly coefficients: SarimaCoefficients;
  /** Mean of the differenced series; 0 without. */
  readonly constant: number;
  /** Variance of an error, by likelihood. */
  readonly variance: number;
  /** Standard error of the variance; null where the likelihood is flat. */
  readonly varianceError: number | null;
  readonly logLikelihood: number;
  /** One step ahead, of the differenced series. */
  readonly errors: Float64Array;
  readonly series: Float64Array;
  readonly run: ArmaRun;
  readonly isConverged: boolean;
}

/**
 * Autoregression and moving average of a differenced series, with seasons: the exact Gaussian likelihood of the differences by Kalman's filter. Box and
 * Jenkins 1976; Harvey 1989. Coefficients stay stationary and invertible. The variance counts as a parameter of the criteria, as in R and statsmodels.
 * @param series without gaps; on logarithms for a season in per cent
 * @throws UserError for orders that cannot be, too few values, and a series that does not vary after differencing
 */
export function fitSarima(series: TimeSeries, order: SarimaOrder, options: SarimaOptions = {}): SarimaFit {
  const full = checkedOrder(order);
  const lags = differencing(full.d, full.D, full.period);
  const count = full.p + full.q + full.P + full.Q + (options.constant ? 1 : 0);
  const values = unbrokenValues(series, lags.length + Math.max(count + 2, 4));
  if (full.P + full.D + full.Q > 0) checkPeriod(full.period, values.length);
  const rest = differenced(values, lags);
  const mean = rest.reduce((sum, value) => sum + value / rest.length, 0);
  const spread = Math.sqrt(rest.reduce((sum, value) => sum + (value - mean) ** 2, 0) / rest.length);
  if (!(spread > 1e-12 * Math.abs(mean))) throw cannotAnswer('the series does not vary after differencing; nothing is left to model');
  const model: SarimaModel = { order: full, hasConstant: options.constant ?? false, values: rest };
  const start = new Float64Array(count);
  if (model.hasConstant) start[count - 1] = mean / spread;
  const natural = (free: Float64Array) => naturalOf(free, model, spread);
  const objective = (free: Float64Array) => -(likelihoodOf(natural(free), model)?.logLikelihood ?? Number.NEGATIVE_INFINITY) / rest.length;
  const found =
    count === 0
      ? { at: start, isConverged: true }
      : bestOf([start, ...roughBest(model)].map((from) => minimiseFreely(objective, from, options.iterations)));
  return describe(values, model, natural(found.at), { isConverged: found.isConverged, errors: options.errors ?? 'hessian' });
}

function bestOf(found: readonly BoxMinimum[]): BoxMinimum {
  return found.reduce((best, each) => (each.value < best.value ? each : best));
}

/** Where the rough squares are smallest: the likelihood has several peaks, of which zeros may lead to a lower one. */
function roughBest({ order, hasConstant, values }: SarimaModel): Float64Array[] {
  if (order.p + order.q + order.P + order.Q === 0) return [];
  const { start, squaresAt } = roughSquares(values, order, hasConstant);
  return [minimiseFreely((free) => 0.5 * Math.log(squaresAt(free)), start, 50).at];
}

function checkedOrder({ p, d, q, P = 0, D = 0, Q = 0, period = 1 }: SarimaOrder): Required<SarimaOrder> {
  const order = { p, d, q, P, D, Q, period };
  for (const [name, value] of Object.entries(order))
    if (!Number.isInteger(value) || value < 0) throw cannotAnswer(`an order of ${name} = ${value} cannot be; give a whole number from 0`);
  if (P + D + Q > 0 && period < 2) throw cannotAnswer('a seasonal part needs the steps of the season; give a period from 2');
  if (d > 2 || D > 1) throw cannotAnswer(`${d} differences and ${D} of seasons are more than any series needs; give at most 2 and 1`);
  return order;
}

function runOf(natural: Float64Array, model: SarimaModel): ArmaRun | null {
  const { ar, ma, centred } = wholeModel(natural, model);
  return runArma(centred, ar, ma);
}

/** With the variance that suits the coefficients best. */
function likelihoodOf(natural: Float64Array, model: SarimaModel): { logLikelihood: number; variance: number; run: ArmaRun } | null {
  const run = runOf(natural, model);
  if (run === null) return null;
  const n = run.misses.length;
  let [squares, logs] = [0, 0];
  for (let t = 0; t < n; t++) {
    squares += at(run.misses, t) ** 2 / at(run.sizes, t);
    logs += Math.log(at(run.sizes, t));
  }
  const variance = squares / n;
  const logLikelihood = -0.5 * n * (Math.log(2 * Math.PI * variance) + 1) - 0.5 * logs;
  return Number.isFinite(logLikelihood) ? { logLikelihood, variance, run } : null;
}

/** Log density of each value, with the variance as the last number. */
function densities(all: Float64Array, model: SarimaModel): Float64Array {
  const run = runOf(all.subarray(0, all.length - 1), model);
  const variance = at(all, all.length - 1);
  if (run === null || !(variance > 0)) return new Float64Array(model.values.length).fill(Number.NaN);
  return run.misses.map(
    (miss, t) => -0.5 * (Math.log(2 * Math.PI * variance * at(run.sizes, t)) + miss ** 2 / (variance * at(run.sizes, t))),
  );
}

function describe(
  series: Float64Array,
  model: SarimaModel,
  natural: Float64Array,
  { isConverged, errors }: { readonly isConverged: boolean; readonly errors: 'hessian' | 'outer product' },
): SarimaFit {
  const best = likelihoodOf(natural, model);
  if (best === null) throw cannotAnswer(`${nameOf(model)} cannot follow this series; take fewer terms`);
  const all = Float64Array.of(...natural, best.variance);
  const information = errors === 'hessian' ? curvature(all, model) : outerProduct(all, model);
  const covariance = invertSymmetric(information, all.length);
  return {
    name: nameOf(model),
    order: model.order,
    n: model.values.length,
    terms: termsOf(model, natural, covariance),
    coefficients: partsOf(natural, model.order),
    constant: model.hasConstant ? at(natural, natural.length - 1) : 0,
    variance: best.variance,
    varianceError: errorOf(covariance, all.length, all.length - 1),
    logLikelihood: best.logLikelihood,
    ...informationCriteria(best.logLikelihood, model.values.length, all.length),
    errors: best.run.misses,
    series,
    run: best.run,
    isConverged,
  };
}

function nameOf({ order: { p, d, q, P, D, Q, period }, hasConstant }: SarimaModel): string {
  const seasonal = P + D + Q > 0 ? `(${P},${D},${Q})[${period}]` : '';
  return `ARIMA(${p},${d},${q})${seasonal}${hasConstant ? (d + D > 0 ? ' with drift' : ' with mean') : ''}`;
}

function termsOf(
  { order: { p, q, P, Q }, hasConstant }: SarimaModel,
  natural: Float64Array,
  covariance: Float64Array | null,
): SarimaTerm[] {
  const numbered = (name: string, count: number) => Array.from({ length: count }, (_, i) => `${name}${i + 1}`);
  const names = [
    ...numbered('ar', p),
    ...numbered('ma', q),
    ...numbered('sar', P),
    ...numbered('sma', Q),
    ...(hasConstant ? ['constant'] : []),
  ];
  return names.map((name, i) => {
    const estimate = at(natural, i);
    const standardError = errorOf(covariance, natural.length + 1, i);
    return { name, estimate, standardError, pValue: standardError && normalTwoSided(estimate / standardError) };
  });
}

function errorOf(covariance: Float64Array | null, size: number, index: number): number | null {
  const variance = covariance === null ? Number.NaN : at(covariance, index * (size + 1));
  return variance > 0 ? Math.sqrt(variance) : null;
}

/** In units of the variance, so that steps of differences suit all. */
function curvature(all: Float64Array, model: SarimaModel): Float64Array {
  const units = all.map((value, i) => (i === all.length - 1 ? value : 1));
  const scaled = (point: Float64Array) =>
    -densities(
      point.map((value, i) => value * at(units, i)),
      model,
    ).reduce((sum, value) => sum + value, 0);
  const hessian = hessianAt(
    scaled,
    all.map((value, i) => value / at(units, i)),
  );
  return hessian.map((value, place) => value / at(units, Math.floor(place / all.length)) / at(units, place % all.length));
}

function outerProduct(all: Float64Array, model: SarimaModel): Float64Array {
  const slopes = Array.from(all, (value, i) => {
    const step = 1e-5 * Math.max(1e-3, Math.abs(value));
    const moved = (by: number) =>
      densities(
        all.map((each, k) => (k === i ? each + by : each)),
        model,
      );
    const [above, below] = [moved(step), moved(-step)];
    return above.map((density, t) => (density - at(below, t)) / (2 * step));
  });
  return Float64Array.from({ length: all.length ** 2 }, (_, place) => {
    const [left, right] = [slopes[Math.floor(place / all.length)], slopes[place % all.length]];
    return left && right ? left.reduce((sum, value, t) => sum + value * at(right, t), 0) : 0;
  });
}
