import { cannotAnswer } from '../column.ts';
import { normalQuantile } from '../distributions.ts';
import { chanceToStop } from './group-sequential.ts';

const mostLooks = 200;
/** Beyond it a chance is no number of the machine. */
const furthestZ = 37;

/**
 * How often a test of nothing is called significant at some of `looks` evenly spaced looks, each taken for the only one at `alpha`: 5 looks at 5 % are 14 %.
 * Armitage, McPherson and Rowe 1969.
 * @throws UserError for looks that are no whole number from 1 to 200, and alpha outside 0 to 1
 */
export function falseAlarmsOfLooks(looks: number, alpha = 0.05): number {
  if (!Number.isSafeInteger(looks) || looks < 1 || looks > mostLooks)
    throw cannotAnswer(`looks are a whole number from 1 to ${mostLooks}, not ${looks}`);
  if (!(alpha >= 0 && alpha <= 1)) throw cannotAnswer(`a chance is from 0 to 1, not ${alpha}`);
  if (alpha === 0 || alpha === 1) return alpha;
  return Math.min(1, chanceToStop(new Array<number>(looks).fill(Math.min(furthestZ, -normalQuantile(alpha / 2)))));
}

/**
 * An honest p-value for who looked several times and reports the smallest two-sided p so far: the chance of one as small at any of the evenly spaced looks, which
 * is Pocock's bound read backwards. @throws UserError as `falseAlarmsOfLooks`
 */
export function pValueAfterLooks(smallestPValue: number, looks: number): number {
  return falseAlarmsOfLooks(looks, smallestPValue);
}
