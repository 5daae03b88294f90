import type { Interval } from '../../model/estimate.ts';
import { checkLevel } from '../check-options.ts';
import type { Column } from '../column.ts';
import { meanOf, varianceOf } from '../descriptive/moments.ts';
import { normalQuantile } from '../distributions.ts';
import { checkChances } from './check-chances.ts';

/** The mean penalty of foretold chances; 0 is perfect. */
export interface ProbabilityScore {
  readonly n: number;
  readonly score: number;
  /** Normal interval of the mean penalty; null below two rows. */
  readonly interval: Interval | null;
  /** 1 − score ÷ score of foretelling everybody the share of yes. Null where all outcomes are equal. */
  readonly skill: number | null;
}

/**
 * Brier's score: the mean squared distance of foretold chances from what came. Brier 1950.
 * @param outcome 1 or 0 a row
 * @throws UserError for other outcomes and for chances outside 0 to 1 (with position)
 */
export function brierScore(outcome: Column, chances: Column, level = 0.95): ProbabilityScore {
  return scored(outcome, chances, level, (answer, chance) => (answer - chance) ** 2);
}

/** Chances nearer to 0 or 1 count as this far from them, so that one certain error does not make the score infinite. */
const leastDoubt = 1e-15;

/** Logarithmic loss, the mean of −ln of the chance that was given to what came; chances are kept 1e-15 from 0 and 1. @throws as `brierScore` */
export function logLoss(outcome: Column, chances: Column, level = 0.95): ProbabilityScore {
  return scored(outcome, chances, level, (answer, chance) => -Math.log(Math.max(leastDoubt, answer === 1 ? chance : 1 - chance)));
}

function scored(outcome: Column, chances: Column, level: number, penalty: (answer: number, chance: number) => number): ProbabilityScore {
  checkLevel(level);
  checkChances(outcome, chances);
  const n = outcome.length;
  const penalties = Float64Array.from(outcome, (answer, row) => penalty(answer, chances[row] ?? 0));
  const score = meanOf(penalties);
  const share = meanOf(outcome);
  const ofShare = share * penalty(1, share) + (1 - share) * penalty(0, share);
  const margin = n < 2 ? null : normalQuantile((1 + level) / 2) * Math.sqrt(varianceOf(penalties, score) / n);
  return {
    n,
    score,
    interval: margin === null ? null : { low: score - margin, high: score + margin },
    skill: share > 0 && share < 1 ? 1 - score / ofShare : null,
  };
}
