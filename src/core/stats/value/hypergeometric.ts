const fractionsAtMost = 400;
const termsAtMost = 20_000;

/**
 * Gauss's ₂F₁(a, b; c; z) for 0 ≤ z < 1 and c no whole number below 1, by its series; Abramowitz and Stegun 15.1.1.
 * Give it parameters for which it converges quickly: by Euler's transformation ₂F₁(a, b; c; z) = (1 − z)^(c−a−b) ₂F₁(c − a, c − b; c; z).
 */
export function hypergeometric(a: number, b: number, c: number, z: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 0; n < termsAtMost && Number.isFinite(sum); n++) {
    const ratio = (((a + n) * (b + n)) / ((c + n) * (n + 1))) * z;
    term *= ratio;
    sum += term;
    if (Math.abs(ratio) < 1 && Math.abs(term) * Math.max(1, ratio / (1 - ratio)) <= 1e-16 * Math.abs(sum)) return sum;
  }
  return sum;
}

/**
 * ₂F₁(1, b; c; z) for 0 ≤ z < 1, b > 0 and c > 1, by Gauss's continued fraction, which converges near z = 1 too; DLMF 15.7.5.
 * Evaluated by Lentz's method as in Thompson and Barnett 1986.
 */
export function hypergeometricOfOne(b: number, c: number, z: number): number {
  if (z < 0.3) return hypergeometric(1, b, c, z);
  let [fraction, upper, lower] = [1, 1, 0];
  for (let n = 1; n <= fractionsAtMost; n++) {
    const k = n >> 1;
    const factor = n % 2 === 1 ? (b + k) * (c - 1 + k) : k * (c - 1 - b + k);
    const part = (-factor * z) / ((c + n - 2) * (c + n - 1));
    lower = 1 / (1 + part * lower);
    upper = 1 + part / upper;
    fraction *= upper * lower;
    if (Math.abs(upper * lower - 1) < 1e-15) break;
  }
  return 1 / fraction;
}
