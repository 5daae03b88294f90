import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText, oddTexts } from '../../../../test/texts/odd-texts.ts';
import { plantedMessages } from '../../../../test/texts/planted-messages.ts';
import { seededRandom } from '../../stats/random.ts';
import { fitTfIdf, hashedGrams, tfIdfRows } from '../index.ts';

const words = { unit: 'word', shortest: 1, longest: 1 } as const;

const some = plantedMessages(300, 7);
const texts = some.map(({ text }) => text);

describe('features', () => {
  it('are the weights of scikit-learn', () => {
    // TfidfVectorizer() of scikit-learn 1.9.1's manual: four sentences, feature "document" of the first 0.46979139, "first" 0.58028582, "is" 0.38408524.
    const corpus = [
      'This is the first document.',
      'This document is the second document.',
      'And this is the third one.',
      'Is this the first document?',
    ];
    const { tfIdf, rows } = fitTfIdf(corpus, words);
    expect(tfIdf.names.toSorted()).toEqual(['and', 'document', 'first', 'is', 'one', 'second', 'the', 'third', 'this']);
    const first = Object.fromEntries(Array.from({ length: 5 }, (_, at) => [tfIdf.names[rows.indices[at] ?? 0], rows.values[at]]));
    expect(first).toEqual({
      document: expect.closeTo(0.46979139, 8),
      first: expect.closeTo(0.58028582, 8),
      is: expect.closeTo(0.38408524, 8),
      the: expect.closeTo(0.38408524, 8),
      this: expect.closeTo(0.38408524, 8),
    });
  });

  it('are runs of words and of characters, within words with their ends', () => {
    const named = (unit: 'word' | 'character' | 'character in word', text: string, shortest: number, longest: number) =>
      fitTfIdf([text], { unit, shortest, longest }).tfIdf.names;
    expect(named('word', 'New card, new PIN', 2, 2)).toEqual(['new card', 'card new', 'new pin']);
    expect(named('character', 'a  bc', 2, 2)).toEqual(['a ', ' b', 'bc']);
    expect(named('character in word', 'abc d', 3, 4)).toEqual([' ab', ' abc', 'abc', 'abc ', 'bc ', ' d ']);
    expect(named('character', '👍🏽x', 1, 2)).toEqual(['👍', '👍🏽', '🏽', '🏽x', 'x']);
  });

  it('turn known texts into the rows that they were learned as, and unknown ones into nothing', () => {
    const { tfIdf, rows } = fitTfIdf(texts, { ...words, sublinear: true, minimumTexts: 2 });
    const again = tfIdfRows(tfIdf, texts);
    expect([...again.starts]).toEqual([...rows.starts]);
    expect([...again.values]).toEqual([...rows.values]);
    expect(tfIdfRows(tfIdf, ['', 'zzz']).values).toHaveLength(0);
    expect(() => fitTfIdf([''], words)).toThrow('the 1 texts hold no words');
    expect(() => fitTfIdf(['a'], { unit: 'word', shortest: 2, longest: 1 })).toThrow('the shortest first');
  });

  it('take any text', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(anyText(40), fc.constantFrom(...oddTexts)), { minLength: 1, maxLength: 8 }), (any) => {
        for (const unit of ['word', 'character', 'character in word'] as const) {
          const spec = { unit, shortest: 1, longest: 3 };
          const { values } = hashedGrams(any, { ...spec, bits: 10 });
          expect(values.every(Number.isFinite)).toBe(true);
          const { tfIdf, rows } = fitTfIdf([...any, 'two words'], spec);
          expect(rows.values.every((value) => value > 0 && value <= 1)).toBe(true);
          expect(new Set(tfIdf.names).size).toBe(tfIdf.names.length);
        }
      }),
      { numRuns: 15 },
    );
  });

  it('take a text of two hundred thousand characters and twenty thousand different words', () => {
    const random = seededRandom(1);
    const many = Array.from({ length: 200 }, () => Array.from({ length: 100 }, () => `w${random.below(1e9).toString(36)}`).join(' '));
    expect(fitTfIdf(many, words).tfIdf.names.length).toBeGreaterThan(19_900);
    expect(fitTfIdf(many, { ...words, mostFeatures: 50 }).tfIdf.names).toHaveLength(50);
    expect(
      fitTfIdf(['a b '.repeat(50_000), 'x'.repeat(200_000)], { unit: 'character in word', shortest: 2, longest: 4 }).tfIdf.names,
    ).toContain(' a ');
  });
});
