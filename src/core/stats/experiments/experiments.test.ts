import { describe, expect, it } from 'vitest';
import { seededRandom } from '../random.ts';
import { summaryOf } from '../tests/compare-means.ts';
import { compareBeliefs } from './bayesian-proportions.ts';
import { cuped } from './cuped.ts';
import { gaussLegendre } from './gauss-legendre.ts';
import { chanceToStop, stoppingBounds } from './group-sequential.ts';
import { falseAlarmsOfLooks, pValueAfterLooks } from './peeking.ts';
import { sampleRatioCheck } from './sample-ratio.ts';
import { sampleSizeOfMeans, sampleSizeOfProportions } from './sample-size.ts';
import { alwaysValidInterval, alwaysValidPValues, logMixtureRatio } from './sequential-test.ts';
import { stratifiedDifference } from './stratified-difference.ts';

describe('sample sizes', () => {
  it('are those of statsmodels 0.15', () => {
    expect(sampleSizeOfProportions(0.1, 0.12)).toBeCloseTo(3840.847482436276, 6);
    expect(sampleSizeOfProportions(0.1, 0.12, {}, 'unpooled')).toBeCloseTo(3838.1021900967085, 6);
    expect(sampleSizeOfProportions(0.1, 0.12, {}, 'arcsine')).toBeCloseTo(3834.595739884031, 6);
    expect(sampleSizeOfProportions(0.05, 0.055, { power: 0.9 })).toBeCloseTo(41812.212948887565, 5);
    expect(sampleSizeOfMeans(0.2)).toBeCloseTo(393.4056930002526, 4);
    expect(sampleSizeOfMeans(-0.8)).toBeCloseTo(25.524571854446116, 4);
  });

  it('refuse an effect of nothing and chances that are none', () => {
    expect(() => sampleSizeOfProportions(0.2, 0.2)).toThrow('equal');
    expect(() => sampleSizeOfProportions(0, 0.2)).toThrow('above 0');
    expect(() => sampleSizeOfMeans(0)).toThrow('other than 0');
    expect(() => sampleSizeOfMeans(0.2, { power: 1 })).toThrow('power');
  });
});

describe('looks at a running test', () => {
  it('stop at the bounds of Jennison and Turnbull', () => {
    expect(stoppingBounds(2, 'pocock')[0]).toBeCloseTo(2.1783, 3);
    expect(stoppingBounds(5, 'pocock')[4]).toBeCloseTo(2.4132, 3);
    expect(stoppingBounds(4, 'obrien-fleming')[3]).toBeCloseTo(2.0243, 3);
    expect(stoppingBounds(5, 'obrien-fleming')[0]).toBeCloseTo(2.0401 * Math.sqrt(5), 2);
    expect(stoppingBounds(1, 'pocock')[0]).toBeCloseTo(1.959964, 5);
  });

  it('stop too often where each look is taken for the only one', () => {
    expect(chanceToStop([1.96, 1.96, 1.96, 1.96, 1.96])).toBeCloseTo(0.142, 3);
  });

  it('are answered for by a p-value that grows with them', () => {
    // Armitage, McPherson and Rowe 1969, table 2: 5, 10 and 50 looks at 5 %.
    expect([5, 10, 50].map((looks) => falseAlarmsOfLooks(looks))).toEqual([0.142, 0.193, 0.32].map((share) => expect.closeTo(share, 3)));
    expect(pValueAfterLooks(0.0158, 5)).toBeCloseTo(0.05, 3);
    expect(pValueAfterLooks(0.03, 1)).toBeCloseTo(0.03, 12);
    expect(() => falseAlarmsOfLooks(0)).toThrow('from 1 to 200');
  });

  it('have an interval just where the ratio refuses', () => {
    const seen = { difference: 0.05, n: 20_000, variance: 1 };
    const { low, high } = alwaysValidInterval(seen, 0.001);
    for (const end of [low, high])
      expect(logMixtureRatio({ ...seen, difference: seen.difference - end }, 0.001)).toBeCloseTo(Math.log(20), 9);
  });

  it('may be taken after every case with an always valid p', () => {
    expect(logMixtureRatio({ difference: 0.05, n: 20_000, variance: 1 }, 0.001)).toBeCloseTo(22.287262590662102, 9);
    expect(logMixtureRatio({ difference: 0.1, n: 500, variance: 2 }, 0.01)).toBeCloseTo(0.266475658609459, 9);
    const random = seededRandom(8);
    let alarms = 0;
    for (let test = 0; test < 200; test++) {
      let sum = 0;
      const course = Array.from({ length: 300 }, (_, i) => {
        sum += random.normal() * Math.SQRT2;
        return { difference: sum / (i + 1), n: i + 1, variance: 2 };
      });
      if (Math.min(...alwaysValidPValues(course, 0.02)) < 0.05) alarms++;
    }
    expect(alarms / 200).toBeLessThan(0.08);
  });
});

describe('beliefs', () => {
  it('are those of the quadrature of the reference for Cookie Cats', () => {
    const retention = compareBeliefs({ successes: 20119, n: 45489 }, { successes: 20034, n: 44700 });
    expect(retention.chanceFirstIsLarger).toBeCloseTo(0.03720602517538205, 8);
    // R 4.2.2 and SciPy 1.10.1 by adaptive quadrature, the second with Jeffreys' prior.
    const rare = compareBeliefs({ successes: 0, n: 30 }, { successes: 9, n: 30 }).chanceFirstIsLarger;
    expect(rare / 0.000412505625390259).toBeCloseTo(1, 9);
    expect(compareBeliefs({ successes: 0, n: 10 }, { successes: 0, n: 20 }, [0.5, 0.5]).chanceFirstIsLarger).toBeCloseTo(
      0.6062922773317914,
      12,
    );
    expect(compareBeliefs({ successes: 3, n: 10 }, { successes: 3, n: 10 }).chanceFirstIsLarger).toBeCloseTo(0.5, 9);
    expect(compareBeliefs({ successes: 0, n: 0 }, { successes: 0, n: 0 }).first).toEqual({
      low: expect.closeTo(0.025, 9),
      high: expect.closeTo(0.975, 9),
    });
    expect(() => compareBeliefs({ successes: 3, n: 2 }, { successes: 0, n: 1 })).toThrow('cannot be');
  });
});

describe('arms', () => {
  it('of the wrong size are told', () => {
    // Cookie Cats; scipy 1.17.1.
    expect(sampleRatioCheck([44_700, 45_489])).toMatchObject({ pValue: expect.closeTo(0.008607987810836, 12), isMismatch: false });
    expect(sampleRatioCheck([821_588, 815_482]).isMismatch).toBe(true);
    expect(sampleRatioCheck([300, 100], [3, 1])).toMatchObject({ chiSquare: 0, expected: [300, 100] });
    expect(() => sampleRatioCheck([1, -1])).toThrow('arm 2 has -1');
  });

  it('are compared within strata, which takes away what the strata explain', () => {
    const strata = [
      { first: summaryOf([1, 2, 3, 4]), second: summaryOf([1, 2, 2, 3]) },
      { first: summaryOf([11, 12, 13, 14]), second: summaryOf([11, 12, 12, 13]) },
    ];
    const found = stratifiedDifference(strata);
    // By hand: ½ · (5/3 + 2/3) ÷ 4 over two strata of equal weight.
    expect(found).toMatchObject({ difference: 0.5, standardError: expect.closeTo(Math.sqrt(7 / 24), 12), n: [8, 8] });
    expect(found.gain).toBeGreaterThan(0.9);
    expect(() => stratifiedDifference([{ first: summaryOf([1, 2]), second: { n: 1, mean: 0, variance: 0 } }])).toThrow(
      'stratum 1 has 2 and 1',
    );
  });
});

describe('what was known before', () => {
  it('narrows a comparison by as much as it explains, and says when that is nothing', () => {
    const random = seededRandom(3);
    const group = (effect: number, weight: number) => {
      const before = Array.from({ length: 400 }, () => random.normal());
      return { before, after: before.map((known) => effect + weight * known + random.normal()) };
    };
    const [a, b] = [group(0.2, 2), group(0, 2)];
    const found = cuped(a.after, a.before, b.after, b.before);
    expect(found.gain).toBeGreaterThan(0.7);
    expect(found.adjusted.high - found.adjusted.low).toBeLessThan(0.6 * (found.plain.high - found.plain.low));
    expect(found.adjusted.low).toBeLessThan(0.2);
    expect(found.adjusted.high).toBeGreaterThan(0.2);
    const [c, d] = [group(0, 0), group(0, 0)];
    expect(cuped(c.after, c.before, d.after, d.before).gain).toBeLessThan(0.02);
    expect(() => cuped([1, 2], [3, 3], [1, 4], [3, 3])).toThrow('explains nothing');
  });
});

it('integrates what it can exactly', () => {
  expect(gaussLegendre((x) => x ** 10, 0, 1)).toBeCloseTo(1 / 11, 14);
});
