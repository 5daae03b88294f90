import { describe, expect, test } from 'vitest';
import { ratioInterval } from './ratio-interval.ts';
import { shareLeftOutInterval, shareOfChangeInterval } from './share-of-change.ts';

const counted = (value: number) => ({ value, low: null, high: null, n: value });

describe('the interval of a share of a change', () => {
  test('ends at the ratios that lie just 1.96 standard errors off, and is none where the denominator may be 0', () => {
    const of = { numerator: 10, denominator: 5, numeratorVariance: 1, denominatorVariance: 0.25, covariance: 0 };
    const interval = ratioInterval(of);
    for (const bound of [interval?.low ?? 0, interval?.high ?? 0])
      expect(Math.abs(10 - bound * 5)).toBeCloseTo(1.959963984540054 * Math.sqrt(1 + bound ** 2 * 0.25), 10);
    expect(ratioInterval({ ...of, denominatorVariance: 25 })).toBeNull();
  });

  test('holds what was planted of a rise of counts, is narrower with more of them, and wider where the expectation is unsure', () => {
    const change = (factor: number) =>
      [
        { before: counted(50 * factor), after: counted(400 * factor) },
        { before: counted(450 * factor), after: counted(840 * factor) },
      ] as const;
    const width = (factor: number, scaleVariance?: number): number => {
      const interval = shareOfChangeInterval(350 / 390, ...change(factor), 'count', scaleVariance);
      expect(interval?.low).toBeLessThan(350 / 390);
      expect(interval?.high).toBeGreaterThan(350 / 390);
      return (interval?.high ?? 0) - (interval?.low ?? 0);
    };
    expect(width(10)).toBeLessThan(width(1));
    expect(width(1, 0.01)).toBeGreaterThan(width(1));
  });

  test('is none where the change of the whole is within noise or a figure has no interval', () => {
    const rated = (value: number, half: number | null, n: number) => ({
      value,
      low: half === null ? null : value - half,
      high: half === null ? null : value + half,
      n,
    });
    const part = { before: rated(80, 3, 200), after: rated(58, 3, 200) };
    expect(shareOfChangeInterval(0.9, part, { before: rated(82, 1, 1000), after: rated(78, 1, 1000) }, 'mean')).not.toBeNull();
    expect(shareOfChangeInterval(0.9, part, { before: rated(82, 5, 1000), after: rated(78, 5, 1000) }, 'mean')).toBeNull();
    expect(shareOfChangeInterval(0.9, part, { before: rated(82, null, 1000), after: rated(78, 1, 1000) }, 'mean')).toBeNull();
    expect(shareLeftOutInterval(part, { before: rated(82, 5, 1000), after: rated(78, 5, 1000) })).toBeNull();
  });
});
