import { cannotAnswer } from '../column.ts';
import { normalTwoSided } from '../distributions.ts';
import { invertSymmetric } from '../invert-symmetric.ts';
import { hessianAt } from '../minimise.ts';
import { type ArmaRun, runArma } from './arma-filter.ts';
import {
  boundedCoefficients,
  differenced,
  differencing,
  multiplyOut,
  type SarimaCoefficients,
  type SarimaOrder,
} from './arma-polynomials.ts';
import { at } from './at.ts';
import { type InformationCriteria, informationCriteria } from './information-criteria.ts';
import { type BoxMinimum, minimiseFreely } from './minimise-in-box.ts';
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
  const model: Model = { order: full, hasConstant: options.constant ?? false, values: rest };
  const start = new Float64Array(count);
  if (model.hasConstant) start[count - 1] = mean / spread;
  const natural = (free: Float64Array) => naturalOf(free, model, spread);
  const objective = (free: Float64Array) => -(likelihoodOf(natural(free), model)?.logLikelihood ?? Number.NEGATIVE_INFINITY) / rest.length;
  const found =
    count === 0 ? { at: start, isConverged: true } : bestOf([start, ...roughBest(model)].map((from) => minimiseFreely(objective, from, options.iterations)));
  return describe(values, model, natural(found.at), { isConverged: found.isConverged, errors: options.errors ?? 'hessian' });
}

function bestOf(found: readonly BoxMinimum[]): BoxMinimum {
  return found.reduce((best, each) => (each.value < best.value ? each : best));
}

/** Where the rough squares are smallest: the likelihood has several peaks, of which zeros may lead to a lower one. */
function roughBest({ order, hasConstant, values }: Model): Float64Array[] {
  if (order.p + order.q + order.P + order.Q === 0) return [];
  const { start, squaresAt } = roughSquares(values, order, hasConstant);
  return [minimiseFreely((free) => 0.5 * Math.log(squaresAt(free)), start, 50).at];
}

interface Model {
  readonly order: Required<SarimaOrder>;
  readonly hasConstant: boolean;
  readonly values: Float64Array;
}

function checkedOrder({ p, d, q, P = 0, D = 0, Q = 0, period = 1 }: SarimaOrder): Required<SarimaOrder> {
  const order = { p, d, q, P, D, Q, period };
  for (const [name, value] of Object.entries(order))
    if (!Number.isInteger(value) || value < 0) throw cannotAnswer(`an order of ${name} = ${value} cannot be; give a whole number from 0`);
  if (P + D + Q > 0 && period < 2) throw cannotAnswer('a seasonal part needs the steps of the season; give a period from 2');
  if (d > 2 || D > 1) throw cannotAnswer(`${d} differences and ${D} of seasons are more than any series needs; give at most 2 and 1`);
  return order;
}

/** Coefficients p, q, P, Q and constant, in this order, from numbers that may be anything. */
function naturalOf(free: Float64Array, { order, hasConstant }: Model, spread: number): Float64Array {
  const natural = new Float64Array(free.length);
  let from = 0;
  for (const [count, sign] of [
    [order.p, 1],
    [order.q, -1],
    [order.P, 1],
    [order.Q, -1],
  ] as const) {
    const bounded = boundedCoefficients(free.subarray(from, from + count));
    natural.set(
      bounded.map((value) => sign * value),
      from,
    );
    from += count;
  }
  if (hasConstant) natural[from] = at(free, from) * spread;
  return natural;
}

function partsOf(natural: Float64Array, { p, q, P, Q }: Required<SarimaOrder>): SarimaCoefficients {
  return {
    ar: natural.slice(0, p),
    ma: natural.slice(p, p + q),
    seasonalAr: natural.slice(p + q, p + q + P),
    seasonalMa: natural.slice(p + q + P, p + q + P + Q),
  };
}

/** The coefficients of all lags, and the series about its mean. */
function wholeModel(
  natural: Float64Array,
  { order, hasConstant, values }: Model,
): { ar: Float64Array; ma: Float64Array; centred: Float64Array } {
  const { ar, ma, seasonalAr, seasonalMa } = partsOf(natural, order);
  const constant = hasConstant ? at(natural, natural.length - 1) : 0;
  return {
    ar: multiplyOut(ar, seasonalAr, order.period, -1),
    ma: multiplyOut(ma, seasonalMa, order.period, 1),
    centred: constant === 0 ? values : values.map((value) => value - constant),
  };
}

function runOf(natural: Float64Array, model: Model): ArmaRun | null {
  const { ar, ma, centred } = wholeModel(natural, model);
  return runArma(centred, ar, ma);
}

/** By numbers that may be anything, of which `start` is where to begin. */
export interface RoughSquares {
  readonly start: Float64Array;
  readonly squaresAt: (free: Float64Array) => number;
  readonly coefficientsAt: (free: Float64Array) => SarimaCoefficients;
}

/**
 * The sum of squared errors when all before the series is taken for 0, by numbers that may be anything: near the exact likelihood and much quicker.
 * @param rest after differencing
 */
export function roughSquares(
  rest: Float64Array,
  order: Required<SarimaOrder>,
  hasConstant: boolean,
): RoughSquares {
  const model: Model = { order, hasConstant, values: rest };
  const mean = rest.reduce((sum, value) => sum + value / rest.length, 0);
  const spread = Math.sqrt(rest.reduce((sum, value) => sum + (value - mean) ** 2, 0) / rest.length);
  const start = new Float64Array(order.p + order.q + order.P + order.Q + (hasConstant ? 1 : 0));
  if (hasConstant) start[start.length - 1] = mean / spread;
  const squaresAt = (free: Float64Array) => {
    const { ar, ma, centred } = wholeModel(naturalOf(free, model, spread), model);
    return centred.length === 0 ? 0 : plainSquares(centred, ar, ma);
  };
  return { start, squaresAt, coefficientsAt: (free) => partsOf(naturalOf(free, model, spread), order) };
}

function plainSquares(values: Float64Array, ar: Float64Array, ma: Float64Array): number {
  const errors = new Float64Array(values.length);
  const [arLags, maLags] = [usedLags(ar), usedLags(ma)];
  let squares = 0;
  for (let t = 0; t < values.length; t++) {
    let error = at(values, t);
    for (const lag of arLags) if (lag <= t) error -= at(ar, lag - 1) * at(values, t - lag);
    for (const lag of maLags) if (lag <= t) error -= at(ma, lag - 1) * at(errors, t - lag);
    errors[t] = error;
    squares += error * error;
  }
  return squares;
}

/** A season leaves most lags at 0. */
function usedLags(coefficients: Float64Array): number[] {
  return Array.from(coefficients.keys(), (index) => index + 1).filter((lag) => coefficients[lag - 1] !== 0);
}

/** With the variance that suits the coefficients best. */
function likelihoodOf(natural: Float64Array, model: Model): { logLikelihood: number; variance: number; run: ArmaRun } | null {
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
function densities(all: Float64Array, model: Model): Float64Array {
  const run = runOf(all.subarray(0, all.length - 1), model);
  const variance = at(all, all.length - 1);
  if (run === null || !(variance > 0)) return new Float64Array(model.values.length).fill(Number.NaN);
  return run.misses.map(
    (miss, t) => -0.5 * (Math.log(2 * Math.PI * variance * at(run.sizes, t)) + miss ** 2 / (variance * at(run.sizes, t))),
  );
}

function describe(
  series: Float64Array,
  model: Model,
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

function nameOf({ order: { p, d, q, P, D, Q, period }, hasConstant }: Model): string {
  const seasonal = P + D + Q > 0 ? `(${P},${D},${Q})[${period}]` : '';
  return `ARIMA(${p},${d},${q})${seasonal}${hasConstant ? (d + D > 0 ? ' with drift' : ' with mean') : ''}`;
}

function termsOf({ order: { p, q, P, Q }, hasConstant }: Model, natural: Float64Array, covariance: Float64Array | null): SarimaTerm[] {
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
function curvature(all: Float64Array, model: Model): Float64Array {
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

function outerProduct(all: Float64Array, model: Model): Float64Array {
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
