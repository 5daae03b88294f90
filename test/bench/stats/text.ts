import { classifyTexts, fitTextClassifier, type TfIdfOptions } from '../../../src/core/text/index.ts';
import type { StatsJob } from './stats-job.ts';

const words: TfIdfOptions = { unit: 'word', shortest: 1, longest: 2, sublinear: true };

/** Messages of bank customers in 77 classes: learned from 10,003, and 20,000 asked. */
export const jobs: readonly StatsJob[] = [
  {
    name: 'text classes: learn from 10 k messages, words and pairs',
    peer: 'LinearSVC 0.5 s',
    goalMs: 3000,
    prepare: (folders) => {
      const { text = [], category = [] } = folders.table('banking77/train.csv');
      return () => fitTextClassifier(text, category, { features: words });
    },
  },
  {
    name: 'text classes: learn from 10 k messages, 2 to 5 characters',
    peer: 'LinearSVC 2.6 s',
    goalMs: 3000,
    prepare: (folders) => {
      const { text = [], category = [] } = folders.table('banking77/train.csv');
      return () => fitTextClassifier(text, category);
    },
  },
  {
    name: 'text classes: tell those of 20 k messages, words and pairs',
    peer: '20 k messages/s',
    goalMs: 1000,
    prepare: (folders) => {
      const { text = [], category = [] } = folders.table('banking77/train.csv');
      const learned = fitTextClassifier(text, category, { features: words });
      const asked = Array.from({ length: 20_000 }, (_, row) => text[row % text.length] ?? '');
      return () => classifyTexts(learned, asked);
    },
  },
];
