import type { Interval } from '../../model/estimate.ts';
import { cannotAnswer } from '../column.ts';

/** A difference after some pairs of cases. */
export interface RunningDifference {
  /** Mean of the differences so far. */
  readonly difference: number;
  /** Pairs, or cases in each group. */
  readonly n: number;
  /** Variance of one difference: that of the one group plus that of the other. */
  readonly variance: number;
}

/**
 * Logarithm of the mixture likelihood ratio of a normal difference against none, with effects of variance `effectVariance` expected beforehand.
 * Johari, Koomen, Pekelis and Walsh, Always Valid Inference, Operations Research 2022.
 * @throws UserError for a variance or an n that is not above 0
 */
export function logMixtureRatio(running: RunningDifference, effectVariance: number): number {
  checkRunning(running, effectVariance);
  const { difference, n, variance } = running;
  const total = variance + n * effectVariance;
  return 0.5 * Math.log(variance / total) + (n * n * effectVariance * difference * difference) / (2 * variance * total);
}

/**
 * An interval of the effect that holds it at all times together with the level, so that one may look as often as one likes and stop at will: the effects that the
 * mixture ratio does not refuse. It is wider than one for a single look. @throws as `logMixtureRatio`
 */
export function alwaysValidInterval(running: RunningDifference, effectVariance: number, level = 0.95): Interval {
  checkRunning(running, effectVariance);
  const { difference, n, variance } = running;
  if (!(level > 0 && level < 1)) throw cannotAnswer(`the level is above 0 and below 1, not ${level}`);
  const total = variance + n * effectVariance;
  const reach = Math.sqrt(((2 * variance * total) / (n * n * effectVariance)) * (-Math.log(1 - level) - 0.5 * Math.log(variance / total)));
  return { low: difference - reach, high: difference + reach };
}

/** p-values that may be looked at after every case: at each step the smallest of 1 and 1 ÷ the largest ratio so far. @throws as `logMixtureRatio` */
export function alwaysValidPValues(course: readonly RunningDifference[], effectVariance: number): number[] {
  let largest = 0;
  return course.map((step) => {
    largest = Math.max(largest, logMixtureRatio(step, effectVariance));
    return Math.exp(-largest);
  });
}

function checkRunning({ difference, n, variance }: RunningDifference, effectVariance: number): void {
  if (!Number.isFinite(difference)) throw cannotAnswer(`the difference is ${difference}; a finite number is needed`);
  const areThere = [n, variance, effectVariance].every((number) => number > 0 && Number.isFinite(number));
  if (!areThere) throw cannotAnswer('n and both variances must be above 0');
}
