import { normalQuantile } from './normal-quantile.ts';

/** The two shares of a gamma distribution of rate 1. */
export interface GammaShares {
  readonly below: number;
  readonly above: number;
}

/** So many terms on the way out from the middle, for shapes up to 10¹². */
const mostTerms = 20_000_000;

/**
 * The regularised incomplete gamma functions for shapes from a hundred on: the power series below the shape, Legendre's continued fraction above (Abramowitz and
 * Stegun 6.5.29 and 6.5.31), about √shape terms near it. Their factor is Loader's (2000, Fast and accurate computation of binomial probabilities), which
 * loses no digits to large logarithms. `@stdlib/math-base-special-gammainc` 0.3.1 is up to 3 % off for shapes above 500.
 */
export function gammaShares(shape: number, x: number): GammaShares {
  const factor = poissonTerm(shape, x);
  if (x < shape + 1) {
    const below = Math.min(1, factor * powerSeries(shape, x));
    return { below, above: 1 - below };
  }
  const above = Math.min(1, factor * shape * continuedFraction(shape, x));
  return { below: 1 - above, above };
}

/** The x of which a share lies below, for the same shapes. Wilson and Hilferty's cube root to begin with, then Halley's steps. */
export function largeGammaQuantile(p: number, shape: number): number {
  if (!(p >= 0 && p <= 1)) return Number.NaN;
  if (p === 0 || p === 1) return p === 0 ? 0 : Number.POSITIVE_INFINITY;
  let x = shape * Math.max(0.01, 1 - 1 / (9 * shape) + normalQuantile(p) / (3 * Math.sqrt(shape))) ** 3;
  for (let turn = 0; turn < 30; turn++) {
    const { below, above } = gammaShares(shape, x);
    const off = p < 0.5 ? below - p : 1 - p - above;
    const step = (off * x) / (shape * poissonTerm(shape, x));
    const move = step / Math.max(0.5, 1 - (step * ((shape - 1) / x - 1)) / 2);
    x = Math.max(x / 2, x - move);
    if (!(Math.abs(move) > 1e-15 * x)) break;
  }
  return x;
}

/** xᵃ·e⁻ˣ ÷ Γ(a + 1). */
function poissonTerm(a: number, x: number): number {
  if (x <= 0) return 0;
  const distance = (x - a) / a;
  const stirling = (1 / 12 - (1 / 360 - 1 / (1260 * a * a)) / (a * a)) / a;
  return Math.exp(-stirling - a * (distance - Math.log1p(distance))) / Math.sqrt(2 * Math.PI * a);
}

function powerSeries(a: number, x: number): number {
  let [term, sum] = [1, 1];
  for (let k = 1; k < mostTerms && term > 1e-17 * sum; k++) {
    term *= x / (a + k);
    sum += term;
  }
  return sum;
}

/** By Lentz' method. */
function continuedFraction(a: number, x: number): number {
  const tiny = 1e-300;
  let b = x + 1 - a;
  let c = 1 / tiny;
  let d = 1 / b;
  let value = d;
  for (let k = 1; k < mostTerms; k++) {
    const numerator = -k * (k - a);
    b += 2;
    d = 1 / (numerator * d + b || tiny);
    c = b + numerator / c || tiny;
    const factor = c * d;
    value *= factor;
    if (Math.abs(factor - 1) < 1e-16) break;
  }
  return value;
}
