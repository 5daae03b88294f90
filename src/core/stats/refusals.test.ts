import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UserError } from '../model/user-error.ts';
import * as stats from './index.ts';

/** Methods of one column of values. */
const ofOne: Readonly<Record<string, (values: number[]) => unknown>> = {
  moments: stats.moments,
  quantile: (values) => stats.quantile(values, 0.3),
  quantileInterval: (values) => stats.quantileInterval(values),
  medianAbsoluteDeviation: stats.medianAbsoluteDeviation,
  interquartileRange: stats.interquartileRange,
  trimmedMean: (values) => stats.trimmedMean(values, 0.1),
  geometricMean: stats.geometricMean,
  entropyOfCounts: stats.entropyOfCounts,
  bootstrapInterval: (values) => stats.bootstrapInterval(values, (sample) => sample[0] ?? 0, { seed: 1, samples: 20 }),
  oneSampleTest: (values) => stats.oneSampleTest(values, 1),
  anova: (values) => stats.anova([values, [1, 2, 4]]),
  kruskalWallisTest: (values) => stats.kruskalWallisTest([values, [1, 2, 4]]),
  leveneTest: (values) => stats.leveneTest([values, [1, 2, 4]]),
  welchTest: (values) => stats.welchTest(stats.summaryOf(values), stats.summaryOf([1, 2, 4])),
  signedRankTest: (values) =>
    stats.signedRankTest(
      values,
      Array.from(values, () => 1),
    ),
  mannWhitneyTest: (values) => stats.mannWhitneyTest(values, [1, 2, 4]),
  kolmogorovSmirnovTest: (values) => stats.kolmogorovSmirnovTest(values, [1, 2, 4]),
  theilSen: (values) => stats.theilSen(values),
  mannKendall: (values) => stats.mannKendall(values, { correction: 'yue-wang' }),
  changePoint: (values) => stats.changePoint(values, { seed: 1, permutations: 19 }),
  changePoints: (values) => stats.changePoints(values),
  bayesianChangePoints: (values) => stats.bayesianChangePoints(values),
  medianOutliers: (values) => stats.medianOutliers(values),
  tukeyOutliers: (values) => stats.tukeyOutliers(values),
  generalisedEsd: (values) => stats.generalisedEsd(values),
  ewmaChart: (values) => stats.ewmaChart(values, 2),
  cusumChart: (values) => stats.cusumChart(values, 2),
  seasonalAnomalies: (values) => stats.seasonalAnomalies(values),
  kaplanMeier: (values) => stats.kaplanMeier({ durations: values, events: values.map(() => 1) }),
  weightedKaplanMeier: (values) =>
    stats.kaplanMeier({ durations: values.map((_, i) => i + 1), events: values.map(() => 1), weights: values }),
  compareSurvival: (values) =>
    stats.compareSurvival([
      { durations: values, events: values.map(() => 1) },
      { durations: [1, 2, 4], events: [1, 0, 1] },
    ]),
  fitWeibull: (values) => stats.fitWeibull({ durations: values, events: values.map(() => 1) }),
  fitShiftedBetaGeometric: (values) => stats.fitShiftedBetaGeometric([values]),
  fitBetaDiscreteWeibull: (values) => stats.fitBetaDiscreteWeibull([values]),
  fitGammaGamma: (values) => stats.fitGammaGamma({ purchases: values.map(() => 2), meanValue: values }),
  fitBgNbd: (values) => stats.fitBgNbd({ repeats: values.map(() => 1), lastAt: values.map(() => 1), observedFor: values }),
};

const fixed = (length: number, of: (i: number) => number) => Array.from({ length }, (_, i) => of(i));

/** Methods of two columns. */
const ofTwo: Readonly<Record<string, (x: number[], y: number[]) => unknown>> = {
  pearsonCorrelation: stats.pearsonCorrelation,
  spearmanCorrelation: stats.spearmanCorrelation,
  kendallCorrelation: stats.kendallCorrelation,
  partialCorrelation: (x, y) => stats.partialCorrelation(x, y, [fixed(x.length, (i) => (i * i) % 7)]),
  pairedTest: stats.pairedTest,
  cuped: (x, y) => stats.cuped(x, y, [1, 2, 4, 3], [2, 1, 3, 5]),
  theilSenOfTwo: (x, y) => stats.theilSen(y, x),
  fitCox: (x, y) => stats.fitCox({ durations: fixed(x.length, (i) => 1 + ((i * 5) % 11)), events: fixed(x.length, () => 1) }, { x, y }),
  fitAcceleratedFailure: (x, y) =>
    stats.fitAcceleratedFailure(
      'weibull',
      { durations: fixed(x.length, (i) => 1 + ((i * 5) % 11)), events: fixed(x.length, () => 1) },
      { x, y },
    ),
};

/** The sentence of a refusal; null for an answer, which must not hold a NaN. */
function refusal(name: string, answer: () => unknown): string | null {
  try {
    const holes = holesOf(answer(), name);
    expect(holes).toEqual([]);
    return null;
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
}

/** Paths to numbers that are none. */
function holesOf(value: unknown, path: string): string[] {
  if (typeof value === 'number') return Number.isNaN(value) ? [path] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => holesOf(each, `${path}.${key}`));
}

describe('every method', () => {
  it('refuses nothing, and NaN and infinity with their position, in one sentence', () => {
    for (const [name, method] of Object.entries(ofOne)) {
      expect(
        refusal(name, () => method([])),
        name,
      ).toMatch(/\w/);
      for (const wrong of [Number.NaN, Number.POSITIVE_INFINITY]) {
        const sentence = refusal(name, () => method([3, 1, wrong, 2, 6, 5]));
        expect(sentence, name).toContain(`${wrong} at position`);
      }
    }
    for (const [name, method] of Object.entries(ofTwo)) {
      expect(
        refusal(name, () => method([], [])),
        name,
      ).toMatch(/\w/);
      expect(
        refusal(name, () => method([3, 1, Number.NaN, 2], [1, 2, 3, 5])),
        name,
      ).toContain('NaN at position');
      expect(
        refusal(name, () => method([1, 2, 3, 5], [3, 1, Number.NEGATIVE_INFINITY, 2])),
        name,
      ).toContain('-Infinity at position');
    }
  });

  it('answers or refuses, and never with a hole, for one point, ties everywhere, zeros and huge numbers', () => {
    const value = fc.oneof(fc.integer({ min: 0, max: 2 }), fc.constantFrom(0, 1, 5, 1e12, 1e-12));
    const sample = fc.oneof(
      fc.array(value, { minLength: 1, maxLength: 12 }),
      fc.integer({ min: 1, max: 9 }).map((n) => fixed(n, () => 2)),
    );
    fc.assert(
      fc.property(sample, (values) => {
        for (const [name, method] of Object.entries(ofOne)) refusal(name, () => method(values));
        for (const [name, method] of Object.entries(ofTwo)) refusal(name, () => method(values, values.toReversed()));
      }),
      { numRuns: 40, seed: 1 },
    );
  });

  it('names what is constant and what follows from another', () => {
    const x = fixed(20, (i) => (i * 7) % 11);
    const flat = fixed(20, () => 4);
    for (const name of ['pearsonCorrelation', 'spearmanCorrelation', 'kendallCorrelation', 'fitCox', 'fitAcceleratedFailure'])
      expect(
        refusal(name, () => ofTwo[name]?.(x, flat)),
        name,
      ).toContain('"y"');
    const double = x.map((value) => 2 * value + 1);
    for (const name of ['fitCox', 'fitAcceleratedFailure'])
      expect(
        refusal(name, () => ofTwo[name]?.(x, double)),
        name,
      ).toContain('"y" follows from x');
  });

  it('takes weights of zero for nobody', () => {
    expect(refusal('', () => stats.kaplanMeier({ durations: [1, 2], events: [1, 1], weights: [0, 0] }))).toContain('all 0');
    const with0 = stats.kaplanMeier({ durations: [1, 2, 3], events: [1, 1, 0], weights: [2, 0, 3] });
    expect(with0).toEqual(stats.kaplanMeier({ durations: [1, 3], events: [1, 0], weights: [2, 3] }));
  });

  it.each([
    ['a billion people', () => stats.coverByShifts([2, 1e9], [{ name: 'day', from: 0, until: 2 }])],
    ['columns too small to square', () => stats.lassoRegression([1, 2, 4, 3], [{ name: 'x', values: [1e-300, 0, 2e-300, 0] }])],
    ['values too large to square', () => stats.automaticForecast([1, 2, 1e200, 3, 4], 1)],
    ['columns too large to square', () => stats.ridgeRegression([1, 2, 4, 3], [{ name: 'x', values: [1e300, 0, 2e300, 0] }], [1])],
    ['endless reorderings', () => stats.changePoint([1, 2, 1, 5, 6, 5], { seed: 1, permutations: Number.POSITIVE_INFINITY })],
    ['a now that is none', () => stats.customerValues({ customers: [1], orders: [1], times: [1], values: [1] }, Number.NaN)],
    ['endless patience with too few people', () => stats.erlangA({ calls: 1e9, intervalSeconds: 1800, handleSeconds: 180 }, 12, 20, 60)],
    ['a patience of ages at the edge', () => stats.erlangA({ calls: 120, intervalSeconds: 1800, handleSeconds: 180 }, 12, 20, 1e15)],
    ['a target of ages', () => stats.erlangA({ calls: 100, intervalSeconds: 1800, handleSeconds: 180 }, 12, 1e12, 60)],
    ['no references of a gap', () => stats.gapStatistic(stats.pointsOf({ a: [1, 2, 3, 4] }), { seed: 1, upTo: 2, references: 0 })],
    ['an endless horizon', () => stats.restrictedMean(stats.kaplanMeier({ durations: [1, 2], events: [1, 1] }), Number.POSITIVE_INFINITY)],
    ['a mean that is none', () => stats.welchTest({ n: 5, mean: Number.NaN, variance: 1 }, { n: 5, mean: 1, variance: 1 })],
    ['nobody in a group', () => stats.studentTest({ n: 0, mean: 1, variance: 1 }, { n: 5, mean: 1, variance: 1 })],
    ['bounds of looks', () => stats.chanceToStop([2.5, Number.NaN])],
    ['no looks', () => stats.chanceToStop([])],
    ['a table without rows', () => stats.fisherExactTest([] as never)],
    [
      'a table of billions',
      () =>
        stats.fisherExactTest([
          [1e9, 1e9],
          [1e9, 1e9],
        ]),
    ],
    ['counts below 0', () => stats.goodnessOfFit([-5, 25], [0.5, 0.5])],
    ['endless groups', () => stats.compareBeliefs({ successes: 1, n: Number.POSITIVE_INFINITY }, { successes: 1, n: 2 })],
    ['a last day that is none', () => stats.summarisePurchases({ customers: [1], days: [1], values: [1] }, Number.NaN)],
    ['a scale that is none', () => stats.forecastAccuracy([1, 2], [1, 2], Number.NaN)],
    ['a running difference that is none', () => stats.alwaysValidPValues([{ difference: Number.NaN, n: 5, variance: 1 }], 1)],
    ['endless cases', () => stats.alwaysValidInterval({ difference: 0, n: Number.POSITIVE_INFINITY, variance: 1 }, 1)],
    [
      'a constant series',
      () =>
        stats.partialAutocorrelation(
          fixed(20, () => 3),
          2,
        ),
    ],
  ] as const)('refuses %s', (name, ask) => {
    expect(refusal(name, ask)).toMatch(/\w/);
  });

  it('knows the far ends of distributions', () => {
    expect(stats.chiSquareAbove(Number.POSITIVE_INFINITY, 2)).toBe(0);
    expect(stats.pValueAfterLooks(1e-300, 5)).toBeLessThan(1e-298);
  });

  it('holds a million levels', () => {
    const million = Float64Array.from({ length: 1_000_000 }, (_, i) => (i * 7919) % 1_000_003);
    expect(stats.quantile(million, 0.5)).toBeGreaterThan(400_000);
    expect(stats.kaplanMeier({ durations: million.subarray(0, 200_000), events: new Float64Array(200_000).fill(1) }).times.length).toBe(
      200_000,
    );
    expect(stats.mannWhitneyTest(million.subarray(0, 100_000), million.subarray(100_000, 200_000)).pValue).toBeGreaterThan(0);
  });
});
