import { describe, expect, it } from 'vitest';
import { areRootsBeyond } from './arma-polynomials.ts';
import { chooseSarima } from './choose-sarima.ts';
import { fitEts } from './fit-ets.ts';
import { fitSarima } from './fit-sarima.ts';

// biome-ignore format: data of R's datasets
const lungDeaths = [3035, 2552, 2704, 2554, 2014, 1655, 1721, 1524, 1596, 2074, 2199, 2512, 2933, 2889, 2938, 2497, 1870, 1726, 1607, 1545, 1396, 1787, 2076, 2837, 2787, 3891, 3179, 2011, 1636, 1580, 1489, 1300, 1356, 1653, 2013, 2823, 3102, 2294, 2385, 2444, 1748, 1554, 1498, 1361, 1346, 1564, 1640, 2293, 2815, 3137, 2679, 1969, 1870, 1633, 1529, 1366, 1357, 1570, 1535, 2491, 3084, 2605, 2573, 2143, 1693, 1504, 1461, 1354, 1333, 1492, 1781, 1915];
// biome-ignore format: data of R's datasets
const internetUsers = [88,84,85,85,84,85,83,85,88,89,91,99,104,112,126,138,146,151,150,148,147,149,143,132,131,139,147,150,148,145,140,134,131,131,129,126,126,132,137,140,142,150,159,167,170,171,172,172,174,175,172,172,174,174,169,165,156,142,131,121,112,104,102,99,99,95,88,84,84,87,89,88,85,86,89,91,91,94,101,110,121,135,145,149,156,165,171,175,177,182,193,204,208,210,215,222,228,226,222,220];
// biome-ignore format: data of R's datasets
const quarterlyEarnings = [0.71, 0.63, 0.85, 0.44, 0.61, 0.69, 0.92, 0.55, 0.72, 0.77, 0.92, 0.6, 0.83, 0.8, 1, 0.77, 0.92, 1, 1.24, 1, 1.16, 1.3, 1.45, 1.25, 1.26, 1.38, 1.86, 1.56, 1.53, 1.59, 1.83, 1.86, 1.53, 2.07, 2.34, 2.25, 2.16, 2.43, 2.7, 2.25, 2.79, 3.42, 3.69, 3.6, 3.6, 4.32, 4.32, 4.05, 4.86, 5.04, 5.04, 4.41, 5.58, 5.85, 6.57, 5.31, 6.03, 6.39, 6.93, 5.85, 6.93, 7.74, 7.83, 6.12, 7.74, 8.91, 8.28, 6.84, 9.54, 10.26, 9.54, 8.73, 11.88, 12.06, 12.15, 8.91, 14.04, 12.96, 14.85, 9.99, 16.2, 14.67, 16.02, 11.61];

// biome-ignore format: data of R's datasets
const passengers = [112,118,132,129,121,135,148,148,136,119,104,118,115,126,141,135,125,149,170,170,158,133,114,140,145,150,178,163,172,178,199,199,184,162,146,166,171,180,193,181,183,218,230,242,209,191,172,194,196,196,236,235,229,243,264,272,237,211,180,201,204,188,235,227,234,264,302,293,259,229,203,229,242,233,267,269,270,315,364,347,312,274,237,278,284,277,317,313,318,374,413,405,355,306,271,306,315,301,356,348,355,422,465,467,404,347,305,336,340,318,362,348,363,435,491,505,404,359,310,337,360,342,406,396,420,472,548,559,463,407,362,405,417,391,419,461,472,535,622,606,508,461,390,432];

describe('the highest peak of a likelihood that has several', () => {
  it('is found for autoregressions whose first step would leap to a unit root', () => {
    // R 4.2.2, datasets ldeaths and WWWusage: arima(method = "ML").
    const deaths = fitSarima(lungDeaths, { p: 1, d: 0, q: 0 }, { constant: true });
    expect(deaths.isConverged).toBe(true);
    expect(deaths.logLikelihood).toBeCloseTo(-531.584, 3);
    expect(deaths.terms.map(({ estimate }) => estimate)).toEqual([expect.closeTo(0.77299, 4), expect.closeTo(2092.78, 1)]);
    expect(fitSarima(internetUsers, { p: 2, d: 0, q: 1 }, { constant: true }).logLikelihood).toBeCloseTo(-258.2461, 3);
  });

  it('is found for smoothing of which the slope follows as quickly as the level', () => {
    // R 4.2.2, JohnsonJohnson with forecast 8.20: ets(model = "AAN") has 117.65988 with all constants.
    const fit = fitEts(quarterlyEarnings, { error: 'additive', trend: 'additive', season: 'none' });
    expect(fit.logLikelihood).toBeGreaterThan(-117.6599);
  });

  it('is found where the seasons that the search begins with would take the level below 0', () => {
    // R: ets(model = "MAA", damped = TRUE) reaches 8.7415.
    const fit = fitEts(quarterlyEarnings, { error: 'multiplicative', trend: 'damped', season: 'additive' }, { period: 4 });
    expect(fit.logLikelihood).toBeGreaterThan(-8.74);
  });
});

it('orders whose terms cancel each other are not chosen', () => {
  // The exact likelihood of (1,1,0)(2,1,1)[12] has a ridge: seasonal terms of 0.69 and 0.31 against −0.998.
  const chosen = chooseSarima(passengers, { period: 12 });
  expect(chosen.isConverged).toBe(true);
  expect(chosen.aicc).toBeLessThan(1020.6);
  // R 4.2.2: arima(log(AirPassengers), c(0, 1, 1), c(0, 1, 1)), the airline model of Box and Jenkins.
  const airline = chooseSarima(passengers.map(Math.log), { period: 12 });
  expect(airline.name).toBe('ARIMA(0,1,1)(0,1,1)[12]');
  expect(airline.logLikelihood).toBeCloseTo(244.6965, 4);
});

it('roots are told from a radius', () => {
  expect(areRootsBeyond(Float64Array.of(0.5), 1.9)).toBe(true);
  expect(areRootsBeyond(Float64Array.of(0.5), 2.1)).toBe(false);
  // (1 − 0.5z)(1 − 0.8z): the nearer root is 1.25.
  expect(areRootsBeyond(Float64Array.of(1.3, -0.4), 1.24)).toBe(true);
  expect(areRootsBeyond(Float64Array.of(1.3, -0.4), 1.26)).toBe(false);
  expect(areRootsBeyond(new Float64Array(0), 5)).toBe(true);
});
