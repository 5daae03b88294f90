import { checkChoice } from '../check-options.ts';
import { cannotAnswer } from '../column.ts';
import { normalAbove, normalQuantile, studentQuantile } from '../distributions.ts';
import { noncentralStudentAbove } from './noncentral-student.ts';

export interface Planning {
  /** Two-sided chance of seeing an effect where none is; 0.05 by default. */
  readonly alpha?: number;
  /** Chance of seeing the effect that is there; 0.8 by default. */
  readonly power?: number;
}

/** `pooled` is Fleiss' form and ours; `unpooled` and Cohen's `arcsine` differ by a case or two. */
export type ProportionPlan = 'pooled' | 'unpooled' | 'arcsine';

/**
 * Cases in each of two groups that show a difference of two proportions. Fleiss, Levin and Paik 2003; Cohen 1988 for `arcsine`. Not rounded.
 * @throws UserError for shares outside 0 to 1, equal shares, alpha or power outside 0 to 1
 */
export function sampleSizeOfProportions(from: number, to: number, planning: Planning = {}, method: ProportionPlan = 'pooled'): number {
  const { alpha, power } = checkPlanning(planning);
  checkChoice('method', method, ['pooled', 'unpooled', 'arcsine']);
  for (const share of [from, to]) if (!(share > 0 && share < 1)) throw cannotAnswer(`a share is above 0 and below 1, not ${share}`);
  if (from === to) throw cannotAnswer('the two shares are equal; no number of cases shows a difference that is not there');
  const [za, zb] = [normalQuantile(1 - alpha / 2), normalQuantile(power)];
  if (method === 'arcsine') return arcsineSize(Math.abs(2 * (Math.asin(Math.sqrt(to)) - Math.asin(Math.sqrt(from)))), za, power);
  const own = from * (1 - from) + to * (1 - to);
  if (method === 'unpooled') return ((za + zb) ** 2 * own) / (to - from) ** 2;
  const mean = (from + to) / 2;
  return (za * Math.sqrt(2 * mean * (1 - mean)) + zb * Math.sqrt(own)) ** 2 / (to - from) ** 2;
}

/** With both tails, as statsmodels counts them. */
function arcsineSize(h: number, za: number, power: number): number {
  return smallestOf((n) => {
    const shift = h * Math.sqrt(n / 2);
    return normalAbove(za - shift) + normalAbove(za + shift) >= power;
  });
}

/** The smallest number from 2 on, not rounded, that is enough; being enough must not end again. */
function smallestOf(isEnough: (n: number) => boolean): number {
  let [few, many] = [2, 4];
  while (!isEnough(many)) many *= 2;
  for (let i = 0; i < 100; i++) {
    const middle = (few + many) / 2;
    if (isEnough(middle)) many = middle;
    else few = middle;
  }
  return many;
}

/**
 * Cases in each of two groups that show a difference of two means by Student's t, the difference in standard deviations (Cohen's d). Not rounded.
 * @throws UserError for a difference of 0
 */
export function sampleSizeOfMeans(difference: number, planning: Planning = {}): number {
  const { alpha, power } = checkPlanning(planning);
  const d = Math.abs(difference);
  if (!(d > 0) || d === Number.POSITIVE_INFINITY)
    throw cannotAnswer(`the difference is a number of standard deviations other than 0, not ${difference}`);
  return smallestOf((n) => powerOfMeans(d, n, alpha) >= power);
}

function powerOfMeans(d: number, n: number, alpha: number): number {
  const df = 2 * n - 2;
  const limit = studentQuantile(1 - alpha / 2, df);
  const shift = d * Math.sqrt(n / 2);
  return noncentralStudentAbove(limit, df, shift) + 1 - noncentralStudentAbove(-limit, df, shift);
}

function checkPlanning({ alpha = 0.05, power = 0.8 }: Planning): Required<Planning> {
  if (!(alpha > 0 && alpha < 1)) throw cannotAnswer(`alpha is above 0 and below 1, not ${alpha}`);
  if (!(power > 0 && power < 1)) throw cannotAnswer(`power is above 0 and below 1, not ${power}`);
  return { alpha, power };
}
