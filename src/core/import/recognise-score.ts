import { isNumber, mostly } from './cell-forms.ts';
import { flagWords, isFlagWord } from './flag-words.ts';
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

/** Whether a column can hold scores: mostly numbers, words of satisfaction, or yes and no. An empty one tells no scale. */
export function areScores(values: readonly string[]): boolean {
  const isScore = (value: string) => isNumber(value) || satisfactionStep(value) !== null || isFlagWord(value);
  return values.length > 0 && mostly(values, isScore);
}

/** Words become steps of five, three or two, by those that are there; yes and no become 1 and 0. */
export function recogniseScore(values: readonly string[], name: string): RecognisedScore {
  return recogniseVerdict(values) ?? recogniseSteps(values, name);
}

/** Answers that are mostly yes and no, in words. */
function recogniseVerdict(values: readonly string[]): RecognisedScore | null {
  const words = [...new Set(values)].filter((value) => !isNumber(value) && isFlagWord(value));
  const spoken = values.filter((value) => words.includes(value)).length;
  if (spoken === 0 || spoken < values.length / 2) return null;
  const yes = new Set(flagWords.yes);
  return {
    scale: { min: 0, max: 1, step: 1, direction: 'up' },
    values: Object.fromEntries(words.map((word) => [word, yes.has(word.trim().toLowerCase()) ? '1' : '0'])),
  };
}

function recogniseSteps(values: readonly string[], name: string): RecognisedScore {
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
