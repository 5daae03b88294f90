import { at } from './at.ts';

/** Numbers of autoregressive, differencing and moving-average terms; capitals are of the season. */
export interface SarimaOrder {
  readonly p: number;
  readonly d: number;
  readonly q: number;
  readonly P?: number;
  readonly D?: number;
  readonly Q?: number;
  /** Steps of a season. */
  readonly period?: number;
}

/** Coefficients of a process; x = φ₁x₋₁ + … + e + θ₁e₋₁ + …, so that an airline model has negative θ. */
export interface SarimaCoefficients {
  readonly ar: Float64Array;
  readonly ma: Float64Array;
  readonly seasonalAr: Float64Array;
  readonly seasonalMa: Float64Array;
}

/** Coefficients with all roots outside of the unit circle, from numbers that may be anything: they are taken for partial autocorrelations. Jones 1980. */
export function boundedCoefficients(free: Float64Array): Float64Array {
  const coefficients = new Float64Array(free.length);
  for (let order = 0; order < free.length; order++) {
    const partial = at(free, order) / Math.sqrt(1 + at(free, order) ** 2);
    const before = coefficients.slice(0, order);
    for (let k = 0; k < order; k++) coefficients[k] = at(before, k) - partial * at(before, order - 1 - k);
    coefficients[order] = partial;
  }
  return coefficients;
}

/** The coefficients of lags 1, 2… when a plain and a seasonal part work together; `sign` is −1 for (1 − φB)(1 − ΦBᵐ), 1 for (1 + θB)(1 + ΘBᵐ). */
export function multiplyOut(plain: Float64Array, seasonal: Float64Array, period: number, sign: 1 | -1): Float64Array {
  const product = new Float64Array(plain.length + seasonal.length * period);
  product.set(plain);
  for (let k = 0; k < seasonal.length; k++) {
    const lag = (k + 1) * period;
    product[lag - 1] = at(product, lag - 1) + at(seasonal, k);
    for (let i = 0; i < plain.length; i++) product[lag + i] = at(product, lag + i) + sign * at(seasonal, k) * at(plain, i);
  }
  return product;
}

/**
 * Whether all roots of 1 − φ₁z − φ₂z² − … lie farther from 0 than a radius: those of φₖ·radiusᵏ lie outside of the unit circle where all partial autocorrelations
 * stay below 1, which Durbin and Levinson's steps backwards tell.
 */
export function areRootsBeyond(coefficients: Float64Array, radius: number): boolean {
  let rest = coefficients.map((value, index) => value * radius ** (index + 1));
  while (rest.length > 0) {
    const last = rest.length - 1;
    const partial = at(rest, last);
    if (!(Math.abs(partial) < 1)) return false;
    const given = rest;
    rest = Float64Array.from({ length: last }, (_, k) => (at(given, k) + partial * at(given, last - 1 - k)) / (1 - partial ** 2));
  }
  return true;
}

/** Coefficients of lags 1, 2… of (1 − B)ᵈ(1 − Bᵐ)ᴰ, as x = δ₁x₋₁ + … + differenced. */
export function differencing(d: number, seasonalD: number, period: number): Float64Array {
  let lags: Float64Array = new Float64Array(0);
  for (let i = 0; i < d; i++) lags = multiplyOut(lags, Float64Array.of(1), 1, -1);
  for (let i = 0; i < seasonalD; i++) lags = multiplyOut(lags, Float64Array.of(1), period, -1);
  return lags;
}

/** A series after d and D differences; shorter by d + D·period. */
export function differenced(values: Float64Array, lags: Float64Array): Float64Array {
  return Float64Array.from({ length: values.length - lags.length }, (_, i) => {
    let sum = at(values, i + lags.length);
    for (let k = 0; k < lags.length; k++) sum -= at(lags, k) * at(values, i + lags.length - 1 - k);
    return sum;
  });
}

/** What one error does to the value 0, 1, 2… steps later, of a process with these coefficients of all lags. */
export function errorEchoes(ar: Float64Array, ma: Float64Array, count: number): Float64Array {
  const echoes = new Float64Array(count);
  for (let h = 0; h < count; h++) {
    let sum = h === 0 ? 1 : at(ma, h - 1);
    for (let k = 1; k <= Math.min(h, ar.length); k++) sum += at(ar, k - 1) * at(echoes, h - k);
    echoes[h] = sum;
  }
  return echoes;
}
