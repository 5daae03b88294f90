import { cannotAnswer } from '../column.ts';
import { goodnessOfFit } from '../tests/contingency.ts';

/** Whether the arms of an experiment are of the sizes that were planned. */
export interface SampleRatioCheck {
  readonly chiSquare: number;
  readonly df: number;
  readonly pValue: number;
  /** True where so uneven a split comes less often by chance than `alpha`: then assignment or logging is broken, and no other result of it is to be believed. */
  readonly isMismatch: boolean;
  readonly alpha: number;
  readonly expected: readonly number[];
}

/**
 * Was the experiment split as planned? To be asked before anything else. χ²; Fabijan et al. 2019, Diagnosing sample ratio mismatch, who alarm below 0.001 or so.
 * @param counts cases in each arm @param shares planned, equal by default; they need not sum to 1
 * @throws UserError for fewer than two arms, counts below 0 or not whole, and shares that are not above 0
 */
export function sampleRatioCheck(
  counts: readonly number[],
  shares: readonly number[] = counts.map(() => 1),
  alpha = 0.001,
): SampleRatioCheck {
  const wrong = counts.findIndex((count) => !Number.isSafeInteger(count) || count < 0);
  if (wrong >= 0) throw cannotAnswer(`arm ${wrong + 1} has ${counts[wrong]} cases; a count is a whole number from 0 on`);
  if (!(alpha > 0 && alpha < 1)) throw cannotAnswer(`alpha is above 0 and below 1, not ${alpha}`);
  const found = goodnessOfFit(counts, shares);
  const [n, whole] = [counts.reduce((sum, count) => sum + count, 0), shares.reduce((sum, share) => sum + share, 0)];
  return { ...found, isMismatch: found.pValue < alpha, alpha, expected: shares.map((share) => (n * share) / whole) };
}
