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
const threeSteps: Partial<Record<SatisfactionStep, number>> = { good: 3, middle: 2, poor: 1 };
const twoSteps: Partial<Record<SatisfactionStep, number>> = { good: 1, poor: 0 };

/** Whether a cell can be a score: a number, or a word of satisfaction. */
export function isScore(value: string): boolean {
  return /^[-+]?[\d\s.,']*\d%?$/.test(value) || satisfactionStep(value) !== null;
}

/** Words become steps of five, of three where there is no "very", or of two where there is no middle either. */
export function recogniseScore(values: readonly string[], name: string): RecognisedScore {
  const words = [...new Set(values)].flatMap((value) => {
    const step = satisfactionStep(value);
    return step === null ? [] : [[value, step] as const];
  });
  const numbers = values.filter((value) => satisfactionStep(value) === null);
  if (words.length === 0 || numbers.length > values.length / 2) return { scale: recogniseScale(values, name) };
  const steps = new Set(words.map(([, step]) => step));
  const scores = steps.has('best') || steps.has('worst') ? fiveSteps : steps.has('middle') ? threeSteps : twoSteps;
  const known = Object.values(scores);
  return {
    scale: { min: Math.min(...known), max: Math.max(...known), step: 1, direction: 'up' },
    values: Object.fromEntries(words.map(([word, step]) => [word, String(scores[step] ?? '')])),
  };
}
