import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { damerauLevenshteinDistance } from './strings/damerau-levenshtein.ts';
import { jaroSimilarity, jaroWinklerSimilarity } from './strings/jaro-winkler.ts';
import { levenshteinDistance } from './strings/levenshtein.ts';
import { longestCommonSubsequence } from './strings/longest-common-subsequence.ts';
import { optimalStringAlignment } from './strings/optimal-string-alignment.ts';

const few = fc.array(fc.constantFrom('a', 'b', 'c', 'д', '王', '𠮷'), { maxLength: 40 }).map((letters) => letters.join(''));
const random = { numRuns: 200, seed: 1 };

/** Row by row, as in a textbook. */
function plainLevenshtein(first: string, second: string): number {
  const [left, right] = [Array.from(first), Array.from(second)];
  let row = Array.from({ length: right.length + 1 }, (_, j) => j);
  left.forEach((letter, i) => {
    const next = [i + 1];
    right.forEach((other, j) => {
      next.push(Math.min((row[j] ?? 0) + (letter === other ? 0 : 1), (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    });
    row = next;
  });
  return row[right.length] ?? 0;
}

/** Letter by letter, as Winkler tells it. */
function plainJaro(first: string, second: string): number {
  const [left, right] = [Array.from(first), Array.from(second)];
  const reach = Math.max(0, Math.floor(Math.max(left.length, right.length) / 2) - 1);
  const fellows = new Map<number, number>();
  right.forEach((letter, j) => {
    const found = left.findIndex((other, i) => other === letter && Math.abs(i - j) <= reach && !fellows.has(i));
    if (found >= 0) fellows.set(found, j);
  });
  const [inFirst, inSecond] = [[...fellows.keys()].sort((a, b) => a - b), [...fellows.values()].sort((a, b) => a - b)];
  const swaps = Math.floor(inFirst.filter((i, k) => left[i] !== right[inSecond[k] ?? -1]).length / 2);
  const matches = fellows.size;
  if (matches === 0) return left.length + right.length === 0 ? 1 : 0;
  return (matches / left.length + matches / right.length + (matches - swaps) / matches) / 3;
}

describe('likeness of texts', () => {
  // Winkler 1990 and rapidfuzz 3.14.6.
  it.each([
    ['MARTHA', 'MARHTA', 0.9444444444, 0.9611111111, 2, 1, 1, 5],
    ['DIXON', 'DICKSONX', 0.7666666667, 0.8133333333, 4, 4, 4, 4],
    ['crate', 'trace', 0.7333333333, 0.7333333333, 2, 2, 2, 3],
    ['Иванов', 'Иваново', 0.9523809524, 0.9714285714, 1, 1, 1, 6],
    ['王小明', '王晓明', 0.7777777778, 0.8, 1, 1, 1, 2],
    ['ab', 'ba', 0, 0, 2, 1, 1, 1],
    // Where Damerau's distance and its restricted form part.
    ['ca', 'abc', 0, 0, 3, 3, 2, 1],
    ['', 'abc', 0, 0, 3, 3, 3, 0],
    ['', '', 1, 1, 0, 0, 0, 0],
  ])('of %s and %s is as published', (a, b, jaro, winkler, levenshtein, osa, damerau, lcs) => {
    expect(jaroSimilarity(a, b)).toBeCloseTo(jaro, 9);
    expect(jaroWinklerSimilarity(a, b)).toBeCloseTo(winkler, 9);
    expect([
      levenshteinDistance(a, b),
      optimalStringAlignment(a, b),
      damerauLevenshteinDistance(a, b),
      longestCommonSubsequence(a, b),
    ]).toEqual([levenshtein, osa, damerau, lcs]);
  });

  it('is the same from both sides, 1 only for the same text, and ordered', () => {
    fc.assert(
      fc.property(few, few, (a, b) => {
        expect(jaroSimilarity(a, a)).toBe(1);
        expect(jaroSimilarity(a, b)).toBe(plainJaro(a, b));
        expect(jaroSimilarity(a, b.slice(0, 9))).toBe(plainJaro(a, b.slice(0, 9)));
        expect(jaroWinklerSimilarity(a, b)).toBeGreaterThanOrEqual(jaroSimilarity(a, b));
        expect(jaroWinklerSimilarity(a, b)).toBeLessThanOrEqual(1);
        const [levenshtein, osa, damerau] = [levenshteinDistance(a, b), optimalStringAlignment(a, b), damerauLevenshteinDistance(a, b)];
        expect(levenshtein).toBe(plainLevenshtein(a, b));
        expect(levenshteinDistance(b, a)).toBe(levenshtein);
        expect(damerau).toBe(damerauLevenshteinDistance(b, a));
        expect(damerau).toBeLessThanOrEqual(osa);
        expect(osa).toBeLessThanOrEqual(levenshtein);
        expect(levenshtein).toBeLessThanOrEqual(2 * damerau);
        expect(longestCommonSubsequence(a, b)).toBe(longestCommonSubsequence(b, a));
      }),
      random,
    );
  });

  it('counts code points: a rare sign of two units is one letter', () => {
    expect(levenshteinDistance('𠮷野家', '吉野家')).toBe(1);
    expect(jaroSimilarity('𠮷野家', '吉野家')).toBeCloseTo(jaroSimilarity('古野家', '吉野家'), 12);
  });

  it('is by words of bits what it is letter by letter', () => {
    const latin = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 32 });
    fc.assert(
      fc.property(latin, latin, (a, b) => {
        // Letters of two units are compared one by one.
        const wide = (text: string) => text.replaceAll('a', '𠮷').replaceAll('b', '😀').replaceAll('c', '𝔠').replaceAll('d', '🦉');
        expect(jaroSimilarity(a, b)).toBeCloseTo(jaroSimilarity(wide(a), wide(b)), 12);
      }),
      random,
    );
  });
});
