import type { Interval } from '../../model/estimate.ts';
import { checkLevel } from '../check-options.ts';
import { type Column, cannotAnswer } from '../column.ts';
import { varianceOf } from '../descriptive/moments.ts';
import { rank } from '../descriptive/ranks.ts';
import { normalQuantile } from '../distributions.ts';
import { checkAnswers } from './check-chances.ts';

export interface RocArea {
  /** The chance that a yes scores above a no; ties count half. 0.5 knows nothing. */
  readonly area: number;
  readonly positives: number;
  readonly negatives: number;
  /** Null with fewer than two rows of a kind. */
  readonly standardError: number | null;
  /** On the logit scale, so that it stays within 0 and 1. Null where there is no error, or where scores part the kinds wholly. */
  readonly interval: Interval | null;
}

/**
 * Area under the ROC curve with DeLong's error. DeLong, DeLong and Clarke-Pearson, Biometrics 44, 1988, by ranks as in Sun and Xu 2014.
 * @param outcome 1 or 0 a row
 * @param scores any finite numbers, larger for a likelier yes
 * @throws UserError for other outcomes (with position) and where one kind is missing
 */
export function rocArea(outcome: Column, scores: Column, level = 0.95): RocArea {
  checkLevel(level);
  checkAnswers(outcome, scores, 'scores');
  const { ranks } = rank(scores);
  const of = (answer: number) => Uint32Array.from({ length: outcome.length }, (_, row) => row).filter((row) => outcome[row] === answer);
  const [yes, no] = [of(1), of(0)];
  const [positives, negatives] = [yes.length, no.length];
  if (positives === 0 || negatives === 0)
    throw cannotAnswer(`${positives} outcomes are 1 and ${negatives} are 0; an area needs at least one of each`);
  const placements = (rows: Uint32Array, others: number) => {
    const own = rank(Float64Array.from(rows, (row) => scores[row] ?? 0)).ranks;
    return Float64Array.from(rows, (row, index) => ((ranks[row] ?? 0) - (own[index] ?? 0)) / others);
  };
  const [above, below] = [placements(yes, negatives), placements(no, positives)];
  const area = above.reduce((sum, value) => sum + value, 0) / positives;
  const standardError =
    positives < 2 || negatives < 2 ? null : Math.sqrt(varianceOf(above, area) / positives + varianceOf(below, 1 - area) / negatives);
  return { area, positives, negatives, standardError, interval: logitInterval(area, standardError, level) };
}

function logitInterval(area: number, standardError: number | null, level: number): Interval | null {
  if (standardError === null || !(area > 0 && area < 1)) return null;
  const centre = Math.log(area / (1 - area));
  const margin = (normalQuantile((1 + level) / 2) * standardError) / (area * (1 - area));
  const back = (logit: number) => 1 / (1 + Math.exp(-logit));
  return { low: back(centre - margin), high: back(centre + margin) };
}
