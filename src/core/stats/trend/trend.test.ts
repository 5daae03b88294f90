import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../random.ts';
import { bayesianChangePoints } from './bayesian-change-points.ts';
import { changePoint } from './change-point.ts';
import { changePoints } from './change-points.ts';
import { mannKendall } from './mann-kendall.ts';
import { segmentCosts } from './segment-cost.ts';
import { theilSen } from './theil-sen.ts';

// Annual flow of the Nile at Aswan 1871–1970, 10⁸ m³; Cobb 1978, R's datasets::Nile.
const nile = [
  1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960, 1180, 799, 958, 1140, 1100, 1210, 1150, 1250,
  1260, 1220, 1030, 1100, 774, 840, 874, 694, 940, 833, 701, 916, 692, 1020, 1050, 969, 831, 726, 456, 824, 702, 1120, 1100, 832, 764, 821,
  768, 845, 864, 862, 698, 845, 744, 796, 1040, 759, 781, 865, 845, 944, 984, 897, 822, 1010, 771, 676, 649, 846, 812, 742, 801, 1040, 860,
  874, 848, 890, 744, 749, 838, 1050, 918, 986, 797, 923, 975, 815, 1020, 906, 901, 1170, 912, 746, 919, 718, 714, 740,
];
const noise = (n: number, seed: number) => {
  const random = seededRandom(seed);
  return Float64Array.from({ length: n }, () => random.normal());
};

describe('a trend', () => {
  it('has the slope and interval of Sen 1968', () => {
    const x = [1, 2, 3, 4, 10, 12, 18];
    const y = [9, 15, 19, 20, 45, 55, 78];
    const found = theilSen(y, x, 0.93);
    expect(found).toMatchObject({ slope: 4, intercept: 4, n: 7, pairs: 21 });
    expect(found.interval).toEqual({ low: expect.closeTo(3.71, 2), high: expect.closeTo(4.38, 2) });
  });

  it('is the same by listing the slopes and by counting them', () => {
    const random = seededRandom(4);
    const x = Float64Array.from({ length: 1200 }, () => random.below(300));
    const y = x.map((value) => 0.3 * value + random.below(40) + random.next());
    const [few, many] = [theilSen(y.subarray(0, 1000), x.subarray(0, 1000)), theilSen(y, x)];
    const slopes = Array.from(x)
      .flatMap((at, i) => Array.from(x.subarray(i + 1), (other, j) => ((y[i + 1 + j] ?? 0) - (y[i] ?? 0)) / (other - at)))
      .filter(Number.isFinite)
      .sort((a, b) => a - b);
    expect(many.pairs).toBe(slopes.length);
    expect(many.slope).toBeCloseTo(
      ((slopes[Math.ceil(slopes.length / 2) - 1] ?? 0) + (slopes[Math.floor(slopes.length / 2)] ?? 0)) / 2,
      10,
    );
    expect(few.slope).toBeCloseTo(0.3, 1);
  });

  it('is judged with ties, seasons and neighbours alike', () => {
    // By hand: pairs up 8, down 1, one tie of two: S = 7; variance (5·4·15 − 2·1·9) ÷ 18.
    expect(mannKendall([1, 3, 2, 4, 4])).toMatchObject({ s: 7, variance: expect.closeTo(282 / 18, 12), direction: 'up' });
    const plain = mannKendall(nile);
    const each = nile.flatMap((value, i) => nile.slice(i + 1).map((later) => Math.sign(later - value)));
    expect(plain).toMatchObject({ s: each.reduce((sum, sign) => sum + sign, 0), direction: 'down' });
    for (const correction of ['pre-whitening', 'hamed-rao', 'yue-wang'] as const)
      expect(Math.abs(mannKendall(nile, { correction }).z)).toBeLessThan(Math.abs(plain.z));
    const seasonal = Array.from({ length: 48 }, (_, i) => 100 * Math.sin((i * Math.PI) / 6) + Math.floor(i / 12));
    expect(mannKendall(seasonal, { period: 12 })).toMatchObject({ s: 72, direction: 'up' });
  });

  it('refuses what it cannot tell', () => {
    expect(() => theilSen([1, 2], [3, 3])).toThrow('"x" is 3 in every case');
    expect(() => theilSen([1])).toThrow('needs at least 2');
    expect(() => mannKendall([2, 2, 2, 2])).toThrow('all the same');
    expect(() => mannKendall([2, 2, 2])).toThrow('needs at least 4');
    expect(() => mannKendall([1, 4, 2, 3, 6], { correction: 'pre-whitening' })).toThrow('needs 20 values');
    expect(() => mannKendall([1, 2, Number.NaN, 4])).toThrow('NaN at position 2');
  });
});

describe('one change', () => {
  it('is the dam of the Nile after 1898', () => {
    const found = changePoint(nile, { seed: 1 });
    expect(found).toMatchObject({ at: 28, pValue: 0.001, before: { n: 28 }, after: { n: 72 } });
    expect(found.before.mean).toBeCloseTo(1097.75, 9);
    expect(found.difference).toBeCloseTo(849.9722222 - 1097.75, 6);
    expect(found.when.low).toBeGreaterThanOrEqual(24);
    expect(found.when.high).toBeLessThanOrEqual(33);
    expect(found.size.low).toBeLessThan(found.difference);
    expect(found.size.high).toBeLessThan(-170);
  });

  it('is found where it was planted and not where nothing changed', () => {
    const planted = noise(300, 11).map((value, i) => value + (i >= 200 ? 1.5 : 0));
    const found = changePoint(planted, { seed: 2, permutations: 199 });
    expect(Math.abs(found.at - 200)).toBeLessThan(8);
    expect(found.when.low <= 200 && found.when.high >= 200).toBe(true);
    expect(found.size.low < 1.5 && found.size.high > 1.5).toBe(true);
    expect(changePoint(noise(300, 12), { seed: 2, permutations: 199 }).pValue).toBeGreaterThan(0.05);
    expect(() => changePoint([3, 3, 3, 3], { seed: 1 })).toThrow('all the same');
  });
});

describe('several changes', () => {
  it('are those of the Nile and of planted levels', () => {
    expect(changePoints(nile).changes).toEqual([28]);
    expect(changePoints(nile, { model: 'mean-variance' }).changes).toEqual([28]);
    const random = seededRandom(5);
    const counts = Float64Array.from({ length: 400 }, (_, i) => random.poisson(i < 100 ? 5 : i < 250 ? 12 : 6));
    const found = changePoints(counts, { model: 'poisson' }).changes;
    expect(found).toHaveLength(2);
    expect(Math.abs((found[0] ?? 0) - 100)).toBeLessThan(6);
    expect(Math.abs((found[1] ?? 0) - 250)).toBeLessThan(6);
  });

  it('cost no more than by trying every cut', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 6, maxLength: 11 }),
        fc.integer({ min: 1, max: 3 }),
        fc.constantFrom(1, 4, 9),
        (values, leastLength, penalty) => {
          const { cost } = segmentCosts(values, 'mean', 1);
          const least = (until: number): number => {
            let best = until === 0 ? -penalty : Number.POSITIVE_INFINITY;
            for (let from = 0; from + leastLength <= until; from++) best = Math.min(best, least(from) + cost(from, until) + penalty);
            return best;
          };
          expect(changePoints(values, { leastLength, penalty, variance: 1 }).cost).toBeCloseTo(least(values.length), 8);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('are seen as they come', () => {
    const values = noise(400, 21).map((value, i) => value * (i >= 250 ? 3 : 1) + (i >= 120 ? 4 : 0));
    const found = bayesianChangePoints(values);
    expect(found.changes[0]).toMatchObject({ at: expect.closeTo(120, -1) });
    expect((found.changes[0]?.seenAt ?? 400) - 120).toBeLessThan(10);
    expect(found.changes.some(({ at }) => Math.abs(at - 250) < 20)).toBe(true);
    expect(bayesianChangePoints(noise(400, 22)).changes).toEqual([]);
    const later = values.map((value, i) => (i < 300 ? value : 99));
    const prior = { mean: 0, weight: 0.1, variance: 1, shape: 1 };
    expect(bayesianChangePoints(later, { prior }).likeliest.slice(0, 300)).toEqual(
      bayesianChangePoints(values, { prior }).likeliest.slice(0, 300),
    );
  });

  it('refuse what cannot be', () => {
    expect(() => changePoints([1, 2.5], { model: 'poisson' })).toThrow('whole numbers');
    expect(() => changePoints([1, 1, 1])).toThrow('variance is above 0');
    expect(() => changePoints([1, 2, 3], { leastLength: 2 })).toThrow('too few');
    expect(() => bayesianChangePoints([1, 1, 1])).toThrow('hardly vary');
  });
});
