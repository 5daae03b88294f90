import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findLostNumbers, type NumberHole } from './lost-numbers.ts';
import { seededRandom } from './random.ts';

const hourMs = 3_600_000;

/** Rows one an hour, without those numbers that are lost. */
function feed(count: number, isLost: (number: number) => boolean): { rows: number; holes: readonly NumberHole[] } {
  const numbers = Array.from({ length: count }, (_, index) => index + 1).filter((number) => !isLost(number));
  const holes = numbers.flatMap((after, index) => {
    const before = numbers[index - 1] ?? after;
    return after - before > 1 ? [{ before, after, beforeMs: before * hourMs, afterMs: after * hourMs }] : [];
  });
  return { rows: numbers.length, holes };
}

describe('lost numbers', () => {
  it('are found where two of three are missing and none elsewhere, with the hours in which they were due', () => {
    const [found, ...more] = findLostNumbers(feed(1000, (number) => number === 500 || number === 502));
    expect(more).toEqual([]);
    expect(found).toMatchObject({ fromMs: 500 * hourMs, untilMs: 502 * hourMs, missing: 2, present: 1 });
    expect(found?.chance).toBeLessThan(1e-5);
  });

  it('tell two losses apart, in order of time', () => {
    const lost = (number: number) => (number >= 200 && number < 220) || (number >= 800 && number < 805);
    const found = findLostNumbers(feed(2000, lost));
    expect(found.map(({ fromMs, missing }) => [fromMs / hourMs, missing])).toEqual([
      [200, 20],
      [800, 5],
    ]);
  });

  it('are one loss however many they are', () => {
    const found = findLostNumbers(feed(20_000, (number) => number > 8000 && number < 8300 && number % 4 !== 0));
    expect(found.map(({ fromMs, untilMs }) => [fromMs / hourMs, untilMs / hourMs])).toEqual([[8001, 8299]]);
  });

  it('are not told of a feed that leaves numbers out all the time, nor of too few rows', () => {
    expect(findLostNumbers(feed(3000, (number) => number % 3 === 0))).toEqual([]);
    expect(findLostNumbers(feed(90, (number) => number > 40 && number < 45))).toEqual([]);
  });

  it('are seldom told of a feed that loses a few now and then, one or five at a time', () => {
    const told = (atATime: number) => {
      let spoken = 0;
      for (let seed = 1; seed <= 60; seed++) {
        const random = seededRandom(seed);
        const starts = new Set(Array.from({ length: 20 }, () => random.below(4000)));
        const isLost = (number: number) => Array.from({ length: atATime }, (_, back) => number - back).some((start) => starts.has(start));
        if (findLostNumbers(feed(4000, isLost)).length > 0) spoken += 1;
      }
      return spoken;
    };
    expect(told(1)).toBeLessThanOrEqual(2);
    expect(told(5)).toBeLessThanOrEqual(2);
  });

  it('never count more missing than there are', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 2, max: 1999 }), { maxLength: 300 }), (lost) => {
        const found = findLostNumbers(feed(2000, (number) => lost.includes(number)));
        const missing = found.reduce((sum, one) => sum + one.missing, 0);
        expect(missing).toBeLessThanOrEqual(lost.length);
        for (const { fromMs, untilMs, present } of found) {
          expect(untilMs).toBeGreaterThanOrEqual(fromMs);
          expect(present).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 50 },
    );
  });
});
