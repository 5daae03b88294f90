import fc from 'fast-check';
import { expect, test } from 'vitest';
import { studentQuantile } from './distributions.ts';
import { meanInterval, student95 } from './mean-interval.ts';
import { medianInterval, medianIntervalLevels, medianIntervalOfQuantiles } from './median-interval.ts';
import { netScoreInterval } from './net-score-interval.ts';
import { wilsonInterval } from './wilson-interval.ts';

test('Wilson agrees with Newcombe 1998, table I: 81 of 263 is 0.2553 to 0.3662, 0 of 20 is 0 to 0.1611', () => {
  const [many, none] = [wilsonInterval(81, 263), wilsonInterval(0, 20)];
  expect(many?.low).toBeCloseTo(0.2553, 4);
  expect(many?.high).toBeCloseTo(0.3662, 4);
  expect(none?.low).toBe(0);
  expect(none?.high).toBeCloseTo(0.1611, 4);
});

test('a share lies in its interval, which narrows as n grows', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1000 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, share) => {
      const successes = Math.round(share * n);
      const [small, large] = [wilsonInterval(successes, n), wilsonInterval(successes * 10, n * 10)];
      if (!small || !large) throw new Error('no interval');
      expect(small.low).toBeLessThanOrEqual(successes / n + 1e-12);
      expect(small.high).toBeGreaterThanOrEqual(successes / n - 1e-12);
      expect(large.high - large.low).toBeLessThan(small.high - small.low);
    }),
  );
});

test('nothing has no interval', () => {
  expect([
    wilsonInterval(0, 0),
    wilsonInterval(3, 2),
    wilsonInterval(Number.NaN, 2),
    netScoreInterval(0, 0, 0),
    meanInterval(1, 5, 25),
    medianInterval([1, 2, 3, 4, 5]),
  ]).toEqual([null, null, null, null, null, null]);
});

test('a net score lies in its interval, also where all agree', () => {
  const all = netScoreInterval(10, 0, 10);
  expect(all?.high).toBeLessThanOrEqual(1);
  expect(all?.low).toBeLessThan(1);
  const even = netScoreInterval(40, 30, 100);
  expect(even?.low).toBeLessThan(0.1);
  expect(even?.high).toBeGreaterThan(0.1);
});

test('the mean of 1 to 9 is 5 ± 2.306 × 2.7386 ÷ 3, by Student’s t of 8 degrees of freedom', () => {
  const interval = meanInterval(9, 45, 285);
  expect(interval?.low).toBeCloseTo(2.8949, 3);
  expect(interval?.high).toBeCloseTo(7.1051, 3);
});

test('Student’s t of the interval is at most 0.13 % off for any number of values', () => {
  for (const df of [1, 2, 3, 4, 5, 8, 20, 100, 1e6]) expect(Math.abs(student95(df) / studentQuantile(0.975, df) - 1)).toBeLessThan(0.0013);
});

test('the median of sixteen values lies between the 4th and the 13th', () => {
  const sorted = Array.from({ length: 16 }, (_, index) => index + 1);
  expect(medianInterval(sorted)).toEqual({ low: 4, high: 13 });
});

test('read off quantiles, the interval is the one that the values give', () => {
  const sorted = Array.from({ length: 4001 }, (_, index) => (index / 4000) ** 3);
  const exact = medianInterval(sorted);
  const read = medianIntervalOfQuantiles(
    4001,
    medianIntervalLevels.map((level) => quantile(sorted, level)),
  );
  expect(read?.low).toBeCloseTo(exact?.low ?? 0, 3);
  expect(read?.high).toBeCloseTo(exact?.high ?? 0, 3);
  expect(medianIntervalOfQuantiles(500, [1, 2, 3, 4, 5])).toBeNull();
});

test.each([20, 101, 499])('the interval covers the true median in 95 of 100 samples of %i or a little more', (n) => {
  let covered = 0;
  const draw = mulberry32(42);
  for (let sample = 0; sample < 2000; sample += 1) {
    const interval = medianInterval(Array.from({ length: n }, draw).toSorted((left, right) => left - right));
    if (interval && interval.low <= 0.5 && interval.high >= 0.5) covered += 1;
  }
  expect(covered / 2000).toBeGreaterThan(0.94);
  expect(covered / 2000).toBeLessThan(0.995);
});

function quantile(sorted: readonly number[], level: number): number {
  const position = level * (sorted.length - 1);
  const [below, above] = [sorted[Math.floor(position)] ?? 0, sorted[Math.ceil(position)] ?? 0];
  return below + (above - below) * (position - Math.floor(position));
}

/** Tommy Ettinger's mulberry32: uniform numbers from a seed. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
