import type { SarimaCoefficients, SarimaOrder } from './arma-polynomials.ts';
import { at } from './at.ts';
import { naturalOf, partsOf, type SarimaModel, wholeModel } from './sarima-model.ts';

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
export function roughSquares(rest: Float64Array, order: Required<SarimaOrder>, hasConstant: boolean): RoughSquares {
  const model: SarimaModel = { order, hasConstant, values: rest };
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
