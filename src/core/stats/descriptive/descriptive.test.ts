import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kendallCorrelation, partialCorrelation, pearsonCorrelation, spearmanCorrelation } from './correlation.ts';
import { moments } from './moments.ts';
import { quantile, quantileDefinitions } from './quantile.ts';
import { quantileInterval } from './quantile-interval.ts';
import { rank } from './ranks.ts';
import { entropyOfCounts, geometricMean, medianAbsoluteDeviation, trimmedMean } from './robust-summary.ts';

// Chatterjee and Price's attitude survey, columns rating and complaints; r, ρ and τ by scipy 1.17.1.
const rating = [43, 63, 71, 61, 81, 43, 58, 71, 72, 67, 64, 67, 69, 68, 77, 81, 74, 65, 65, 50, 50, 64, 53, 40, 63, 66, 78, 48, 85, 82];
const complaints = [51, 64, 70, 63, 78, 55, 67, 75, 82, 61, 53, 60, 62, 83, 77, 90, 85, 60, 70, 58, 40, 61, 66, 37, 54, 77, 75, 57, 85, 82];

// Without −0, which `toEqual` tells from 0 and arithmetic does not.
const finite = fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((value) => value + 0);
const sample = fc.array(finite, { minLength: 4, maxLength: 40 });

describe('correlation', () => {
  it('gives the published figures of the attitude survey', () => {
    expect(pearsonCorrelation(rating, complaints)).toMatchObject({ r: expect.closeTo(0.8254175697, 9), n: 30 });
    expect(pearsonCorrelation(rating, complaints).pValue).toBeCloseTo(1.98768e-8, 12);
    expect(spearmanCorrelation(rating, complaints)).toMatchObject({
      r: expect.closeTo(0.8322005623, 9),
      low: expect.closeTo(0.6396581473, 9),
      high: expect.closeTo(0.9264746858, 9),
    });
    expect(kendallCorrelation(rating, complaints)).toMatchObject({
      r: expect.closeTo(0.6549712082, 9),
      pValue: expect.closeTo(5.518337e-7, 12),
    });
  });

  it('tells the chance of few orders exactly', () => {
    // R 4.2.2: cor.test(1:6, c(1, 3, 2, 5, 4, 6), method = "kendall"); five in one order are 2 of 120.
    const found = kendallCorrelation([1, 2, 3, 4, 5, 6], [1, 3, 2, 5, 4, 6]);
    expect(found).toMatchObject({ method: 'exact', pValue: expect.closeTo(0.0555555555555556, 13) });
    expect(kendallCorrelation([1, 2, 3, 4, 5], [5, 4, 3, 2, 1]).pValue).toBeCloseTo(2 / 120, 14);
  });

  it('is nothing once what both hang on is held equal', () => {
    const cause = Array.from({ length: 60 }, (_, i) => Math.sin(i * 12.9898) * 100);
    const x = cause.map((value, i) => value + Math.cos(i * 78.233) * 30);
    const y = cause.map((value, i) => value + Math.sin(i * 37.719) * 30);
    expect(pearsonCorrelation(x, y).r).toBeGreaterThan(0.8);
    expect(Math.abs(partialCorrelation(x, y, [cause]).r)).toBeLessThan(0.3);
  });

  it('names what does not vary, what is missing and what is too few', () => {
    expect(() => pearsonCorrelation([1, 2, 3], [4, 4, 4])).toThrow('"y" is 4 in every case');
    expect(() => spearmanCorrelation([1, Number.NaN, 3], [1, 2, 3])).toThrow('"x" has NaN at position 1');
    expect(() => kendallCorrelation([1, 2], [1, 2])).toThrow('needs at least 3');
    expect(() => pearsonCorrelation([1, 2, 3], [1, 2])).toThrow('must be of the same cases');
    expect(() => partialCorrelation([1, 2, 3, 5], [2, 1, 4, 3], [[2, 4, 6, 10]])).toThrow('held equal');
  });

  it('counts the same pairs as looking at each', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 })), { minLength: 3, maxLength: 30 }),
        (pairs) => {
          const [x, y] = [pairs.map(([a]) => a), pairs.map(([, b]) => b)];
          fc.pre(new Set(x).size > 1 && new Set(y).size > 1);
          const each = pairs.flatMap(([a, b], i) => pairs.slice(i + 1).map(([c, d]) => [Math.sign(a - c), Math.sign(b - d)] as const));
          const score = each.reduce((sum, [dx, dy]) => sum + dx * dy, 0);
          const untied = (side: 0 | 1) => each.filter((signs) => signs[side] !== 0).length;
          expect(kendallCorrelation(x, y).r).toBeCloseTo(score / Math.sqrt(untied(0) * untied(1)), 9);
        },
      ),
    );
  });
});

describe('quantiles', () => {
  it('differ by definition as Hyndman and Fan say', () => {
    const values = [5, 1, 4, 2, 3];
    expect(quantileDefinitions.map((definition) => quantile(values, 0.3, definition))).toEqual([
      2,
      2,
      expect.closeTo(1.8, 12),
      expect.closeTo(2.2, 12),
      expect.closeTo(1.9333333333, 9),
    ]);
  });

  it('lie between the extremes, grow with the level and are the values themselves at the ends', () => {
    fc.assert(
      fc.property(sample, fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (values, a, b) => {
        const [low, high] = [Math.min(...values), Math.max(...values)];
        for (const definition of quantileDefinitions) {
          const [first, second] = [quantile(values, Math.min(a, b), definition), quantile(values, Math.max(a, b), definition)];
          expect(first).toBeGreaterThanOrEqual(low);
          expect(second).toBeLessThanOrEqual(high);
          expect(second - first).toBeGreaterThanOrEqual(-1e-6);
          expect([quantile(values, 0, definition), quantile(values, 1, definition)]).toEqual([low, high]);
        }
      }),
    );
  });

  it('have intervals between two of the values', () => {
    // Conover, section 3.2: ranks 6 and 15 of 20 hold the median with 95.86 %.
    expect(quantileInterval(Array.from({ length: 20 }, (_, i) => i + 1))).toEqual({
      low: 6,
      high: 15,
      ranks: [6, 15],
      coverage: expect.closeTo(0.9586105, 7),
    });
    expect(quantileInterval([1, 2, 3, 4, 5])).toBeNull();
    expect(quantileInterval([1, 2, 3, 4, 5, 6])?.ranks).toEqual([1, 6]);
    expect(() => quantileInterval([1, 2], 0)).toThrow('above 0');
  });

  it('refuse no value, infinity and a level beyond 1', () => {
    expect(() => quantile([], 0.5)).toThrow('needs at least 1');
    expect(() => quantile([1, Number.POSITIVE_INFINITY], 0.5)).toThrow('Infinity at position 1');
    expect(() => quantile([1], 1.1)).toThrow('from 0 to 1');
  });
});

describe('moments', () => {
  it('follow each convention on a worked example', () => {
    // R's e1071 on 2, 3, 5, 9, 11, 30: types 1 (g) and 2 (G).
    const found = moments([2, 3, 5, 9, 11, 30]);
    expect(found.skewnessAdjusted).toBeCloseTo((found.skewnessG1 ?? 0) * (Math.sqrt(30) / 4), 12);
    expect(found.mean).toBe(10);
    expect(found.standardDeviation).toBeCloseTo(Math.sqrt(540 / 5), 12);
  });

  it('say nothing of shape where nothing varies, and of spread where there is one value', () => {
    expect(moments([3, 3, 3])).toMatchObject({ standardDeviation: 0, skewnessG1: null, excessKurtosisG2: null });
    expect(moments([3]).standardDeviation).toBeNull();
  });

  it('do not lose a small spread on a large level', () => {
    expect(moments([1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16]).standardDeviation).toBeCloseTo(Math.sqrt(30), 9);
  });
});

describe('robust figures', () => {
  it('are those of the textbook', () => {
    expect(medianAbsoluteDeviation([1, 1, 2, 2, 4, 6, 9])).toBe(1);
    expect(trimmedMean([1, 2, 3, 4, 100], 0.2)).toBe(3);
    expect(geometricMean([1, 10, 100])).toBeCloseTo(10, 12);
    expect(entropyOfCounts([5, 5])).toBeCloseTo(Math.LN2, 12);
    expect(entropyOfCounts([7, 0])).toBe(0);
    expect(() => geometricMean([1, 0])).toThrow('above 0');
    expect(() => entropyOfCounts([0, 0])).toThrow('above 0 together');
  });

  it('rank ties at their mean rank', () => {
    expect(rank([10, 20, 10, 30])).toEqual({ ranks: Float64Array.of(1.5, 3, 1.5, 4), tieSum: 6 });
  });
});
