import { checkChoice } from '../check-options.ts';
import { type Column, cannotAnswer, checkColumn } from '../column.ts';
import { normalBelow } from '../distributions.ts';
import { ordinaryLeastSquares } from '../regression/ordinary-least-squares.ts';

export interface UnitRootTest {
  readonly statistic: number;
  readonly pValue: number;
  /** Changes before that were taken into account. */
  readonly lags: number;
  readonly n: number;
}

/** What a series may return to: nothing but 0, a level, or a straight line. */
export type StationaryAround = 'zero' | 'level' | 'trend';

/**
 * Whether a series wanders (a unit root) or returns: the augmented test of Dickey and Fuller 1979; a small p says that it returns. Lags are chosen by AIC
 * up to 12·(n ÷ 100)^¼, on the same rows; p by the surfaces of MacKinnon 1994 and 2010, as statsmodels.
 * @param lags instead of the choice
 * @throws UserError for too few values and a series that does not vary
 */
export function dickeyFullerTest(values: Column, around: StationaryAround = 'level', lags?: number): UnitRootTest {
  checkColumn(values, 'series', 10);
  checkChoice('around', around, ['zero', 'level', 'trend']);
  if (lags !== undefined) checkLags(lags);
  const trends = around === 'zero' ? 0 : around === 'level' ? 1 : 2;
  const most = lags ?? Math.max(0, Math.min(Math.floor(values.length / 2) - trends - 1, Math.ceil(12 * (values.length / 100) ** 0.25)));
  const chosen = lags ?? bestLags(values, around, most);
  const fit = regression(values, around, chosen, chosen);
  const slope = fit.coefficients.find(({ name }) => name === 'level');
  if (!slope) throw cannotAnswer('the series does not vary, so that nothing can be tested');
  const statistic = slope.estimate / slope.standardError;
  return { statistic, pValue: mackinnonPValue(statistic, around), lags: chosen, n: fit.n };
}

function bestLags(values: Column, around: StationaryAround, most: number): number {
  const scores = Array.from({ length: most + 1 }, (_, lags) => regression(values, around, lags, most).aic ?? Number.NEGATIVE_INFINITY);
  return scores.indexOf(Math.min(...scores));
}

/** Of each change on the level before it and the changes before, from the row that has `skipped` of them. */
function regression(values: Column, around: StationaryAround, lags: number, skipped: number) {
  const n = values.length - 1 - skipped;
  const change = (t: number) => (values[t] ?? 0) - (values[t - 1] ?? 0);
  const column = (value: (t: number) => number) => Float64Array.from({ length: n }, (_, i) => value(i + skipped + 1));
  const numeric = [
    { name: 'level', values: column((t) => values[t - 1] ?? 0) },
    ...Array.from({ length: lags }, (_, k) => ({ name: `change ${k + 1} before`, values: column((t) => change(t - k - 1)) })),
    ...(around === 'trend' ? [{ name: 'time', values: column((t) => t) }] : []),
  ];
  return ordinaryLeastSquares(column(change), numeric, { intercept: around !== 'zero' });
}

interface Surface {
  readonly turn: number;
  readonly least: number;
  readonly most: number;
  readonly small: readonly number[];
  readonly large: readonly number[];
}

/** MacKinnon's polynomials for the chance of a statistic, of its normal quantile. */
const surfaces: Readonly<Record<StationaryAround, Surface>> = {
  zero: {
    turn: -1.04,
    least: -19.04,
    most: Number.POSITIVE_INFINITY,
    small: [0.6344, 1.2378, 0.032496],
    large: [0.4797, 0.93557, -0.06999, 0.033066],
  },
  level: { turn: -1.61, least: -18.83, most: 2.74, small: [2.1659, 1.4412, 0.038269], large: [1.7339, 0.93202, -0.12745, -0.010368] },
  trend: { turn: -2.89, least: -16.18, most: 0.7, small: [3.2512, 1.6047, 0.049588], large: [2.5261, 0.61654, -0.37956, -0.060285] },
};

function mackinnonPValue(statistic: number, around: StationaryAround): number {
  const { turn, least, most, small, large } = surfaces[around];
  if (statistic > most) return 1;
  if (statistic < least) return 0;
  const terms = statistic <= turn ? small : large;
  return normalBelow(terms.reduce((sum, term, power) => sum + term * statistic ** power, 0));
}

/**
 * How much a series wanders from its level: the test of Kwiatkowski, Phillips, Schmidt and Shin 1992; above 0.463 (5 %) it wanders. Long-run variance by
 * Bartlett's weights over so many `lags`, 4·(n ÷ 100)^¼ by default, as R's `urca`.
 */
export function kpssStatistic(values: Column, lags = Math.trunc(4 * (values.length / 100) ** 0.25)): number {
  checkColumn(values, 'series', 4);
  checkLags(lags);
  const n = values.length;
  let mean = 0;
  for (let i = 0; i < n; i++) mean += (values[i] ?? 0) / n;
  const rest = Float64Array.from({ length: n }, (_, i) => (values[i] ?? 0) - mean);
  let spread = 0;
  for (let lag = 0; lag <= lags; lag++) {
    let sum = 0;
    for (let i = lag; i < n; i++) sum += (rest[i] ?? 0) * (rest[i - lag] ?? 0);
    spread += (lag === 0 ? 1 : 2 * (1 - lag / (lags + 1))) * (sum / n);
  }
  let [walked, squares] = [0, 0];
  for (const value of rest) {
    walked += value;
    squares += walked * walked;
  }
  return spread > 1e-28 * mean * mean ? squares / (n * n * spread) : 0;
}

function checkLags(lags: number): void {
  if (!Number.isInteger(lags) || lags < 0) throw cannotAnswer(`${lags} lags cannot be; give a whole number from 0`);
}
