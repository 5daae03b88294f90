import { cannotAnswer } from '../../stats/column.ts';
import { type Link, matchProbability } from './match-scorer.ts';

/** What links above a weight are expected to be, by the model alone: it is as right as the model's chances are. */
export interface ThresholdReading {
  /** In bits; links of at least this weight are taken. */
  readonly weight: number;
  readonly links: number;
  /** Expected share of the links taken that are right; null without a link. */
  readonly precision: number | null;
  /** Expected share of the matches among the candidate pairs that are taken; matches that no blocking rule brought together are not among them. */
  readonly recall: number | null;
  /** Expected matches among all candidate pairs. */
  readonly matches: number;
}

/** What to expect of the links of at least a weight; 0 bits is where a match is as likely as not. @throws UserError for a weight of NaN */
export function readThreshold(links: readonly Link[], weight = 0): ThresholdReading {
  if (Number.isNaN(weight)) throw cannotAnswer('a threshold is a number of bits, not NaN');
  let [taken, right, matches] = [0, 0, 0];
  for (const link of links) {
    const probability = matchProbability(link.weight);
    matches += probability;
    if (link.weight < weight) continue;
    taken++;
    right += probability;
  }
  return { weight, links: taken, precision: taken > 0 ? right / taken : null, recall: matches > 0 ? right / matches : null, matches };
}

/**
 * The lowest weight at which the links taken are expected to be right in at least a share `precision`; null where not even the heaviest link is so sure.
 * @throws UserError for a precision outside 0 to 1
 */
export function thresholdFor(links: readonly Link[], precision: number): ThresholdReading | null {
  if (!(precision > 0 && precision <= 1)) throw cannotAnswer(`a precision is above 0 and at most 1, not ${precision}`);
  const weights = links.map(({ weight }) => weight).sort((a, b) => b - a);
  let [right, lowest] = [0, null as number | null];
  weights.forEach((weight, index) => {
    right += matchProbability(weight);
    const isLastOfTies = weights[index + 1] !== weight;
    if (isLastOfTies && right / (index + 1) >= precision) lowest = weight;
  });
  return lowest === null ? null : readThreshold(links, lowest);
}
