import { meanOf } from './descriptive/moments.ts';

/** A pair of figures of one bucket or group. */
export interface Pair {
  readonly x: number;
  readonly y: number;
}

/** The straight line y = intercept + slope · x that is nearest to pairs, and how close to it they lie. */
export interface SimpleLinearFit {
  readonly slope: number;
  readonly intercept: number;
  /** Pearson's correlation, −1 to 1. */
  readonly r: number;
  readonly n: number;
}

/** Fewer pairs than this prove nothing, however close to a line they lie: four quarters of a year go together with anything that grows. */
export const leastPairs = 20;

/**
 * Ordinary least squares of one variable on another: slope = Sxy ÷ Sxx, r = Sxy ÷ √(Sxx · Syy).
 * Legendre (1805), Nouvelles méthodes pour la détermination des orbites des comètes; Pearson (1896) for r.
 * `simpleLinearFit` of (4.2, 150) (4.5, 120) (4.7, 100) (4.8, 90) is 570 − 100 · x with r = −1. Null below two pairs, or where one variable does not vary.
 */
export function simpleLinearFit(pairs: readonly Pair[]): SimpleLinearFit | null {
  const n = pairs.length;
  const meanX = meanOf(pairs.map(({ x }) => x));
  const meanY = meanOf(pairs.map(({ y }) => y));
  let [sxx, sxy, syy] = [0, 0, 0];
  for (const { x, y } of pairs) {
    sxx += (x - meanX) ** 2;
    sxy += (x - meanX) * (y - meanY);
    syy += (y - meanY) ** 2;
  }
  if (n < 2 || sxx === 0 || syy === 0) return null;
  const slope = sxy / sxx;
  const r = sxy / Math.sqrt(sxx * syy);
  return { slope, intercept: meanY - slope * meanX, r: Math.max(-1, Math.min(1, r)), n };
}
