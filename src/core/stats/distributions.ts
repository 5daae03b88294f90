import betainc from '@stdlib/math-base-special-betainc';
import betaincinv from '@stdlib/math-base-special-betaincinv';
import erfc from '@stdlib/math-base-special-erfc';
import gammainc from '@stdlib/math-base-special-gammainc';
import gammaincinv from '@stdlib/math-base-special-gammaincinv';
import gammaln from '@stdlib/math-base-special-gammaln';
import { gammaShares, largeGammaQuantile } from './incomplete-gamma.ts';
import { normalQuantile } from './normal-quantile.ts';

export { normalQuantile } from './normal-quantile.ts';

/** From this shape on the gamma distribution is our own. */
const largeShape = 300;

function gammaShareBelow(shape: number, x: number): number {
  return shape >= largeShape ? gammaShares(shape, x).below : gammainc(x, shape);
}

function gammaShareAbove(shape: number, x: number): number {
  return shape >= largeShape ? gammaShares(shape, x).above : gammainc(x, shape, true, true);
}

function quantileOf(p: number, shape: number): number {
  return shape >= largeShape ? largeGammaQuantile(p, shape) : gammaincinv(p, shape);
}

/** Density of the standard normal at `z`. */
export function normalDensity(z: number): number {
  return Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
}

/** P(Z ≤ z) of the standard normal; right to the last digits in both tails. */
export function normalBelow(z: number): number {
  return 0.5 * erfc(-z / Math.SQRT2);
}

/** P(Z > z) of the standard normal. */
export function normalAbove(z: number): number {
  return 0.5 * erfc(z / Math.SQRT2);
}

/** Two-sided p-value of a z. */
export function normalTwoSided(z: number): number {
  return erfc(Math.abs(z) / Math.SQRT2);
}

/** P(T > t) of Student's t with `df` degrees of freedom, which need not be whole. */
export function studentAbove(t: number, df: number): number {
  const tail = 0.5 * studentTwoSided(t, df);
  return t >= 0 ? tail : 1 - tail;
}

/** Two-sided p-value of a t. */
export function studentTwoSided(t: number, df: number): number {
  if (df === Number.POSITIVE_INFINITY) return normalTwoSided(t);
  const square = t * t;
  return square < df ? betainc(square / (df + square), 0.5, df / 2, true, true) : betainc(df / (df + square), df / 2, 0.5);
}

/** The t with P(T ≤ t) = p. */
export function studentQuantile(p: number, df: number): number {
  if (df === Number.POSITIVE_INFINITY) return normalQuantile(p);
  if (p === 0.5) return 0;
  const tail = Math.min(p, 1 - p);
  const x = betaincinv(2 * tail, df / 2, 0.5);
  const t = Math.sqrt((df * (1 - x)) / x);
  return p < 0.5 ? -t : t;
}

/** P(X > x) of χ² with `df` degrees of freedom. */
export function chiSquareAbove(x: number, df: number): number {
  if (x === Number.POSITIVE_INFINITY) return 0;
  return x <= 0 ? 1 : gammaShareAbove(df / 2, x / 2);
}

/** The x with P(X ≤ x) = p of χ². */
export function chiSquareQuantile(p: number, df: number): number {
  return 2 * quantileOf(p, df / 2);
}

/** P(F > f) with `df1` and `df2` degrees of freedom. */
export function fAbove(f: number, df1: number, df2: number): number {
  return f <= 0 ? 1 : betainc(df2 / (df2 + df1 * f), df2 / 2, df1 / 2);
}

/** P(X ≤ x) of the beta distribution. */
export function betaBelow(x: number, a: number, b: number): number {
  return betainc(x, a, b);
}

/** The x with P(X ≤ x) = p of the beta distribution. */
export function betaQuantile(p: number, a: number, b: number): number {
  return betaincinv(p, a, b);
}

/** P(X ≤ x) of the gamma distribution with a rate. */
export function gammaBelow(x: number, shape: number, rate: number): number {
  return x <= 0 ? 0 : gammaShareBelow(shape, x * rate);
}

/** The x with P(X ≤ x) = p of the gamma distribution with a rate. */
export function gammaQuantile(p: number, shape: number, rate: number): number {
  return quantileOf(p, shape) / rate;
}

/** P(X ≤ k) of a Poisson count; 0 below zero. */
export function poissonAtMost(k: number, mean: number): number {
  if (k < 0) return 0;
  return mean <= 0 || k === Number.POSITIVE_INFINITY ? 1 : gammaShareAbove(Math.floor(k) + 1, mean);
}

/** P(X ≤ k) of successes in `n` tries of chance `p`. */
export function binomialAtMost(k: number, n: number, p: number): number {
  if (k < 0) return 0;
  return k >= n ? 1 : betainc(1 - p, n - Math.floor(k), Math.floor(k) + 1);
}

/** Natural logarithm of Γ(x). */
export function logGamma(x: number): number {
  return gammaln(x);
}

/** Natural logarithm of the beta function. */
export function logBeta(a: number, b: number): number {
  return gammaln(a) + gammaln(b) - gammaln(a + b);
}

/** Natural logarithm of n over k. */
export function logChoose(n: number, k: number): number {
  return gammaln(n + 1) - gammaln(k + 1) - gammaln(n - k + 1);
}
