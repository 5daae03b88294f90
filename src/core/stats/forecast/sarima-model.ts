import { boundedCoefficients, multiplyOut, type SarimaCoefficients, type SarimaOrder } from './arma-polynomials.ts';
import { at } from './at.ts';

/** A seasonal autoregression and moving average of values that are differenced already. */
export interface SarimaModel {
  readonly order: Required<SarimaOrder>;
  readonly hasConstant: boolean;
  readonly values: Float64Array;
}

/** Coefficients p, q, P, Q and constant, in this order, from numbers that may be anything. */
export function naturalOf(free: Float64Array, { order, hasConstant }: SarimaModel, spread: number): Float64Array {
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

/** The coefficients by their parts. */
export function partsOf(natural: Float64Array, { p, q, P, Q }: Required<SarimaOrder>): SarimaCoefficients {
  return {
    ar: natural.slice(0, p),
    ma: natural.slice(p, p + q),
    seasonalAr: natural.slice(p + q, p + q + P),
    seasonalMa: natural.slice(p + q + P, p + q + P + Q),
  };
}

/** The coefficients of all lags, and the series about its mean. */
export function wholeModel(
  natural: Float64Array,
  { order, hasConstant, values }: SarimaModel,
): { ar: Float64Array; ma: Float64Array; centred: Float64Array } {
  const { ar, ma, seasonalAr, seasonalMa } = partsOf(natural, order);
  const constant = hasConstant ? at(natural, natural.length - 1) : 0;
  return {
    ar: multiplyOut(ar, seasonalAr, order.period, -1),
    ma: multiplyOut(ma, seasonalMa, order.period, 1),
    centred: constant === 0 ? values : values.map((value) => value - constant),
  };
}
