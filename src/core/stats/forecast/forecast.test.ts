import { describe, expect, it } from 'vitest';
import { seededRandom } from '../random.ts';
import { chooseEts } from './choose-ets.ts';
import { fitEts } from './fit-ets.ts';
import { forecastEts } from './forecast-ets.ts';
import { fitHoltWinters } from './holt-winters.ts';
import { mstl } from './mstl.ts';
import { stl } from './stl.ts';

// Box and Jenkins 1976, series G: airline passengers in thousands, 1949 to 1960; figures by statsmodels 0.15.0.
const passengers = [
  112, 118, 132, 129, 121, 135, 148, 148, 136, 119, 104, 118, 115, 126, 141, 135, 125, 149, 170, 170, 158, 133, 114, 140, 145, 150, 178,
  163, 172, 178, 199, 199, 184, 162, 146, 166, 171, 180, 193, 181, 183, 218, 230, 242, 209, 191, 172, 194, 196, 196, 236, 235, 229, 243,
  264, 272, 237, 211, 180, 201, 204, 188, 235, 227, 234, 264, 302, 293, 259, 229, 203, 229, 242, 233, 267, 269, 270, 315, 364, 347, 312,
  274, 237, 278, 284, 277, 317, 313, 318, 374, 413, 405, 355, 306, 271, 306, 315, 301, 356, 348, 355, 422, 465, 467, 404, 347, 305, 336,
  340, 318, 362, 348, 363, 435, 491, 505, 404, 359, 310, 337, 360, 342, 406, 396, 420, 472, 548, 559, 463, 407, 362, 405, 417, 391, 419,
  461, 472, 535, 622, 606, 508, 461, 390, 432,
];
const until1959 = passengers.slice(0, 132);

describe('decomposition', () => {
  it('takes the logarithm of the passengers apart as published', () => {
    const plain = stl(passengers.map(Math.log), { period: 12 });
    expect(plain.trend[0]).toBeCloseTo(4.805822212317107, 12);
    expect(plain.seasonal[5]).toBeCloseTo(0.0709781825317564, 12);
    expect(plain.seasonalStrength).toBeCloseTo(0.9760490926864728, 12);
    const robust = stl(passengers.map(Math.log), { period: 12, seasonalWindow: 13, robust: true });
    expect(robust.trend[143]).toBeCloseTo(6.195985680542621, 12);
    expect(robust.trendStrength).toBeCloseTo(0.9961482899836444, 12);
  });

  it('goes on over gaps and finds two planted seasons', () => {
    const day = (t: number) => 3 * Math.sin((2 * Math.PI * t) / 7);
    const month = (t: number) => 5 * Math.cos((2 * Math.PI * t) / 28);
    const series = Array.from({ length: 280 }, (_, t) => (t % 41 === 5 ? null : 50 + 0.1 * t + day(t) + month(t)));
    const { seasonals, trend, remainder } = mstl(series, { periods: [28, 7] });
    expect(seasonals[0]?.[100]).toBeCloseTo(day(100), 0);
    expect(seasonals[1]?.[100]).toBeCloseTo(month(100), 0);
    expect(trend[46]).toBeCloseTo(54.6, 0);
    expect(remainder[5]).toBeNaN();
  });

  it('names what it cannot use', () => {
    expect(() => stl([1, 2, 3, 4, 5], { period: 3 })).toThrow('5 steps hold fewer than 2 seasons of 3');
    expect(() => stl(until1959, { period: 12, seasonalWindow: 8 })).toThrow('odd');
    expect(() => stl([1, Number.NaN, 3, 4], { period: 2 })).toThrow('NaN at position 1');
    expect(() => stl([null, null, 3, 4], { period: 2 })).toThrow('2 known values');
  });
});

describe('exponential smoothing', () => {
  it('finds the likelihoods that statsmodels finds', () => {
    const season = { period: 12 };
    const both = fitEts(until1959, { error: 'multiplicative', trend: 'additive', season: 'multiplicative' }, season);
    expect(both.logLikelihood).toBeCloseTo(-465.99028, 3);
    expect(forecastEts(both, 12).mean[11]).toBeCloseTo(428.23, 1);
    const additive = fitEts(until1959, { error: 'additive', trend: 'additive', season: 'additive' }, season);
    expect(additive.logLikelihood).toBeCloseTo(-511.1238, 3);
    expect(additive.gamma).toBeCloseTo(0.7488, 3);
  });

  it('fits Holt and Winters by squares', () => {
    const startAt = { alpha: 0.3, beta: 0.01, gamma: 0.6 };
    const fit = fitHoltWinters(until1959, { season: 'multiplicative', period: 12, startAt });
    expect(fit.squares).toBeCloseTo(12594.61, 1);
    expect(forecastEts(fit, 12).mean[0]).toBeCloseTo(417.285, 2);
  });

  it('chooses the form that a series was drawn from and steps over gaps', () => {
    const random = seededRandom(3);
    const flat = Array.from({ length: 80 }, (_, t) => (t === 30 ? null : 100 + random.normal()));
    expect(chooseEts(flat).form).toMatchObject({ trend: 'none', season: 'none' });
    expect(chooseEts(until1959, { period: 12 }).form).toMatchObject({ error: 'multiplicative', season: 'multiplicative' });
  });

  it('widens with the distance', () => {
    const { mean, low, high } = forecastEts(fitHoltWinters(until1959.slice(0, 40), { trend: 'none' }), 8);
    const widths = mean.map((_, h) => (high[h] ?? 0) - (low[h] ?? 0));
    expect([...widths].sort((a, b) => a - b)).toEqual([...widths]);
  });

  it('refuses a form that multiplies for zeros', () => {
    expect(() => fitEts([3, 0, 2, 5, 4, 6, 7], { error: 'multiplicative', trend: 'none', season: 'none' })).toThrow('0 at position 1');
  });
});
