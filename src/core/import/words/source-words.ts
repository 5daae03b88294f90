import type { ClosedSet } from '../closed-sets.ts';
import type { CountedUnit } from '../mapping.ts';

/** Steps of satisfaction, from the best to the worst. */
export const satisfactionSteps = ['best', 'good', 'middle', 'poor', 'worst'] as const;
export type SatisfactionStep = (typeof satisfactionSteps)[number];

/** What files in one language call things. Words of one list are parted by commas and written in small letters. */
export interface SourceWords<Field extends string> {
  /** Headers of columns; a unit in brackets or behind the name need not be listed. */
  readonly fields: Readonly<Partial<Record<Field, string>>>;
  /** Values of closed sets, by the word of ours. */
  readonly values: Readonly<Partial<Record<ClosedSet, Readonly<Record<string, string>>>>>;
  readonly yes: string;
  readonly no: string;
  /** Cells that say that nothing is known. */
  readonly unknown?: string;
  readonly units?: Readonly<Partial<Record<CountedUnit, string>>>;
  /** Twelve months, each with its forms and shortened forms. */
  readonly months?: readonly string[];
  readonly satisfaction?: Readonly<Partial<Record<SatisfactionStep, string>>>;
}
