import { describe, expect, it } from 'vitest';
import { oneSampleTest, summaryOf, welchTest } from './compare-means.ts';
import { compareProportions } from './compare-proportions.ts';
import { conditionalOddsRatio, fisherExactTest } from './fisher-exact.ts';
import { mannWhitneyTest } from './mann-whitney.ts';
import { signedRankTest } from './signed-rank.ts';

// Student's sleep data; figures of R 4.2.2: t.test, wilcox.test, prop.test and fisher.test.
const first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2];
const second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];
const table = [
  [10, 2],
  [3, 15],
] as const;

describe('a one-sided alternative', () => {
  it('gives the chance of one tail, and leaves intervals their two ends of any level', () => {
    const [a, b] = [summaryOf(first), summaryOf(second)];
    expect(welchTest(a, b, { alternative: 'less' }).pValue).toBeCloseTo(0.0396970700937, 12);
    expect(welchTest(a, b, { alternative: 'greater' }).pValue).toBeCloseTo(1 - 0.0396970700937, 12);
    expect(welchTest(a, b, { level: 0.9 })).toMatchObject({
      low: expect.closeTo(-3.053381497332, 11),
      high: expect.closeTo(-0.106618502668, 11),
      level: 0.9,
    });
    expect(mannWhitneyTest(first, second, { alternative: 'less' })).toMatchObject({
      method: 'normal',
      pValue: expect.closeTo(0.0346637877168, 12),
    });
    expect(mannWhitneyTest([1, 2, 3], [4, 5, 6], { alternative: 'less' })).toMatchObject({
      method: 'exact',
      pValue: expect.closeTo(0.05, 12),
    });
    const shares = compareProportions({ successes: 10, n: 12 }, { successes: 3, n: 18 }, { alternative: 'greater' });
    expect(shares).toMatchObject({ pValue: expect.closeTo(0.000153133315092, 13), pValueYates: expect.closeTo(0.000610549258156, 13) });
    expect(fisherExactTest(table, 'greater').pValue).toBeCloseTo(0.000465180943363, 13);
  });

  it('is refused when it is none', () => {
    expect(() => oneSampleTest(first, 0, { alternative: 'larger' as never })).toThrow(
      '"alternative" is one of two-sided, greater, less, not larger',
    );
    expect(() => oneSampleTest(first, 0, { level: 95 })).toThrow('between 0 and 1');
  });
});

describe('signed ranks', () => {
  it('give the figures of Hollander and Wolfe, and of the sleep data with a tie and a pair that does not differ', () => {
    // R 4.2.2, wilcox.test(paired = TRUE): the depression scores of its example, and sleep.
    const before = [1.83, 0.5, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.3];
    const after = [0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29];
    const depression = signedRankTest(before, after, { alternative: 'greater' });
    expect(depression).toMatchObject({ v: 40, method: 'exact', n: 9, pValue: expect.closeTo(0.01953125, 14) });
    expect(signedRankTest(first, second)).toMatchObject({ v: 0, method: 'normal', n: 9, pValue: expect.closeTo(0.00909069801592506, 12) });
    expect(signedRankTest(second, first).rankBiserial).toBe(1);
    expect(() => signedRankTest([1, 2], [1, 2])).toThrow('no pair differs');
  });
});

describe('the odds ratio of the exact test', () => {
  it('is that of the conditional likelihood, with its exact interval', () => {
    // SciPy 1.10.1, stats.contingency.odds_ratio; R's fisher.test finds the same roots to three or four digits.
    expect(conditionalOddsRatio(table)).toMatchObject({
      oddsRatio: expect.closeTo(21.305317556750314, 10),
      low: expect.closeTo(2.7533827882493185, 11),
      high: expect.closeTo(301.4623379715165, 8),
    });
  });

  it('has no bound where a cell is empty', () => {
    // Two tables have these margins, with 15 and 13 of 28 chances: the upper end solves 15 ÷ (15 + 13 · ratio) = 0.025.
    expect(
      conditionalOddsRatio([
        [14, 1],
        [13, 0],
      ]),
    ).toMatchObject({ oddsRatio: 0, low: 0, high: expect.closeTo(45, 9) });
    expect(
      conditionalOddsRatio([
        [3, 0],
        [0, 3],
      ]),
    ).toMatchObject({ oddsRatio: null, high: null });
  });
});
