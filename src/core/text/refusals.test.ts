import { describe, expect, it } from 'vitest';
import { UserError } from '../model/user-error.ts';
import * as text from './index.ts';

const rowsOf = (value: number): text.SparseRows => ({
  rows: 2,
  columns: 2,
  starts: Int32Array.of(0, 1, 2),
  indices: Int32Array.of(0, 1),
  values: Float64Array.of(value, 1),
});
const names = Array.from({ length: 5001 }, (_, i) => `n${i}`);

describe('traps of texts', () => {
  it.each([Number.NaN, Number.POSITIVE_INFINITY])('refuses rows that hold %s', (value) => {
    for (const learn of [text.fitLinearSvm, text.fitLogisticClasses, text.fitComplementNaiveBayes])
      expect(() => learn(rowsOf(value), ['a', 'b'])).toThrow(UserError);
  });

  it.each([
    ['endless smoothing', () => text.fitComplementNaiveBayes(rowsOf(1), ['a', 'b'], Number.POSITIVE_INFINITY)],
    ['a table of too many classes', () => text.confusion(names, names)],
    ['a classifier of too many classes', () => text.fitTextClassifier(names, names)],
    ['endless starts', () => text.findTopics(names, { topics: 2, reseeds: Number.POSITIVE_INFINITY })],
  ] as const)('refuses %s in a sentence', (_, ask) => {
    expect(ask).toThrow(UserError);
  });
});
