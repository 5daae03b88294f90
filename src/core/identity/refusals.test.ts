import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UserError } from '../model/user-error.ts';
import * as identity from './index.ts';

const long = (letters: string) => letters.repeat(Math.ceil(100_000 / letters.length));
const records = { fields: { name: ['ann', 'ann', 'bob'], city: ['x', 'x', 'y'] } };
const rules = [{ same: ['name'] }, { same: ['city'] }];
const comparisons = ['name', 'city'].map((name) => ({ name, levels: [{ kind: 'exact' as const }] }));
const fitBy = (randomPairs: number) =>
  identity.fitMatchModel(records, comparisons, rules, identity.candidatePairs(records, rules), { seed: 1, randomPairs });
const linkOf = (weight: number) => [{ left: 0, right: 1, weight }];

describe('traps of records and texts', () => {
  it.each([
    ['a count of records that is none', () => identity.unionFind(Number.NaN)],
    ['a record that is not there', () => identity.unionFind(0).find(0)],
    ['no pairs drawn', () => fitBy(-1)],
    ['endless records', () => identity.connectedComponents(Number.POSITIVE_INFINITY, [])],
    ['a weight that is none', () => identity.readThreshold(linkOf(Number.NaN))],
    ['a threshold that is none', () => identity.readThreshold(linkOf(1), Number.NaN)],
    ['a weight that is none among the best', () => identity.oneToOne(linkOf(Number.NaN))],
    ['a table that is none', () => identity.candidatePairs({ ...records, tables: [1, Number.NaN, 2] }, [{ same: ['name'] }])],
    ['no letters of a key', () => identity.candidatePairs(records, [{ same: [{ field: 'name', letters: 0 }] }])],
    ['a largest block that is none', () => identity.candidatePairs(records, [{ same: ['name'] }], { largestBlock: Number.NaN })],
    ['no neighbours', () => identity.candidatePairs(records, [{ nearest: 'name', most: Number.NaN }])],
    ['two long texts by edits', () => identity.levenshteinDistance(long('a'), long('b'))],
    ['two long texts by swaps', () => identity.damerauLevenshteinDistance(long('a'), long('b'))],
    ['two long texts by aligned swaps', () => identity.optimalStringAlignment(long('a'), long('b'))],
    ['two long texts by common letters', () => identity.longestCommonSubsequence(long('a'), long('b'))],
  ] as const)('refuses %s in a sentence', (_, ask) => {
    expect(ask).toThrow(UserError);
  });

  it('takes long texts in no more than a moment', () => {
    expect(identity.jaroSimilarity(long('a'), long('a'))).toBe(1);
    expect(identity.jaroSimilarity(long('ab'), long('cd'))).toBe(0);
    expect(identity.normalisePhone(`1${long(' ')}1`)).toBeNull();
    expect(identity.normalisePhone(`+44 20 7946 0958${' '.repeat(9)}ext. 12`)).toBe('+442079460958');
    for (const letters of ['<a', 'a@', '+', '退', '\0', '\ud83d', 'г-', '👍', '\u0301\u0323'])
      for (const read of [identity.foldText, identity.normaliseEmail, identity.normaliseName, identity.normaliseAddress])
        expect(() => read(long(letters))).not.toThrow();
  });

  it('finds the likeness of long texts as the definition has it', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '👍'), minLength: 33, maxLength: 60 });
    fc.assert(
      fc.property(text, text, (first, second) => {
        expect(identity.jaroSimilarity(first, second)).toBeCloseTo(jaro([...first], [...second]), 12);
      }),
      { seed: 1, numRuns: 100 },
    );
  });

  it('takes a link of a record to itself for none', () => {
    expect(identity.oneToOne([{ left: 1, right: 1, weight: 9 }, ...linkOf(2)])).toEqual(linkOf(2));
  });
});

/** Jaro's likeness letter by letter. */
function jaro(first: readonly string[], second: readonly string[]): number {
  const reach = Math.floor(Math.max(first.length, second.length) / 2) - 1;
  const taken = new Set<number>();
  const right = second.filter((letter, j) => {
    const i = first.findIndex((each, place) => each === letter && Math.abs(place - j) <= reach && !taken.has(place));
    if (i >= 0) taken.add(i);
    return i >= 0;
  });
  const left = first.filter((_, i) => taken.has(i));
  const matches = left.length;
  const misplaced = Math.floor(left.filter((letter, k) => letter !== right[k]).length / 2);
  return matches === 0 ? 0 : (matches / first.length + matches / second.length + (matches - misplaced) / matches) / 3;
}
