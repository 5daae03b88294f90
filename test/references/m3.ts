import { automaticForecast } from '../../src/core/stats/forecast/automatic-forecast.ts';
import { combineForecasts } from '../../src/core/stats/forecast/combine-forecasts.ts';
import type { Forecast } from '../../src/core/stats/forecast/forecast.ts';
import { forecastAccuracy, seasonalScale } from '../../src/core/stats/forecast/forecast-accuracy.ts';
import { forecastEts } from '../../src/core/stats/forecast/forecast-ets.ts';
import { fitHoltWinters, type HoltWintersOptions } from '../../src/core/stats/forecast/holt-winters.ts';
import { naive2Forecast } from '../../src/core/stats/forecast/naive-forecasts.ts';
import { seasonalIndices, withoutSeason, withSeason } from '../../src/core/stats/forecast/seasonal-indices.ts';
import { hasSeason } from '../../src/core/stats/forecast/seasonality-test.ts';
import { thetaForecast } from '../../src/core/stats/forecast/theta-forecast.ts';
import { type Case, casesOf, type Folders, type Group, type Reference } from './case.ts';

interface M3Series {
  readonly period: string;
  readonly h: number;
  readonly x: readonly number[];
  readonly xx: readonly number[];
}

type Method = (past: readonly number[], horizon: number, period: number) => Forecast;

/** The 3,003 series of the third Makridakis competition. What the programs of its competitors did cannot be repeated; the methods with a public description can. */
export const m3Group: Group = {
  name: 'm3',
  cases: (folders) => {
    const expected = folders.reference('m3_competition').methods;
    const series = readSeries(folders);
    const scores = new Map<string, Scores>();
    const scoreOf = (name: string, method: Method) => {
      const found = scores.get(name) ?? score(series, method);
      scores.set(name, found);
      return found;
    };
    return [
      ...Object.entries(methods).flatMap(([name, { method, near }]) => competitor(name, expected[name], near, () => scoreOf(name, method))),
      {
        method: 'automatic forecast, all values pooled, sMAPE',
        reference: 13.3,
        ours: () => scoreOf('automatic', automatic).smapePooled,
        tolerance: 'at most',
      },
      {
        method: 'automatic forecast, share of values within its 95 % intervals',
        reference: 0.9,
        ours: () => scoreOf('automatic', automatic).coverage,
        tolerance: 'at least',
      },
    ];
  },
};

function readSeries(folders: Folders): M3Series[] {
  return folders
    .text('timeseries/M3.jsonl.gz')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

const periods: Readonly<Record<string, number>> = { MONTHLY: 12, QUARTERLY: 4 };
const kinds = ['YEARLY', 'QUARTERLY', 'MONTHLY', 'OTHER'] as const;

const automatic: Method = (past, horizon, period) => automaticForecast(past, horizon, { periods: [period] });

/** Smoothing of the series without its season, where it has one. */
function smoothed(options: HoltWintersOptions): Method {
  return (past, horizon, period) => {
    const values = Float64Array.from(past);
    const isSeasonal = hasSeason(values, period);
    const indices = isSeasonal ? seasonalIndices(values, period, 'multiplicative') : new Float64Array(1).fill(1);
    const forecast = forecastEts(fitHoltWinters(withoutSeason(values, indices, 'multiplicative'), options), horizon);
    return { ...forecast, mean: withSeason(forecast.mean, indices, 'multiplicative', values.length) };
  };
}

const [single, holt, damped] = [smoothed({ trend: 'none' }), smoothed({ trend: 'additive' }), smoothed({ trend: 'damped' })];

/** How near ours is to a program of 1998 whose start and search are not published. */
const methods: Readonly<Record<string, { readonly method: Method; readonly near: number }>> = {
  NAIVE2: { method: (past, horizon, period) => naive2Forecast(past, horizon, period), near: 0.02 },
  SINGLE: { method: single, near: 0.05 },
  HOLT: { method: holt, near: 0.05 },
  DAMPEN: { method: damped, near: 0.05 },
  'COMB S-H-D': {
    method: (past, horizon, period) => combineForecasts([single, holt, damped].map((method) => method(past, horizon, period))),
    near: 0.05,
  },
  THETA: { method: (past, horizon, period) => thetaForecast(past, horizon, { period }), near: 0.03 },
};

interface Scores {
  readonly n: number;
  readonly smapePooled: number;
  readonly smape: number;
  readonly mase: number;
  readonly coverage: number;
  readonly byKind: Readonly<Record<string, { readonly smape: number; readonly mase: number }>>;
}

function score(series: readonly M3Series[], method: Method): Scores {
  const rows = series.map(({ period, h, x, xx }) => {
    const steps = periods[period] ?? 1;
    const { mean, low, high } = method(x, h, steps);
    const { smape, mase } = forecastAccuracy(xx, mean, seasonalScale(x, steps));
    const inside = xx.filter((value, i) => value >= (low[i] ?? 0) && value <= (high[i] ?? 0)).length;
    return { period, h, smape, mase: mase ?? 0, inside };
  });
  const mean = (of: typeof rows, figure: 'smape' | 'mase') => of.reduce((sum, row) => sum + row[figure], 0) / of.length;
  const values = rows.reduce((sum, { h }) => sum + h, 0);
  const kindOf = (kind: string) => rows.filter(({ period }) => period === kind);
  return {
    n: rows.length,
    smapePooled: rows.reduce((sum, { h, smape }) => sum + h * smape, 0) / values,
    smape: mean(rows, 'smape'),
    mase: mean(rows, 'mase'),
    coverage: rows.reduce((sum, { inside }) => sum + inside, 0) / values,
    byKind: Object.fromEntries(kinds.map((kind) => [kind, { smape: mean(kindOf(kind), 'smape'), mase: mean(kindOf(kind), 'mase') }])),
  };
}

/** Of a twentieth of the series, which go up so evenly that small differences of the programs count. */
const nearOther = 0.2;

function competitor(name: string, reference: Reference, near: number, ours: () => Scores): Case[] {
  return [
    { method: `${name} series`, reference: reference.n_series, ours: () => ours().n, tolerance: { absolute: 0 } },
    ...casesOf(
      `${name} sMAPE pooled, sMAPE, MASE`,
      [reference.sMAPE_all_obs_pooled, reference.sMAPE_all, reference.MASE_all],
      () => [ours().smapePooled, ours().smape, ours().mase],
      { relative: near },
    ),
    ...kinds.flatMap((kind) =>
      casesOf(
        `${name} ${kind} sMAPE, MASE`,
        [reference[`sMAPE_${kind}`], reference[`MASE_${kind}`]],
        () => [ours().byKind[kind]?.smape ?? 0, ours().byKind[kind]?.mase ?? 0],
        { relative: kind === 'OTHER' ? nearOther : 2 * near },
      ),
    ),
  ];
}
