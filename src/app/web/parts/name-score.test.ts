import { expect, test } from 'vitest';
import { sayIn } from '../../../../test/say-in.ts';
import { noNames } from '../../../catalog/locales/names.ts';
import { type Locale, locales } from '../../../core/model/locale.ts';
import type { CellContext } from './name-cell.ts';
import { columnsToRead, nameAnswer, nameRowCell } from './name-score.ts';

function contextIn(locale: Locale): CellContext {
  return { reader: { locale, say: sayIn(locale), names: noNames }, zone: 'UTC', names: {} };
}

const answer = { id: 'r', score: 2.5, scale_min: 1, scale_max: 5 };

test('a score in a row says its scale in each language, and stands alone where the scale is not known', () => {
  const inAll = locales.map((locale) => nameRowCell('score', answer, contextIn(locale)));
  expect(inAll).toEqual(['2.5 of 5', '2.5 分（满分 5）', '2.5 分（滿分 5）', '2,5 из 5']);
  expect(nameRowCell('score', { ...answer, score: 0, scale_min: 0, scale_max: 10 }, contextIn('en'))).toBe('0 of 10');
  expect(nameRowCell('score', { ...answer, scale_min: 0, scale_max: 0 }, contextIn('ru'))).toBe('2,5');
  expect(nameRowCell('score', { id: 'r', score: 3 }, contextIn('en'))).toBe('3');
  expect(nameRowCell('id', answer, contextIn('en'))).toBe('r');
});

test('an answer says which survey it is of, where that has a name', () => {
  const score = { score: 9, scaleMin: 0, scaleMax: 10 };
  expect(['nps', 'other'].map((kind) => nameAnswer(kind, score, contextIn('en').reader))).toEqual(['NPS 9 of 10', '9 of 10']);
});

test('the scale has no columns of its own beside a score', () => {
  expect(columnsToRead(['id', 'score', 'scale_min', 'scale_max', 'comment'])).toEqual(['id', 'score', 'comment']);
  expect(columnsToRead(['id', 'scale_max'])).toEqual(['id', 'scale_max']);
});
