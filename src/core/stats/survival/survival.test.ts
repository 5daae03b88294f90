import { describe, expect, it } from 'vitest';
import { seededRandom } from '../random.ts';
import { ordinaryLeastSquares } from '../regression/ordinary-least-squares.ts';
import { fitAcceleratedFailure } from './accelerated-failure.ts';
import { fitCox } from './cox-model.ts';
import { kaplanMeier, restrictedMean, survivalAt, survivalQuantile } from './kaplan-meier.ts';
import { compareSurvival } from './log-rank.ts';
import { retentionCurve } from './retention-curve.ts';
import { fitWeibull } from './weibull.ts';

// Leukaemia (Miller 1981), R's survival::aml; figures by statsmodels 0.15.0.
const maintained = { durations: [9, 13, 13, 18, 23, 28, 31, 34, 45, 48, 161], events: [1, 1, 0, 1, 1, 0, 1, 1, 0, 1, 0] };
const others = { durations: [5, 5, 8, 8, 12, 16, 23, 27, 30, 33, 43, 45], events: [1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1, 1] };

const both = { durations: [...maintained.durations, ...others.durations], events: [...maintained.events, ...others.events] };
const arm = both.durations.map((_, index) => (index < 11 ? 1 : 0));

// R's survival::ovarian; figures by R 4.2.2 with survival 3.5.
const futime = [
  59, 115, 156, 421, 431, 448, 464, 475, 477, 563, 638, 744, 769, 770, 803, 855, 1040, 1106, 1129, 1206, 1227, 268, 329, 353, 365, 377,
];
const died = [1, 1, 1, 0, 1, 0, 1, 1, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 0];
const age = [
  72.3315, 74.4932, 66.4658, 53.3644, 50.3397, 56.4301, 56.937, 59.8548, 64.1753, 55.1781, 56.7562, 50.1096, 59.6301, 57.0521, 39.2712,
  43.1233, 38.8932, 44.6, 53.9068, 44.2055, 59.589, 74.5041, 43.137, 63.2192, 64.4247, 58.3096,
];
const treatment = [1, 1, 1, 2, 1, 1, 2, 2, 1, 2, 1, 2, 2, 2, 1, 1, 1, 1, 2, 2, 2, 1, 1, 2, 2, 2];
const residual = [2, 2, 2, 2, 2, 1, 2, 2, 2, 1, 1, 1, 2, 2, 1, 1, 2, 1, 1, 2, 1, 2, 2, 1, 2, 1];

describe('survival', () => {
  it('gives the published figures of the leukaemia data', () => {
    const curve = kaplanMeier(maintained);
    expect(survivalAt(curve, 23)).toMatchObject({
      survival: expect.closeTo(0.6136363636, 9),
      standardError: expect.closeTo(0.152632331, 9),
    });
    expect(survivalQuantile(curve)).toEqual({ time: 31, low: 13, high: null });
    expect(survivalQuantile(kaplanMeier(others))).toEqual({ time: 23, low: 5, high: 33 });
    expect(compareSurvival([maintained, others])).toMatchObject({
      chiSquare: expect.closeTo(3.396388699, 8),
      pValue: expect.closeTo(0.0653393, 6),
    });
  });

  it('stays a number where nobody is left, and where everybody goes at once', () => {
    const last = survivalAt(kaplanMeier(others), 45);
    const before = survivalAt(kaplanMeier(others), 44);
    expect(last).toEqual({ survival: 0, standardError: 0, low: 0, high: before.high });
    expect(survivalAt(kaplanMeier({ durations: [2, 2], events: [1, 1] }), 3)).toEqual({ survival: 0, standardError: 0, low: 0, high: 1 });
    expect(restrictedMean(kaplanMeier(others), 45)).toMatchObject({ mean: expect.closeTo(22.7083333, 6) });
  });

  it('takes a weight of 2 as the case twice, and of 0 as none', () => {
    const doubled = kaplanMeier({ durations: [1, 1, 2, 3], events: [1, 1, 0, 1] });
    const weighted = kaplanMeier({ durations: [1, 2, 3, 9], events: [1, 0, 1, 1], weights: [2, 1, 1, 0] });
    expect(weighted).toEqual(doubled);
  });

  it('climbs to the same peak by Cox and by log-rank, and reads the sign', () => {
    const cox = fitCox(both, { arm });
    expect(cox.ties).toBe('efron');
    expect(cox.effects[0]?.hazardRatio).toBeLessThan(1);
    const strata = both.durations.map((_, index) => index % 2);
    expect(fitCox(both, { arm }, { strata }).logLikelihood).toBeGreaterThan(cox.logLikelihood);
  });

  it('fits exponential growth of the same shape by Weibull and its regression', () => {
    const plain = fitWeibull(both);
    const model = fitAcceleratedFailure('weibull', both, { arm });
    expect(model.logLikelihood).toBeGreaterThan(plain.logLikelihood);
    expect(model.effects[0]?.timeRatio).toBeGreaterThan(1);
    for (const distribution of ['log-normal', 'log-logistic'] as const)
      expect(fitAcceleratedFailure(distribution, both, { arm }).effects[0]?.timeRatio).toBeGreaterThan(1);
  });

  it('is as sure of log-normal durations that all ended as least squares of their logarithms', () => {
    const { durations } = both;
    const model = fitAcceleratedFailure('log-normal', { durations, events: durations.map(() => 1) }, { arm });
    const line = ordinaryLeastSquares(durations.map(Math.log), [{ name: 'arm', values: arm }]);
    const [, slope] = line.coefficients;
    expect(Math.log(model.effects[0]?.interval.low ?? 0)).toBeCloseTo(slope?.low ?? 0, 6);
    expect(Math.log(model.effects[0]?.interval.high ?? 0)).toBeCloseTo(slope?.high ?? 0, 6);
    expect(model.effects[0]?.pValue).toBeCloseTo(slope?.pValue ?? 0, 6);
    // Squares ÷ χ² of 21 degrees of freedom at 97.5 %, 35.4789 by the tables.
    const squares = durations.length * model.scale.estimate ** 2;
    expect(model.scale.interval.low).toBeCloseTo(Math.sqrt(squares / 35.4789), 4);
  });

  it('fits durations far from the unit and the spread at which the search begins', () => {
    const durations = Array.from({ length: 60 }, (_, i) => Math.exp(8 + 0.1 * Math.log(-Math.log((i + 0.5) / 60))));
    const model = fitWeibull({ durations, events: durations.map(() => 1) });
    expect(model.rho).toBeCloseTo(10.3, 0);
    expect(Math.log(model.lambda)).toBeCloseTo(8, 2);
  });

  it('compares within strata only, in effects, concordance and curves', () => {
    // coxph(Surv(futime, fustat) ~ age + strata(rx)) and survdiff(Surv(futime, fustat) ~ rx + strata(resid.ds)).
    const strata = treatment;
    const model = fitCox({ durations: futime, events: died }, { age }, { strata });
    expect(model.effects[0]).toMatchObject({
      coefficient: expect.closeTo(0.1373517193, 9),
      standardError: expect.closeTo(0.0474070294, 9),
    });
    expect(model.concordance).toBeCloseTo(0.80952380952, 10);
    expect(() => fitCox({ durations: futime, events: died }, { age, rx: strata }, { strata })).toThrow('"rx" is the same for all cases');
    const arms = [1, 2].map((each) => {
      const of = (column: readonly number[]) => column.filter((_, i) => treatment[i] === each);
      return { group: { durations: of(futime), events: of(died) }, strata: of(residual) };
    });
    const compared = compareSurvival(
      arms.map(({ group }) => group),
      'log-rank',
      arms.map((arm) => arm.strata),
    );
    expect(compared.chiSquare).toBeCloseTo(1.2796434512034, 9);
    expect(compared.groups[0]?.expected).toBeCloseTo(5.0951964702, 8);
  });

  it('tells effects without a bound from large ones', () => {
    const random = seededRandom(4);
    const cases = Array.from({ length: 2000 }, (_, i) => ({
      x: (i - 1000) / 577,
      isRare: i === 3 || i === 77,
      noise: random.exponential(),
    }));
    const durations = cases.map(({ x, noise }) => Math.exp(0.02 * Math.log(noise) - x));
    const events = cases.map(({ isRare }) => (isRare ? 0 : 1));
    const [x, rare] = [cases.map((each) => each.x), cases.map(({ isRare }) => (isRare ? 1 : 0))];
    expect(fitCox({ durations, events }, { x }).effects[0]?.hazardRatio).toBeGreaterThan(1e19);
    expect(() => fitCox({ durations, events }, { x, rare })).toThrow('the effect of "rare" has no bound');
    expect(() => fitAcceleratedFailure('log-normal', { durations, events }, { x, rare })).toThrow('"rare" has no bound');
  });

  it('names what it cannot use', () => {
    expect(() => kaplanMeier({ durations: [], events: [] })).toThrow('"durations" has 0 values');
    expect(() => kaplanMeier({ durations: [1, Number.NaN], events: [1, 1] })).toThrow('position 1');
    expect(() => kaplanMeier({ durations: [1, -2], events: [1, 1] })).toThrow('from 0');
    expect(() => fitCox(both, { flat: arm.map(() => 3) })).toThrow('"flat" is constant');
    expect(() => fitCox(both, { arm, twice: arm.map((each) => 2 * each + 1) })).toThrow('"twice" follows from arm');
    expect(() => fitCox({ durations: [1, 2, 3, 4, 5, 6], events: [1, 1, 1, 1, 1, 1] }, { early: [1, 1, 1, 0, 0, 0] })).toThrow(
      'separates early',
    );
    expect(() => compareSurvival([maintained])).toThrow('at least 2 groups');
    expect(() => fitWeibull({ durations: [0, 1], events: [1, 1] })).toThrow('above 0');
  });

  it('counts a period of retention only in cohorts that reached it', () => {
    expect(
      retentionCurve([
        [10, 5, 4],
        [10, 7],
      ]).map(({ n, share }) => [n, share]),
    ).toEqual([
      [20, 1],
      [20, 0.6],
      [10, 0.4],
    ]);
  });
});
