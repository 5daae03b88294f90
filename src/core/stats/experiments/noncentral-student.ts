import { logGamma, normalAbove } from '../distributions.ts';
import { gaussLegendre } from './gauss-legendre.ts';

/** P(T > t) of the noncentral t: P(Z > t·s − δ) averaged over s = √(χ²/df), by Gauss-Legendre over the bulk of s. */
export function noncentralStudentAbove(t: number, df: number, shift: number): number {
  const spread = 9 / Math.sqrt(2 * df);
  const [low, high] = [Math.max(0, 1 - spread), 1 + spread + 3 / df];
  const scale = Math.LN2 + (df / 2) * Math.log(df / 2) - logGamma(df / 2);
  return gaussLegendre(
    (s) => {
      if (s <= 0) return 0;
      const density = Math.exp(scale + (df - 1) * Math.log(s) - (df * s * s) / 2);
      return density * normalAbove(t * s - shift);
    },
    low,
    high,
  );
}
