import { describe, expect, it } from 'vitest';
import { bgBbAlive, fitBgBb } from './bg-bb.ts';
import { bgNbdAlive, bgNbdCountChance, bgNbdExpected, fitBgNbd } from './bg-nbd.ts';
import { derivedChance, derivedEstimate } from './fit-positive.ts';
import { fitGammaGamma, gammaGammaExpected } from './gamma-gamma.ts';
import { paretoNbdAlive, paretoNbdExpectedOfNew } from './pareto-nbd.ts';
import { profileInterval } from './profile-interval.ts';
import { fitShiftedBetaGeometric, type ShiftedBetaGeometric, shiftedBetaGeometricSurvival } from './shifted-beta-geometric.ts';
import { summarisePurchases } from './summarise-purchases.ts';

// Fader, Hardie and Lee 2005: the published parameters of the CDNOW sample.
const cdnow = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };

describe('models of customer value', () => {
  it('give the published figures of BG/NBD', () => {
    const history = { repeats: 2, lastAt: 30.43, observedFor: 38.86 };
    expect(bgNbdExpected(cdnow, history, 39)).toBeCloseTo(1.226, 3);
    expect(bgNbdAlive(cdnow, history)).toBeCloseTo(0.7266, 3);
    expect(bgNbdCountChance(cdnow, 0, 39)).toBeCloseTo(0.5737864, 6);
  });

  it('stay finite at hundreds of purchases', () => {
    const parameters = { r: 0.5143, alpha: 2.8845, s: 0.2856, beta: 14.1087 };
    const alive = paretoNbdAlive(parameters, { repeats: 254, lastAt: 97.14286, observedFor: 97.28571 });
    expect(alive).toBeGreaterThan(0.9);
    expect(alive).toBeLessThanOrEqual(1);
    expect(Number.isFinite(bgNbdExpected(cdnow, { repeats: 254, lastAt: 97.1, observedFor: 97.3 }, 52))).toBe(true);
    // BTYD's manual.
    expect(paretoNbdExpectedOfNew({ r: 0.55, alpha: 10.56, s: 0.61, beta: 11.64 }, 9)).toBeCloseTo(0.38909211, 7);
  });

  it('fit the donations of Fader, Hardie and Shang 2010 by BG/BB', () => {
    const rows =
      '6 6 1203,5 6 728,4 6 512,3 6 357,2 6 234,1 6 129,5 5 335,4 5 284,3 5 225,2 5 173,1 5 119,4 4 240,3 4 181,2 4 155,1 4 78,3 3 322,2 3 255,1 3 129,2 2 613,1 2 277,1 1 1091,0 0 3464'
        .split(',')
        .map((row) => row.split(' ').map(Number));
    const column = (index: number) => rows.map((row) => row[index] ?? 0);
    const fit = fitBgBb({ purchases: column(0), lastOccasion: column(1), occasions: rows.map(() => 6), customers: column(2) });
    expect(fit.n).toBe(11_104);
    expect(fit.logLikelihood).toBeCloseTo(-33_225.6, 1);
    const { alpha, beta, gamma, delta } = fit.parameters;
    expect([alpha, beta, gamma, delta]).toEqual([1.204, 0.75, 0.657, 2.783].map((value) => expect.closeTo(value, 2)));
    expect(bgBbAlive(fit.parameters, { purchases: 0, lastOccasion: 0, occasions: 6 })).toBeLessThan(0.2);
  });

  it('fit renewals and spend, or say why not', () => {
    const cohort = [1000, 631, 468, 382, 326, 289, 262, 241];
    expect(fitShiftedBetaGeometric([cohort]).parameters).toMatchObject({
      alpha: expect.closeTo(0.70408, 4),
      beta: expect.closeTo(1.18204, 4),
    });
    expect(gammaGammaExpected({ p: 6.25, q: 3.74, gamma: 15.44 }, 2, 22.35)).toBeCloseTo(24.65, 1);
    expect(() => fitGammaGamma({ purchases: [1, 1, 1], meanValue: [1, 0, 2] })).toThrow('values above 0');
    expect(() => fitShiftedBetaGeometric([[5, 5]])).toThrow('no customer was lost');
    expect(() => fitBgNbd({ repeats: [0, 0], lastAt: [0, 0], observedFor: [3, 4] })).toThrow('no customer came back');
    expect(() => fitBgNbd({ repeats: [1, 0.5], lastAt: [1, 1], observedFor: [3, 4] })).toThrow('position 1');
  });

  it('tell how sure a chance and an expectation are', () => {
    const fit = fitShiftedBetaGeometric([[1000, 631, 468, 382, 326, 289, 262, 241]]);
    const lastYear = (parameters: ShiftedBetaGeometric) => shiftedBetaGeometricSurvival(parameters, 12)[12] ?? 0;
    const chance = derivedChance(fit, lastYear);
    expect(chance?.estimate).toBeCloseTo(lastYear(fit.parameters), 12);
    expect(chance?.low).toBeGreaterThan(0.1);
    expect(chance?.high).toBeLessThan(0.25);
    expect(chance?.standardError).toBeCloseTo(derivedEstimate(fit, lastYear)?.standardError ?? 0, 6);
    expect(derivedChance(fit, () => 1)).toEqual({ estimate: 1, standardError: 0, low: 1, high: 1 });
  });

  it('hold by profile likelihood what a likelihood ratio test does not reject', () => {
    // 40 exponential values of sum 80 and 30 of sum 15: rates ½ and 2, each told by its own values.
    const lost = (log: number, n: number, sum: number) => Math.exp(log) * sum - n * log;
    const objective = ([a = 0, b = 0]: Float64Array) => (lost(a, 40, 80) + lost(b, 30, 15)) / 70;
    const at = Float64Array.of(Math.log(0.5), Math.log(2));
    const fitted = { objective, n: 70, peak: { at, value: objective(at) }, logCovariance: Float64Array.of(1 / 40, 0, 0, 1 / 30) };
    const { low, high } = profileInterval(fitted, 0, 0.95);
    for (const end of [low, high]) expect(2 * (lost(Math.log(end), 40, 80) - lost(at[0] ?? 0, 40, 80))).toBeCloseTo(3.8415, 1);
    expect(low).toBeLessThan(0.5);
    const plateau = ([log = 0]: Float64Array) => 0.01 * (log < 0 ? log * log : (log * log) / (1 + log * log));
    const open = { objective: plateau, n: 100, peak: { at: Float64Array.of(0), value: 0 }, logCovariance: Float64Array.of(0.5) };
    expect(profileInterval(open, 0, 0.95)).toEqual({
      low: expect.closeTo(Math.exp(-Math.sqrt(3.8415 / 2)), 2),
      high: Number.POSITIVE_INFINITY,
    });
  });

  it('merge purchases of one day', () => {
    const found = summarisePurchases({ customers: ['a', 'a', 'a'], days: [0, 7, 7], values: [1, 2, 3] }, 14);
    expect(found).toMatchObject({ repeats: Float64Array.of(1), lastAt: Float64Array.of(1), observedFor: Float64Array.of(2) });
    expect(found.meanValue).toEqual(Float64Array.of(5));
  });
});
