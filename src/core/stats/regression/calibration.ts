import type { Interval } from '../../model/estimate.ts';
import { type Column, cannotAnswer } from '../column.ts';
import { quantileOfSorted, sorted } from '../descriptive/quantile.ts';
import { chiSquareAbove } from '../distributions.ts';
import { wilsonInterval } from '../wilson-interval.ts';
import { checkChances } from './check-chances.ts';

/** Rows of similar foretold chance. */
export interface CalibrationBin {
  readonly n: number;
  readonly low: number;
  readonly high: number;
  readonly meanChance: number;
  readonly positives: number;
  /** Wilson's, 95 %, of the share that came. */
  readonly interval: Interval | null;
}

export interface Calibration {
  readonly n: number;
  readonly bins: readonly CalibrationBin[];
  /** Hosmer and Lemeshow's χ² with bins − 2 degrees of freedom: a small p says that chances and shares do not agree. Null below three bins. */
  readonly hosmerLemeshow: { readonly chiSquare: number; readonly df: number; readonly pValue: number } | null;
  /** Mean |share − mean chance| over bins, weighted by their rows. */
  readonly expectedError: number;
}

/**
 * Whether foretold chances come true: rows are cut into bins at quantiles (linear, R's type 7) of the chance, equal chances stay together.
 * Hosmer and Lemeshow, Applied Logistic Regression, 5.2.2; bins as in R's ResourceSelection.
 * @param outcome 1 or 0 a row
 * @throws UserError for other outcomes, chances outside 0 to 1 and fewer rows than bins
 */
export function calibration(outcome: Column, chances: Column, bins = 10): Calibration {
  checkChances(outcome, chances);
  if (!Number.isInteger(bins) || bins < 2) throw cannotAnswer(`${bins} bins; give a whole number from 2 on`);
  if (outcome.length < bins) throw cannotAnswer(`${outcome.length} rows for ${bins} bins; this needs at least one row a bin`);
  const filled = fillBins(outcome, chances, cutsOf(chances, bins));
  const n = outcome.length;
  const expectedError = filled.reduce((sum, bin) => sum + Math.abs(bin.positives - bin.n * bin.meanChance), 0) / n;
  return { n, bins: filled, hosmerLemeshow: filled.length < 3 ? null : hosmerLemeshow(filled), expectedError };
}

/** Upper ends of bins, each once. */
function cutsOf(chances: Column, bins: number): number[] {
  const ascending = sorted(chances);
  const cuts = Array.from({ length: bins }, (_, index) => quantileOfSorted(ascending, (index + 1) / bins));
  return [...new Set(cuts.with(-1, ascending.at(-1) ?? 1))];
}

function fillBins(outcome: Column, chances: Column, cuts: readonly number[]): CalibrationBin[] {
  const sums = cuts.map(() => ({ n: 0, low: Number.POSITIVE_INFINITY, high: 0, chance: 0, positives: 0 }));
  for (let row = 0; row < outcome.length; row++) {
    const chance = chances[row] ?? 0;
    const bin = sums[cuts.findIndex((cut) => chance <= cut)];
    if (!bin) continue;
    bin.n++;
    bin.chance += chance;
    bin.positives += outcome[row] ?? 0;
    bin.low = Math.min(bin.low, chance);
    bin.high = Math.max(bin.high, chance);
  }
  return sums
    .filter(({ n }) => n > 0)
    .map(({ n, low, high, chance, positives }) => ({
      n,
      low,
      high,
      meanChance: chance / n,
      positives,
      interval: wilsonInterval(positives, n),
    }));
}

function hosmerLemeshow(bins: readonly CalibrationBin[]): { chiSquare: number; df: number; pValue: number } {
  const chiSquare = bins.reduce((sum, { n, meanChance, positives }) => {
    const distance = (positives - n * meanChance) ** 2;
    return distance === 0 ? sum : sum + distance / (n * meanChance * (1 - meanChance));
  }, 0);
  const df = bins.length - 2;
  return { chiSquare, df, pValue: chiSquareAbove(chiSquare, df) };
}
