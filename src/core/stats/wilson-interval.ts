import type { Interval } from '../model/estimate.ts';

/** Two-sided 95 % of the standard normal distribution. */
export const z95 = 1.959963984540054;

/**
 * Wilson's score interval of a proportion, as fractions of 1.
 * Wilson, E. B. (1927), Probable inference, the law of succession, and statistical inference. JASA 22.
 * `wilsonInterval(81, 100)` is about 0.722 to 0.875. Null when there are no trials.
 */
export function wilsonInterval(successes: number, trials: number, z: number = z95): Interval | null {
  if (!(trials > 0 && successes >= 0 && successes <= trials)) return null;
  const share = successes / trials;
  const square = (z * z) / trials;
  const centre = (share + square / 2) / (1 + square);
  const margin = (z / (1 + square)) * Math.sqrt((share * (1 - share)) / trials + square / (4 * trials));
  return { low: Math.max(0, centre - margin), high: Math.min(1, centre + margin) };
}
