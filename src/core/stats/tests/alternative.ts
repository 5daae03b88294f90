import { checkChoice, checkLevel } from '../check-options.ts';

/** What is held against no difference: any, that the first is larger (`greater`) or that it is smaller (`less`). One-sided ones must be chosen before looking. */
export const alternatives = ['two-sided', 'greater', 'less'] as const;
export type Alternative = (typeof alternatives)[number];

/** How a test of a difference is asked. */
export interface TestOptions {
  /** `two-sided` by default. */
  readonly alternative?: Alternative;
  /** Of the intervals, which have two ends for any alternative; 0.95 by default. */
  readonly level?: number;
}

/** Refuses other alternatives, and levels outside (0, 1). @throws UserError */
export function checkTestOptions({ alternative = 'two-sided', level = 0.95 }: TestOptions): Required<TestOptions> {
  checkChoice('alternative', alternative, alternatives);
  checkLevel(level);
  return { alternative, level };
}

/** The p-value of a statistic that is symmetric about 0, by the chance to be above one. */
export function pValueOf(statistic: number, alternative: Alternative, above: (statistic: number) => number): number {
  if (alternative === 'two-sided') return Math.min(1, 2 * above(Math.abs(statistic)));
  return above(alternative === 'greater' ? statistic : -statistic);
}

/**
 * Distance of a sum of ranks from what is expected, in standard deviations, with correction for continuity: half a step is taken off towards no difference, or
 * for a one-sided test towards its other side, as R. 0 without variance.
 */
export function correctedZ(distance: number, variance: number, alternative: Alternative): number {
  if (!(variance > 0)) return 0;
  if (alternative !== 'two-sided') return (distance - (alternative === 'greater' ? 0.5 : -0.5)) / Math.sqrt(variance);
  return (Math.sign(distance) * Math.max(0, Math.abs(distance) - 0.5)) / Math.sqrt(variance);
}
