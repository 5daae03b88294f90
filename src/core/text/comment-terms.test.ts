import { describe, expect, test } from 'vitest';
import { keyWords } from '../stats/keyness.ts';
import { commentTerms, languageOf, stemTerm } from './comment-terms.ts';

describe('terms of comments', () => {
  test('are words and short runs of them in each language', () => {
    expect(commentTerms('A return fee of £4.99? Never again.', 'en')).toContain('return fee');
    expect(commentTerms('退货还要运费,太贵了', 'zh')).toContain('运费');
    expect(commentTerms('Плата за возврат — это слишком.', 'ru')).toContain('плата за возврат');
    expect([...commentTerms('It was the 3 of them', 'en')]).toEqual([]);
  });

  test('know their language by its letters', () => {
    expect([languageOf('运费太贵'), languageOf('дорого'), languageOf('too dear'), languageOf('zu teuer', 'de')]).toEqual([
      'zh',
      'ru',
      'en',
      'de',
    ]);
  });

  test('count together with their inflected forms', () => {
    expect(stemTerm('возврата', 'ru')).toBe(stemTerm('возвраты', 'ru'));
    expect(stemTerm('return fees', 'en')).toBe(stemTerm('return fee', 'en'));
    expect(stemTerm('refunds', 'en')).toBe('refund');
    expect(stemTerm('运费', 'zh')).toBe('运费');
  });
});

describe('key words', () => {
  test('are those that texts use more than others do, by the log-likelihood of Dunning', () => {
    const words = [
      { word: 'fee', count: 40, referenceCount: 2 },
      { word: 'late', count: 20, referenceCount: 21 },
      { word: 'lamp', count: 1, referenceCount: 0 },
    ];
    const keys = keyWords(words, 100, 100, 10.83);
    expect(keys.map(({ word }) => word)).toEqual(['fee']);
    expect(keys[0]?.keyness).toBeCloseTo(51.373, 2);
  });
});
