import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../random.ts';
import { autocorrelation, ljungBoxTest, partialAutocorrelation } from './autocorrelation.ts';
import { automaticForecast } from './automatic-forecast.ts';
import { backtest } from './backtest.ts';
import { calendarForecast } from './calendar-forecast.ts';
import { chooseEts } from './choose-ets.ts';
import { chooseSarima } from './choose-sarima.ts';
import { combineForecasts } from './combine-forecasts.ts';
import { fitEts } from './fit-ets.ts';
import { fitSarima } from './fit-sarima.ts';
import { forecastAccuracy, seasonalScale } from './forecast-accuracy.ts';
import { forecastEts } from './forecast-ets.ts';
import { forecastSarima } from './forecast-sarima.ts';
import { fitHoltWinters } from './holt-winters.ts';
import { mstl } from './mstl.ts';
import { driftForecast, meanForecast, naive2Forecast, naiveForecast, seasonalNaiveForecast } from './naive-forecasts.ts';
import { seasonalMeanForecast } from './seasonal-mean-forecast.ts';
import { stl } from './stl.ts';
import { thetaForecast } from './theta-forecast.ts';
import { dickeyFullerTest, kpssStatistic } from './unit-root-tests.ts';

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

const in1960 = passengers.slice(132);

describe('simple forecasts', () => {
  it('are off by what is published', () => {
    const rmse = (mean: Float64Array) => forecastAccuracy(in1960, mean).rmse;
    expect(rmse(naiveForecast(until1959, 12).mean)).toBeCloseTo(102.97653454, 7);
    expect(rmse(seasonalNaiveForecast(until1959, 12, 12).mean)).toBeCloseTo(50.70831621, 7);
    expect(rmse(driftForecast(until1959, 12).mean)).toBeCloseTo(92.66636343, 7);
    const theta = thetaForecast(until1959, 12, { period: 12 });
    expect(theta.alpha).toBeCloseTo(0.90751, 4);
    expect(rmse(theta.mean)).toBeCloseTo(30.71847, 3);
    const { mase, smape } = forecastAccuracy(in1960, seasonalNaiveForecast(until1959, 12, 12).mean, seasonalScale(until1959, 12));
    expect([smape, mase]).toEqual([expect.closeTo(10.5718082575, 8), expect.closeTo(1.57088122605, 8)]);
  });

  it('take a gap for no value, never for 0', () => {
    expect([...naiveForecast([5, null, 7, null], 2).mean]).toEqual([7, 7]);
    expect([...driftForecast([1, null, 3, 4], 2).mean]).toEqual([5, 6]);
    expect([...seasonalNaiveForecast([1, 2, 3, null], 2, 2).mean]).toEqual([3, 2]);
    expect(meanForecast([1, null, 3], 1).mean[0]).toBe(2);
    expect(forecastAccuracy([null, 4], [9, 3])).toMatchObject({ n: 1, mae: 1, mape: 25 });
  });

  it('repeat the volume of the last weeks with the profile of more of them', () => {
    const profile = [1, 2, 3, 2, 4, 1];
    const volume = (week: number) => (week < 8 ? 1 : 3);
    const series = Array.from({ length: 72 }, (_, t) => (profile[t % 6] ?? 0) * volume(Math.floor(t / 6)));
    const { mean, seasons } = seasonalMeanForecast(series, 6, { periods: [3, 6] });
    expect([...mean].map((value) => Math.round(value * 1e9) / 1e9)).toEqual(profile.map((share) => 3 * share));
    expect(seasons).toBeLessThanOrEqual(4);
    expect(naive2Forecast(series, 6, 6).mean[4]).toBeGreaterThan(naive2Forecast(series, 6, 6).mean[5] ?? 0);
  });
});

describe('dependence and models of it', () => {
  it('has the published figures', () => {
    expect(autocorrelation(passengers, 12)[12]).toBeCloseTo(0.7603950422625557, 12);
    expect(partialAutocorrelation(passengers, 12)[11]).toBeCloseTo(0.8402143004837355, 9);
    const growth = passengers.slice(1).map((value, i) => Math.log(value / (passengers[i] ?? 1)));
    expect(ljungBoxTest(growth, 12).statistic).toBeCloseTo(169.8900167611447, 9);
    const wandering = dickeyFullerTest(passengers, 'trend');
    expect([wandering.statistic, wandering.pValue]).toEqual([expect.closeTo(-2.100781813844672, 9), expect.closeTo(0.5456589343124537, 9)]);
    expect(kpssStatistic(passengers)).toBeCloseTo(2.7395, 4); // R's urca
  });

  it("finds the airline model as R's auto.arima, and its figures", () => {
    const fit = chooseSarima(passengers.map(Math.log), { period: 12 });
    expect(fit.name).toBe('ARIMA(0,1,1)(0,1,1)[12]');
    expect(fit.terms.map(({ estimate }) => estimate)).toEqual([expect.closeTo(-0.4018, 4), expect.closeTo(-0.5569, 4)]);
    expect(fit.logLikelihood).toBeCloseTo(244.7, 2);
    expect(fit.terms[0]?.standardError).toBeCloseTo(0.0896, 4);
    expect(
      forecastSarima(fitSarima(until1959.map(Math.log), { p: 0, d: 1, q: 1, P: 0, D: 1, Q: 1, period: 12 }), 12).mean.map(Math.exp)[11],
    ).toBeCloseTo(452.29, 1);
  });

  it('finds what a process was drawn with', () => {
    const random = seededRandom(11);
    let before = 0;
    const drawn = Array.from({ length: 600 }, () => {
      before = 0.7 * before + random.normal();
      return before + 20;
    });
    const fit = fitSarima(drawn, { p: 1, d: 0, q: 0 }, { constant: true });
    expect(fit.terms[0]?.estimate).toBeCloseTo(0.7, 1);
    expect(Math.abs(fit.constant - 20)).toBeLessThan(0.5);
    expect(() => fitSarima([1, 2, null, 4, 5, 6], { p: 1, d: 0, q: 0 })).toThrow('gap at position 2');
    expect(() => fitSarima([2, 2, 2, 2, 2, 2], { p: 1, d: 0, q: 0 })).toThrow('does not vary');
  });
});

describe('the automatic forecast', () => {
  it('keeps below 16 on the passengers of 1960 and says what it did', () => {
    const forecast = automaticForecast(until1959, 12, { periods: [12] });
    expect(forecastAccuracy(in1960, forecast.mean).rmse).toBeLessThanOrEqual(16);
    expect(forecast.weighedBy).toBe('backtest');
    expect(forecast.candidates.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 9);
    expect(forecast.candidates.map(({ name }) => name)).toContain('Theta');
  });

  it('follows a week and a year of days', () => {
    const random = seededRandom(5);
    const truth = (t: number) => 100 + (t % 7 < 5 ? 30 : -60) + 25 * Math.cos((2 * Math.PI * t) / 365);
    const days = Array.from({ length: 850 }, (_, t) => Math.round(truth(t) + 3 * random.normal()));
    const { mean, periods } = automaticForecast(days, 60, { periods: [365, 7], origins: 1 });
    expect(periods).toEqual([7, 365]);
    expect(mean.reduce((sum, value, h) => sum + Math.abs(value - truth(days.length + h)), 0) / 60).toBeLessThan(8);
  });

  it('puts a holiday on the steps ahead as it was before', () => {
    const random = seededRandom(6);
    const isHoliday = (t: number) => (t % 45 === 40 ? 1 : 0);
    const days = Array.from({ length: 280 }, (_, t) => (80 + 10 * (t % 7)) * (1 - 0.75 * isHoliday(t)) + random.normal());
    const holiday = {
      name: 'holiday',
      past: days.map((_, t) => isHoliday(t)),
      ahead: Array.from({ length: 60 }, (_, h) => isHoliday(280 + h)),
    };
    const { effects, mean } = calendarForecast(days, 60, [holiday], { periods: [7], origins: 1 });
    expect(effects[0]).toMatchObject({ name: 'holiday', n: 6, share: expect.closeTo(-0.75, 1) });
    expect((mean[30] ?? 0) / (80 + 10 * (310 % 7))).toBeCloseTo(0.25, 1);
    expect(() => calendarForecast(days, 60, [{ ...holiday, past: days.map(() => 0) }])).toThrow('"holiday" never was');
  });

  it('answers for any few counts without going below 0, or says why not', () => {
    const counts = fc.array(fc.option(fc.nat(50), { nil: null, freq: 6 }), { minLength: 4, maxLength: 40 });
    fc.assert(
      fc.property(counts, fc.constantFrom(1, 4, 7), (series, period) => {
        fc.pre(series.filter((value) => value !== null).length >= 4);
        const { mean, low, high } = automaticForecast(series, 3, { periods: [period] });
        return mean.every(
          (value, h) => value >= 0 && (low[h] ?? 1) >= 0 && (low[h] ?? 0) <= value + 1e-9 && value <= (high[h] ?? 0) + 1e-9,
        );
      }),
      { numRuns: 25, seed: 1 },
    );
  });

  it('goes on with a series that never varied, and where all ways of forecasting follow it wholly', () => {
    for (const [series, ahead] of [
      [new Array<number>(24).fill(5), [5, 5, 5]],
      [new Array<number>(24).fill(0), [0, 0, 0]],
      [Array.from({ length: 24 }, (_, month) => month), [24, 25, 26]],
    ] as const) {
      const { mean, low, high } = automaticForecast(series, 3, { periods: [4] });
      for (const [h, value] of ahead.entries()) for (const ends of [mean, low, high]) expect(ends[h]).toBeCloseTo(value, 8);
    }
  });

  it('refuses what it cannot answer', () => {
    expect(() => automaticForecast([], 3)).toThrow('0 known values');
    expect(() => automaticForecast([1, 2, Number.POSITIVE_INFINITY, 4], 3)).toThrow('Infinity at position 2');
    expect(() => automaticForecast([1, 2, 3, 4], 0)).toThrow('horizon of 0');
    expect(() => combineForecasts([])).toThrow('no forecast');
  });

  it('combines ends by their precision where asked', () => {
    const made = (mean: number, reach: number) => ({
      method: 'x',
      n: 9,
      level: 0.95,
      mean: Float64Array.of(mean),
      low: Float64Array.of(mean - reach),
      high: Float64Array.of(mean + reach),
    });
    const pair = [made(10, 1), made(12, 3)];
    expect(combineForecasts(pair)).toMatchObject({ mean: Float64Array.of(11), low: Float64Array.of(9), high: Float64Array.of(13) });
    // Mean precision (1 + 1/9) ÷ 2.
    expect(combineForecasts(pair, { ends: 'precision' }).high[0]).toBeCloseTo(11 + Math.sqrt(9 / 5), 12);
  });

  it('tries a method out on the past', () => {
    const naive = { name: 'naive', forecast: naiveForecast };
    const found = backtest([1, 2, 3, 4, 5, 6, 7, 8], naive, { horizon: 2, origins: 2, leastPast: 3 });
    expect(found?.origins).toEqual([6, 4]);
    expect(found).toMatchObject({ mae: 1.5, bias: -1.5, n: 4 });
    expect([...(found?.rmseAhead ?? [])]).toEqual([1, 2]);
  });
});
