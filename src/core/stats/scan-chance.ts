import { normalDensity, normalTwoSided } from './distributions.ts';

/**
 * Two-sided chance that the largest |z| over all windows of 1 to `longest` days with a common end exceeds `z` where nothing changed. Sums of ever more days,
 * standardised, are an Ornstein-Uhlenbeck process in the logarithm of their length; Csörgő and Horváth, Limit Theorems in Change-Point Analysis (1997), section 1.3.
 */
export function scanChance(z: number, longest: number): number {
  const height = Math.abs(z);
  if (height < 1) return 1;
  const crossing = normalDensity(height) * (height - 1 / height) * Math.log(longest);
  return Math.min(1, crossing + 2 * normalTwoSided(height));
}
