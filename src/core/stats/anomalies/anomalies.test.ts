import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../random.ts';
import { anomalyStream } from './anomaly-stream.ts';
import { cusumChart } from './cusum-chart.ts';
import { ewmaChart } from './ewma-chart.ts';
import { generalisedEsd } from './generalised-esd.ts';
import { medianOutliers } from './median-outliers.ts';
import { seasonalAnomalies } from './seasonal-anomalies.ts';
import { tukeyOutliers } from './tukey-outliers.ts';

// Rosner 1983, as in the NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.5.17.3.
const rosner = [
  -0.25, 0.68, 0.94, 1.15, 1.2, 1.26, 1.26, 1.34, 1.38, 1.43, 1.49, 1.49, 1.55, 1.56, 1.58, 1.65, 1.69, 1.7, 1.76, 1.77, 1.81, 1.91, 1.94,
  1.96, 1.99, 2.06, 2.09, 2.1, 2.14, 2.15, 2.23, 2.24, 2.26, 2.35, 2.37, 2.4, 2.47, 2.54, 2.62, 2.64, 2.9, 2.92, 2.92, 2.93, 3.21, 3.26,
  3.3, 3.59, 3.68, 4.3, 4.64, 5.34, 5.42, 6.01,
];

describe('outliers', () => {
  it('are the three of Rosner, none hidden by the other', () => {
    const found = generalisedEsd(rosner, { most: 10 });
    expect(found.outliers.map(({ value }) => value)).toEqual([6.01, 5.42, 5.34]);
    const [first, second, third] = found.steps;
    expect(first).toMatchObject({ statistic: expect.closeTo(3.1189, 3), critical: expect.closeTo(3.1588, 3) });
    expect(second).toMatchObject({ statistic: expect.closeTo(2.942, 2), critical: expect.closeTo(3.151, 3) });
    expect(third).toMatchObject({ statistic: expect.closeTo(3.179, 3), critical: expect.closeTo(3.144, 2) });
  });

  it('lie beyond 3.5 of the median distance, or of the mean one where most are equal', () => {
    expect(medianOutliers([2.1, 2.6, 2.4, 2.5, 2.3, 2.1, 2.3, 2.6, 8.2, 8.3])).toEqual([
      expect.objectContaining({ index: 8, direction: 'above', score: expect.closeTo(0.6745 * (5.75 / 0.15), 1) }),
      expect.objectContaining({ index: 9 }),
    ]);
    expect(medianOutliers([1, 1, 1, 1, 1, 1, 9]).map(({ index }) => index)).toEqual([6]);
    // ClickHouse's documentation of seriesOutliersDetectTukey.
    const series = [-3, 2, 15, 3, 5, 6, 4, 5, 12, 45, 12, 3, 3, 4, 5, 6];
    expect(tukeyOutliers(series, { definition: 'hazen' })).toEqual({
      fences: { low: -6, high: 18 },
      outliers: [{ index: 9, value: 45, direction: 'above', beyond: 27 }],
    });
    expect(medianOutliers([3, 3, 3])).toEqual([]);
    expect(() => medianOutliers([1, Number.NaN, 2])).toThrow('NaN at position 1');
    expect(() => generalisedEsd([1, 2, 3], { most: 3 })).toThrow('from 1 to 1');
  });
});

describe('control charts', () => {
  it('give the EWMA of the NIST handbook', () => {
    const values = [52, 47, 53, 49.3, 50.1, 47, 51, 50.1, 51.2, 50.5, 49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1];
    const chart = ewmaChart(values, { mean: 50, standardDeviation: 2.0539 }, { weight: 0.3, width: 3, hasSteadyLimits: true });
    const published = [
      50.6, 49.52, 50.56, 50.18, 50.16, 49.21, 49.75, 49.85, 50.26, 50.33, 50.11, 49.36, 49.52, 50.05, 49.38, 49.92, 50.73, 51.23, 51.94,
      51.99,
    ];
    published.forEach((value, i) => {
      expect(Math.abs((chart.averages[i] ?? 0) - value)).toBeLessThan(0.0051);
    });
    expect([chart.low[0], chart.high[0]]).toEqual([expect.closeTo(47.4115, 3), expect.closeTo(52.5884, 3)]);
    expect(chart.alarms).toEqual([]);
  });

  it('give the cumulative sums of the NIST handbook', () => {
    const values = [
      324.925, 324.675, 324.725, 324.35, 325.35, 325.225, 324.125, 324.525, 325.225, 324.6, 324.625, 325.15, 328.325, 327.25, 327.825,
      328.5, 326.675, 327.775, 326.875, 328.35,
    ];
    const chart = cusumChart(values, { mean: 325, standardDeviation: 1 }, { slack: 0.3175, limit: 4.1959 });
    expect([...chart.above.slice(12)]).toEqual(
      [3.0075, 4.94, 7.4475, 10.63, 11.9875, 14.445, 16.0025, 19.035].map((sum) => expect.closeTo(sum, 9)),
    );
    expect(chart.alarms).toEqual([{ index: 13, direction: 'above', since: 12 }]);
    expect(() => cusumChart([1, 1, 1], 2)).toThrow('all the same');
  });
});

describe('anomalies of a season', () => {
  const random = seededRandom(32);
  const counts = Array.from({ length: 140 }, (_, day) => random.poisson(day % 7 < 5 ? 120 : 40));

  it('are found where they were planted, with place and side', () => {
    const planted: (number | null)[] = counts.map((count, day) => (day === 75 ? 0 : day === 110 ? count * 2 : count));
    planted[40] = null;
    const found = seasonalAnomalies(planted, { period: 7, kind: 'count' });
    expect(found.anomalies.map(({ index, direction }) => [index, direction])).toEqual([
      [75, 'below'],
      [110, 'above'],
    ]);
    expect(found).toMatchObject({ gaps: 1, judged: 139, tooSmall: 0 });
    expect(found.anomalies[1]).toMatchObject({ phase: 5, event: null });
    const esd = seasonalAnomalies(planted, { period: 7, kind: 'count', method: 'esd' });
    expect(esd.anomalies.map(({ index }) => index)).toEqual(expect.arrayContaining([75, 110]));
  });

  it('are named after a known event and not asked of small volumes', () => {
    const planted = counts.map((count, day) => (day >= 60 && day < 63 ? count * 3 : count));
    const events = [{ name: 'campaign', from: 60, until: 62 }];
    const found = seasonalAnomalies(planted, { period: 7, kind: 'count', events });
    expect(found.anomalies.map(({ event }) => event)).toEqual(['campaign', 'campaign', 'campaign']);
    const small = seasonalAnomalies(planted, { period: 7, kind: 'count', events, leastVolume: 80 });
    expect(small.anomalies.every(({ phase }) => (phase ?? 9) < 5)).toBe(true);
    expect(small.tooSmall).toBe(40);
  });

  it('are none in values that do not vary, and are refused where they cannot be told', () => {
    expect(seasonalAnomalies([4, 4, 4, 4, 4, 4]).anomalies).toEqual([]);
    expect(() => seasonalAnomalies([1, -2, 3, 4, 5], { kind: 'count' })).toThrow('counts are from 0');
    expect(() => seasonalAnomalies([1, null, null, null, 5])).toThrow('2 known values');
    expect(() => seasonalAnomalies([1, 2, 3, 4, 5], { events: [{ name: 'sale', from: 3, until: 2 }] })).toThrow('ends before');
  });
});

describe('a running series', () => {
  const random = seededRandom(17);
  const day = 48;
  const usual = (step: number) => 100 + 40 * Math.sin((2 * Math.PI * step) / day) + 4 * random.normal();
  const values = Array.from({ length: 20 * day }, (_, step) => (step === 700 ? 260 : step >= 850 && step < 880 ? 60 : usual(step)));

  it('calls once for a spike and once for a day that does not come, and knows the season', () => {
    const stream = anomalyStream({ periods: [day, 7 * day] });
    const verdicts = values.map((value, step) => stream.next(value, step));
    const calls = verdicts.flatMap(({ news }, step) => (news > 2 && step >= 4 * day ? [step] : []));
    expect(calls[0]).toBe(700);
    expect(calls.filter((step) => step > 700).every((step) => step >= 850 && step < 880)).toBe(true);
    expect(calls.length).toBeGreaterThan(1);
    expect(calls.length).toBeLessThan(6);
    expect(verdicts[701]?.period).toBe(day);
    expect(verdicts[700]).toMatchObject({ direction: 'above', halfLife: 0 });
  });

  it('judges a value by earlier ones only, and passes over gaps', () => {
    const ofFirst = (count: number) => {
      const stream = anomalyStream({ periods: [day] });
      return values.slice(0, count).map((value, step) => stream.next(step % 50 === 7 ? null : value, step));
    };
    expect(ofFirst(600)).toEqual(ofFirst(900).slice(0, 600));
    expect(ofFirst(100)[57]).toMatchObject({ surprise: null, news: 0 });
  });

  it('refuses what cannot be and survives what does not vary', () => {
    expect(() => anomalyStream({ periods: [] })).toThrow('not none');
    expect(() => anomalyStream({ periods: [7, 7] })).toThrow('shortest first');
    const stream = anomalyStream({ periods: [4] });
    expect(() => stream.next(Number.NaN, 0)).toThrow('null where it is missing');
    fc.assert(
      fc.property(fc.array(fc.constantFrom(0, 0, 0, 1e-300, 1e300, 5), { minLength: 1, maxLength: 60 }), (series) => {
        const each = anomalyStream({ periods: [3, 6] });
        for (const [step, value] of series.entries()) {
          const { news, chance } = each.next(value, step);
          expect(Number.isFinite(news) && (chance === null || (chance >= 0 && chance <= 1))).toBe(true);
        }
      }),
    );
  });
});
