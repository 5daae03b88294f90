import { cannotAnswer } from '../column.ts';

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
  if (!alternatives.includes(alternative)) throw cannotAnswer(`an alternative is one of ${alternatives.join(', ')}, not ${alternative}`);
  if (!(level > 0 && level < 1)) throw cannotAnswer(`a level of ${level} is no chance; give one between 0 and 1, such as 0.95`);
  return { alternative, level };
}

/** The p-value of a statistic that is symmetric about 0, by the chance to be above one. */
export function pValueOf(statistic: number, alternative: Alternative, above: (statistic: number) => number): number {
  if (alternative === 'two-sided') return Math.min(1, 2 * above(Math.abs(statistic)));
  return above(alternative === 'greater' ? statistic : -statistic);
}
