import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proportionInterval } from '../proportion-intervals.ts';
import { anova, kruskalWallisTest, leveneTest } from './compare-groups.ts';
import { oneSampleTest, pairedTest, studentTest, summaryOf, welchTest } from './compare-means.ts';
import { compareProportions } from './compare-proportions.ts';
import { chiSquareTest, goodnessOfFit } from './contingency.ts';
import { adjustForDiscoveries } from './false-discovery.ts';
import { fisherExactTest } from './fisher-exact.ts';
import { kolmogorovSmirnovTest } from './kolmogorov-smirnov.ts';
import { mannWhitneyTest } from './mann-whitney.ts';
import { mantelHaenszel } from './mantel-haenszel.ts';
import { rankSumAtLeast } from './rank-sum-chance.ts';

// Student's sleep data as in ClickHouse's documentation of studentTTest; figures by scipy 1.17.1.
const first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2];
const second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];

describe('tests of two samples', () => {
  it('give the published figures of the sleep data', () => {
    expect(studentTest(summaryOf(first), summaryOf(second))).toMatchObject({
      t: expect.closeTo(-1.8608134675, 9),
      pValue: expect.closeTo(0.0791867142, 9),
      df: 18,
    });
    expect(welchTest(summaryOf(first), summaryOf(second)).pValue).toBeCloseTo(0.0793941402, 9);
    expect(pairedTest(first, second)).toMatchObject({ t: expect.closeTo(-4.0621, 4), pValue: expect.closeTo(0.002833, 6) });
    expect(mannWhitneyTest(first, second)).toMatchObject({ u: 25.5, pValue: expect.closeTo(0.0693275754, 9) });
    expect(kolmogorovSmirnovTest(first, second, 'exact')).toMatchObject({ d: 0.4, pValue: expect.closeTo(0.41752365281777, 12) });
    expect(2 * rankSumAtLeast(74, 10, 10)).toBeCloseTo(0.07525601333650869, 14);
    const differences = first.map((value, i) => value - (second[i] ?? 0));
    expect(oneSampleTest(differences, 0).pValue).toBeCloseTo(pairedTest(first, second).pValue, 14);
  });

  it('count small samples without ties exactly', () => {
    // By hand: of the 20 orders of three and three, two are this extreme.
    expect(mannWhitneyTest([1, 2, 3], [4, 5, 6])).toMatchObject({ method: 'exact', pValue: expect.closeTo(0.1, 12) });
    expect(kolmogorovSmirnovTest([1, 2, 3], [4, 5, 6])).toMatchObject({ method: 'exact', pValue: expect.closeTo(0.1, 12) });
    expect(mannWhitneyTest([1, 2, 2], [2, 5, 6]).method).toBe('normal');
    // R 4.2.2: ks.test(c(1,2,2,3,3,3,7,9), c(3,4,4,5,5,6)); the second is 2 of the orders of 80 values.
    const tied = kolmogorovSmirnovTest([1, 2, 2, 3, 3, 3, 7, 9], [3, 4, 4, 5, 5, 6]);
    expect(tied).toMatchObject({ method: 'conditional', pValue: expect.closeTo(0.114219114219, 11) });
    const apart = kolmogorovSmirnovTest(
      Array.from({ length: 40 }, (_, i) => i),
      Array.from({ length: 40 }, (_, i) => i + 99),
    );
    expect(apart.pValue / 1.8603403656036e-23).toBeCloseTo(1, 10);
  });

  it('refuse what cannot be judged', () => {
    expect(() => summaryOf([1])).toThrow('needs at least 2');
    expect(() => welchTest(summaryOf([1, 1]), summaryOf([2, 2]))).toThrow('neither group varies');
    expect(() => mannWhitneyTest([], [1])).toThrow('"first" has 0 values');
    expect(mannWhitneyTest([1, 1], [1, 1]).pValue).toBe(1);
  });

  it('turn their sign with the order of the groups', () => {
    const sample = fc.array(fc.integer({ min: -500, max: 500 }), { minLength: 3, maxLength: 20 });
    fc.assert(
      fc.property(sample, sample, (a, b) => {
        fc.pre(new Set(a).size > 1 && new Set(b).size > 1);
        const [there, back] = [welchTest(summaryOf(a), summaryOf(b)), welchTest(summaryOf(b), summaryOf(a))];
        expect(there.t).toBeCloseTo(-back.t, 9);
        expect(there.low).toBeCloseTo(-back.high, 6);
        expect(mannWhitneyTest(a, b).cliffsDelta).toBeCloseTo(-mannWhitneyTest(b, a).cliffsDelta, 9);
      }),
    );
  });
});

describe('proportions', () => {
  // Cookie Cats, retention after seven days; scipy 1.17.1 and statsmodels.
  const gate40 = { successes: 8279, n: 45489 };
  const gate30 = { successes: 8502, n: 44700 };

  it('compare as published', () => {
    const found = compareProportions(gate40, gate30);
    expect(found.z).toBeCloseTo(-3.164358912748, 9);
    expect(found.pValue).toBeCloseTo(0.00155424997561, 12);
    expect(found.chiSquareYates).toBeCloseTo(9.959086799559, 9);
    expect(found.intervals.newcombe.low).toBeCloseTo(-0.013281940871915, 12);
    expect(found.intervals.score.high).toBeCloseTo(-0.00312144, 6);
    expect(
      fisherExactTest([
        [8279, 45489 - 8279],
        [8502, 44700 - 8502],
      ]).pValue,
    ).toBeCloseTo(0.00159096158, 9);
    expect(goodnessOfFit([44700, 45489], [1, 1]).pValue).toBeCloseTo(0.008607987810836, 12);
  });

  it('have intervals that hold the share and stay within 0 and 1', () => {
    expect(proportionInterval(80, 100, 'clopper-pearson')).toEqual({
      low: expect.closeTo(0.70815731, 7),
      high: expect.closeTo(0.87334445, 7),
    });
    expect(proportionInterval(0, 20, 'clopper-pearson')).toEqual({ low: 0, high: expect.closeTo(0.168433471, 8) });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, share) => {
        const successes = Math.round(n * share);
        for (const method of ['wilson', 'clopper-pearson'] as const) {
          const { low, high } = proportionInterval(successes, n, method);
          expect(low).toBeLessThanOrEqual(successes / n + 1e-12);
          expect(high).toBeGreaterThanOrEqual(successes / n - 1e-12);
          expect(low >= 0 && high <= 1).toBe(true);
        }
      }),
    );
  });

  it('refuse groups that cannot differ', () => {
    expect(() => compareProportions({ successes: 0, n: 5 }, { successes: 0, n: 9 })).toThrow('same outcome');
    expect(() => compareProportions({ successes: 6, n: 5 }, { successes: 0, n: 9 })).toThrow('cannot be');
    expect(() => proportionInterval(1, 0)).toThrow('n above 0');
  });
});

describe('proportions in strata', () => {
  it('do not hold departments against women: R’s mantelhaen.test(UCBAdmissions)', () => {
    // Bickel, Hammel and O'Connell 1975: admitted and all, men and women, six departments.
    const admissions = [
      [512, 825, 89, 108],
      [353, 560, 17, 25],
      [120, 325, 202, 593],
      [138, 417, 131, 375],
      [53, 191, 94, 393],
      [22, 373, 24, 341],
    ].map(([a = 0, men = 0, b = 0, women = 0]) => ({ first: { successes: a, n: men }, second: { successes: b, n: women } }));
    expect(mantelHaenszel(admissions)).toMatchObject({
      oddsRatio: expect.closeTo(0.9046968, 7),
      interval: { low: expect.closeTo(0.7719074, 6), high: expect.closeTo(1.0603298, 6) },
      chiSquare: expect.closeTo(1.4269, 4),
      pValue: expect.closeTo(0.2323, 4),
      n: 4526,
    });
    expect(() => mantelHaenszel([])).toThrow('no stratum');
    // R 4.2.2: mantelhaen.test of the tables (8, 5, 8, 3), (8, 3, 1, 1), (5, 3, 6, 1), (2, 4, 1, 3), (8, 1, 6, 4), whose events are less than ½ off.
    const near = [
      [8, 16, 5, 8],
      [8, 9, 3, 4],
      [5, 11, 3, 4],
      [2, 3, 4, 7],
      [8, 14, 1, 5],
    ] as const;
    const strata = near.map(([a, m, b, n]) => ({ first: { successes: a, n: m }, second: { successes: b, n } }));
    expect(mantelHaenszel(strata).chiSquare).toBeCloseTo(0.0431326815693241, 12);
    const none = { first: { successes: 3, n: 11 }, second: { successes: 7, n: 7 } };
    expect(mantelHaenszel([none])).toMatchObject({ oddsRatio: 0, interval: null });
    expect(mantelHaenszel([{ first: none.second, second: none.first }])).toMatchObject({ oddsRatio: null, interval: null });
    expect(() => mantelHaenszel([{ first: { successes: 2, n: 2 }, second: { successes: 3, n: 3 } }])).toThrow('no odds ratio');
  });
});

describe('tests of several groups', () => {
  it('find equal groups equal and shifted ones different', () => {
    const base = [4.17, 5.58, 5.18, 6.11, 4.5, 4.61, 5.17, 4.53, 5.33, 5.14];
    const [low, high] = [base.map((value) => value - 0.37), base.map((value) => value + 0.49)];
    expect(anova([base, base, base])).toMatchObject({ statistic: expect.closeTo(0, 12), pValue: expect.closeTo(1, 12) });
    expect(anova([low, base, high]).pValue).toBeLessThan(0.02);
    expect(kruskalWallisTest([low, base, high]).pValue).toBeLessThan(0.05);
    expect(leveneTest([low, base, high]).pValue).toBeCloseTo(1, 9);
    expect(() =>
      kruskalWallisTest([
        [1, 1],
        [1, 1],
      ]),
    ).toThrow('all values are equal');
  });

  it('give R’s figures for PlantGrowth', () => {
    // R: summary(aov(weight ~ group, PlantGrowth)), kruskal.test.
    const control = [4.17, 5.58, 5.18, 6.11, 4.5, 4.61, 5.17, 4.53, 5.33, 5.14];
    const one = [4.81, 4.17, 4.41, 3.59, 5.87, 3.83, 6.03, 4.89, 4.32, 4.69];
    const two = [6.31, 5.12, 5.54, 5.5, 5.37, 5.29, 4.92, 6.15, 5.8, 5.26];
    expect(anova([control, one, two])).toMatchObject({ statistic: expect.closeTo(4.846, 3), pValue: expect.closeTo(0.01591, 5) });
    expect(kruskalWallisTest([control, one, two])).toMatchObject({
      statistic: expect.closeTo(7.9882, 4),
      pValue: expect.closeTo(0.01842, 5),
    });
  });
});

describe('tables of counts', () => {
  it('tell how far rows and columns go together', () => {
    // Fisher's lady tasting tea; R: fisher.test(matrix(c(3, 1, 1, 3), 2)).
    expect(
      fisherExactTest([
        [3, 1],
        [1, 3],
      ]).pValue,
    ).toBeCloseTo(0.4857142857, 9);
    expect(
      chiSquareTest([
        [10, 20],
        [20, 10],
      ]),
    ).toMatchObject({ chiSquare: expect.closeTo(6.6666666667, 9), df: 1, cramersV: expect.closeTo(1 / 3, 9) });
    expect(() =>
      chiSquareTest([
        [1, 2],
        [0, 0],
      ]),
    ).toThrow('row 2 of the table is empty');
    expect(() => chiSquareTest([[1, 2]])).toThrow('at least two rows');
    expect(() =>
      fisherExactTest([
        [1.5, 1],
        [1, 1],
      ]),
    ).toThrow('whole numbers');
  });
});

describe('many tests at once', () => {
  it('are adjusted as R’s p.adjust does', () => {
    // R: p.adjust(c(0.01, 0.02, 0.03, 0.04, 0.05), "BH"), "BY".
    expect(adjustForDiscoveries([0.01, 0.02, 0.03, 0.04, 0.05])).toEqual(Array(5).fill(expect.closeTo(0.05, 12)));
    expect(adjustForDiscoveries([0.04, 0.01, 0.5])).toEqual([expect.closeTo(0.06, 12), expect.closeTo(0.03, 12), 0.5]);
    expect(adjustForDiscoveries([0.01, 0.2], 'yekutieli')).toEqual([expect.closeTo(0.03, 12), expect.closeTo(0.3, 12)]);
    expect(() => adjustForDiscoveries([0.1, Number.NaN])).toThrow('from 0 to 1');
  });
});
