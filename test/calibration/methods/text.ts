import type { Random } from '../../../src/core/stats/random.ts';
import { confusion, crossValidate, fitSentiment, keyTerms } from '../../../src/core/text/index.ts';
import type { Simulation } from './simulation.ts';

const vocabulary = Array.from(
  { length: 60 },
  (_, index) => `word${'abcdefghijklmnopqrstuvwxyz'[index % 26]}${'abc'[Math.floor(index / 26)]}`,
);

function message(random: Random, length: number): string {
  return Array.from({ length }, () => vocabulary[random.below(vocabulary.length)] ?? '').join(' ');
}

function messages(random: Random, n: number): string[] {
  return Array.from({ length: n }, () => message(random, 6));
}

/** Texts whose labels are drawn without a look at them. */
function unlabelled(random: Random, n: number) {
  return messages(random, n).map((text) => ({ text, label: random.next() < 0.3 ? ('negative' as const) : ('positive' as const) }));
}

const words = { unit: 'word', shortest: 1, longest: 1 } as const;

/** What the methods on texts print as a test or an interval. */
export const simulations: readonly Simulation[] = [
  {
    name: "accuracy's interval (Wilson), 150 answers right with a chance of 0.8",
    kind: 'covers',
    level: 0.95,
    run: (random) => {
      const truth = Array.from({ length: 150 }, () => (random.next() < 0.5 ? 'a' : 'b'));
      const said = truth.map((label) => (random.next() < 0.8 ? label : label === 'a' ? 'b' : 'a'));
      const { low, high } = confusion(truth, said).accuracyInterval;
      return low <= 0.8 && 0.8 <= high;
    },
  },
  {
    name: "kappa's test of answers that do not depend on the text",
    kind: 'rejects',
    level: 0.05,
    run: (random) => {
      const draw = () => Array.from({ length: 400 }, () => 'abc'[random.below(3)] ?? 'a');
      return confusion(draw(), draw()).kappaPValue < 0.05;
    },
  },
  {
    name: "kappa's test of cross-validated answers, labels drawn without a look at the texts",
    kind: 'rejects',
    level: 0.05,
    isConservative: true,
    run: (random) => {
      const comments = unlabelled(random, 80);
      const validation = crossValidate(
        comments.map(({ text }) => text),
        comments.map(({ label }) => label),
        { features: words, folds: 4 },
      );
      return validation.kappaPValue < 0.05;
    },
  },
  {
    name: 'learned sentiment is used, labels drawn without a look at the texts',
    kind: 'rejects',
    level: 0.05,
    isConservative: true,
    run: (random) => fitSentiment(unlabelled(random, 200)).method === 'learned',
  },
  {
    name: 'any key term of two halves of one kind of texts',
    kind: 'rejects',
    level: 0.05,
    isConservative: true,
    run: (random) => keyTerms(messages(random, 80), messages(random, 80)).length > 0,
  },
  {
    name: "key term's ratio, held by 0.3 and 0.1 of texts",
    kind: 'covers',
    level: 0.95,
    run: (random) => {
      const draw = (share: number) => Array.from({ length: 200 }, () => (random.next() < share ? 'returns lamp' : 'lamp'));
      const [term] = keyTerms(draw(0.3), draw(0.1), {
        falseShare: 1,
        terms: (text) => new Set(text.split(' ').filter((word) => word === 'returns')),
      });
      return term !== undefined && term.ratioInterval.low <= 3 && 3 <= term.ratioInterval.high;
    },
  },
];
