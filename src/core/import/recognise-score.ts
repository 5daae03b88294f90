import type { Scale } from './mapping.ts';
import { recogniseScale } from './recognise-scale.ts';
import { satisfactionStep } from './value-words.ts';
import type { SatisfactionStep } from './words/source-words.ts';

/** How a column of scores is read: its scale, and for one in words the number of each. */
export interface RecognisedScore {
  readonly scale: Scale;
  readonly values?: Readonly<Record<string, string>>;
}

const fiveSteps: Readonly<Record<SatisfactionStep, number>> = { best: 5, good: 4, middle: 3, poor: 2, worst: 1 };
const threeSteps: Readonly<Record<SatisfactionStep, number>> = { best: 3, good: 3, middle: 2, poor: 1, worst: 1 };
const twoSteps: Partial<Record<SatisfactionStep, number>> = { good: 1, poor: 0 };

/** Whether a cell can be a score: a number, or a word of satisfaction. */
export function isScore(value: string): boolean {
  return /^[-+]?[\d\s.,']*\d%?$/.test(value) || satisfactionStep(value) !== null;
}

/** Words become steps of five, three or two, by those that are there. */
export function recogniseScore(values: readonly string[], name: string): RecognisedScore {
  const words = [...new Set(values)].flatMap((value) => {
    const step = satisfactionStep(value);
    return step === null ? [] : [[value, step] as const];
  });
  const numbers = values.filter((value) => satisfactionStep(value) === null);
  if (words.length === 0 || numbers.length > values.length / 2) return { scale: recogniseScale(values, name) };
  const steps = new Set(words.map(([, step]) => step));
  const scores = scoresOf(steps);
  const known = Object.values(scores);
  return {
    scale: { min: Math.min(...known), max: Math.max(...known), step: 1, direction: 'up' },
    values: Object.fromEntries(words.map(([word, step]) => [word, String(scores[step] ?? '')])),
  };
}

/** Five steps where one side has two, or both ends say "very"; three where each side has one and there is a middle; else two. */
function scoresOf(steps: ReadonlySet<SatisfactionStep>): Partial<Record<SatisfactionStep, number>> {
  const has = (...all: readonly SatisfactionStep[]) => all.every((step) => steps.has(step));
  if (has('best', 'good') || has('poor', 'worst') || has('best', 'worst')) return fiveSteps;
  if (has('middle', 'best', 'poor') || has('middle', 'good', 'worst')) return threeSteps;
  if (has('best') || has('worst')) return fiveSteps;
  return has('middle') ? threeSteps : twoSteps;
}
