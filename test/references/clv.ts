import { bgNbdAlive, bgNbdCountChance, bgNbdExpected, bgNbdExpectedOfNew, fitBgNbd } from '../../src/core/stats/value/bg-nbd.ts';
import { fitGammaGamma, gammaGammaExpected } from '../../src/core/stats/value/gamma-gamma.ts';
import { fitMbgNbd } from '../../src/core/stats/value/mbg-nbd.ts';
import { fitParetoNbd, paretoNbdAlive, paretoNbdExpected, paretoNbdExpectedOfNew } from '../../src/core/stats/value/pareto-nbd.ts';
import type { PurchaseHistories } from '../../src/core/stats/value/purchase-histories.ts';
import { fitShiftedBetaGeometric } from '../../src/core/stats/value/shifted-beta-geometric.ts';
import { type CustomerHistories, summarisePurchases } from '../../src/core/stats/value/summarise-purchases.ts';
import { type Case, casesOf, type Folders, type Group, numbers, type Reference } from './case.ts';

/** Customer lifetime value: purchases of the CDNOW sample, their value, and renewals. */
export const clvGroup: Group = {
  name: 'clv',
  cases: (folders) => {
    const expected = folders.reference('clv');
    const sample = cdnowSample(folders);
    const rounded = cdnowSummary(folders);
    return [
      ...bgNbd(expected.bgnbd, sample, rounded),
      ...paretoNbd(expected.pnbd, sample, rounded),
      ...mbgNbd(expected.mbgnbd, rounded),
      ...gammaGamma(expected.gamma_gamma, folders, sample),
      ...renewals(expected.sbg),
    ];
  },
};

/** 1997-09-30, where the 39 weeks of calibration end. */
const calibrationEnd = dayOf('19970930');

function dayOf(text: string): number {
  return Date.UTC(Number(text.slice(0, 4)), Number(text.slice(4, 6)) - 1, Number(text.slice(6, 8))) / 86_400_000;
}

function cdnowSample(folders: Folders): CustomerHistories {
  const rows = folders
    .text('cdnow/CDNOW_sample.txt')
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/));
  return summarisePurchases(
    { customers: rows.map(([id = '']) => id), days: rows.map((row) => dayOf(row[2] ?? '')), values: rows.map((row) => Number(row[4])) },
    calibrationEnd,
  );
}

function cdnowSummary(folders: Folders): PurchaseHistories {
  const table = folders.table('cdnow/cdnow_customers_summary.csv');
  return { repeats: numbers(table.frequency), lastAt: numbers(table.recency), observedFor: numbers(table.T) };
}

/** Parameters as published with so many digits. */
function parameters(
  method: string,
  reference: Reference,
  fitted: () => Readonly<Record<string, number>>,
  tolerance: Case['tolerance'],
  names: readonly string[],
): Case[] {
  return names.map((name) => ({
    method: `${method} ${name}`,
    reference: reference[name],
    ours: () => fitted()[name] ?? Number.NaN,
    tolerance,
  }));
}

function once<Value>(compute: () => Value): () => Value {
  let known: { readonly value: Value } | null = null;
  return () => {
    known ??= { value: compute() };
    return known.value;
  };
}

function bgNbd(expected: Reference, sample: PurchaseHistories, rounded: PurchaseHistories): Case[] {
  const exact = once(() => fitBgNbd(sample));
  const ofSummary = once(() => fitBgNbd(rounded));
  const names = ['r', 'alpha', 'a', 'b'];
  const { hardie_excel: sheet, btyd_pmf: pmf } = expected;
  const { r, alpha, a, b } = expected.lifetimes_computed_here;
  const published = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };
  const one = sheet.conditional_expected_purchases;
  const rows: Reference[] = expected.p_alive_rows;
  const historyOf = (row: Reference) => ({ repeats: row.x, lastAt: row.t_x, observedFor: row.T });
  return [
    ...parameters('BG/NBD published', expected.published, () => exact().parameters, { absolute: 0.0006 }, names),
    ...parameters('BG/NBD CLVTools', expected.clvtools, () => exact().parameters, { relative: 5e-5 }, names),
    { method: 'BG/NBD LL', reference: expected.clvtools.LL, ours: () => exact().logLikelihood, tolerance: { absolute: 0.0006 } },
    { method: 'BG/NBD LL published', reference: expected.published.LL, ours: () => exact().logLikelihood, tolerance: { absolute: 0.06 } },
    {
      method: 'BG/NBD LL rounded',
      reference: expected.LL_check.LL_at_CLVTools_params_on_rounded_summary,
      ours: () => ofSummary().logLikelihood,
      tolerance: { absolute: 1e-5 },
    },
    ...parameters('BG/NBD lifetimes', expected.lifetimes_computed_here, () => ofSummary().parameters, { relative: 1e-4 }, names),
    {
      method: 'BG/NBD expected purchases (Hardie)',
      reference: one.expected,
      ours: () => bgNbdExpected(published, historyOf(one), one.t),
      tolerance: { absolute: 0.0006 },
    },
    ...casesOf(
      'BG/NBD expected of new',
      sheet.expected_purchases_by_t.E,
      () => sheet.expected_purchases_by_t.t.map((time: number) => bgNbdExpectedOfNew(exact().parameters, time)),
      { absolute: 5e-4 },
    ),
    {
      method: 'BG/NBD P(X(2)=10)',
      reference: pmf['P(X(2)=10)'],
      ours: () => bgNbdCountChance(pmf.params, 10, 2),
      tolerance: { relative: 1e-5 },
    },
    {
      method: 'BG/NBD P(X(39)=0)',
      reference: pmf['P(X(39)=0)'],
      ours: () => bgNbdCountChance(pmf.params, 0, 39),
      tolerance: { relative: 1e-6 },
    },
    ...casesOf(
      'BG/NBD P(X(30)=n)',
      pmf['P(X(30)=n),n=11..20'],
      () => Array.from({ length: 10 }, (_, k) => bgNbdCountChance(pmf.params, 11 + k, 30)),
      { relative: 1e-6 },
    ),
    ...casesOf(
      'BG/NBD P(alive)',
      rows.map((row) => row.p_alive),
      () => rows.map((row) => bgNbdAlive({ r, alpha, a, b }, historyOf(row))),
      { relative: 1e-9 },
    ),
    ...casesOf(
      'BG/NBD expected 39 weeks',
      rows.map((row) => row.E_39w),
      () => rows.map((row) => bgNbdExpected({ r, alpha, a, b }, historyOf(row), 39)),
      { relative: 1e-9 },
    ),
  ];
}

function paretoNbd(expected: Reference, sample: PurchaseHistories, rounded: PurchaseHistories): Case[] {
  const exact = once(() => fitParetoNbd(sample));
  const ofSummary = once(() => fitParetoNbd(rounded));
  const names = ['r', 'alpha', 's', 'beta'];
  const published = { r: 0.553, alpha: 10.578, s: 0.606, beta: 11.669 };
  // The parameters that BTYD's manual gives to its examples.
  const manual = { r: 0.55, alpha: 10.56, s: 0.61, beta: 11.64 };
  const { btyd, palive_stability: stability } = expected;
  const one = btyd.conditional_expected;
  return [
    ...parameters('Pareto/NBD published', expected.published, () => exact().parameters, { relative: 6e-4 }, names),
    ...parameters('Pareto/NBD CLVTools', expected.clvtools, () => exact().parameters, { relative: 5e-4 }, names),
    ...parameters('Pareto/NBD SE', expected.clvtools.se, () => exact().standardErrors ?? {}, { relative: 2e-3 }, names),
    { method: 'Pareto/NBD LL', reference: expected.clvtools.LL, ours: () => exact().logLikelihood, tolerance: { absolute: 0.0006 } },
    {
      method: 'Pareto/NBD LL published',
      reference: expected.published.LL,
      ours: () => exact().logLikelihood,
      tolerance: { absolute: 0.06 },
    },
    ...parameters('Pareto/NBD lifetimes', expected.lifetimes_computed_here, () => ofSummary().parameters, { relative: 5e-4 }, names),
    ...casesOf(
      'Pareto/NBD expected of new',
      btyd['expected_purchases_by_t_0..9'],
      () => Array.from({ length: 10 }, (_, time) => paretoNbdExpectedOfNew(manual, time)),
      { absolute: 6e-9 },
    ),
    {
      method: 'Pareto/NBD expected purchases (BTYD)',
      reference: one.expected,
      ours: () => paretoNbdExpected(published, { repeats: one.x, lastAt: one.t_x, observedFor: one.T }, one.t),
      tolerance: { absolute: 0.006 },
    },
    ...casesOf(
      'Pareto/NBD P(alive) is finite',
      stability.x.map(() => 1),
      () =>
        stability.x.map((x: number, i: number) => {
          const alive = paretoNbdAlive(stability.params, { repeats: x, lastAt: stability.t_x[i], observedFor: stability.T[i] });
          return alive > 0 && alive <= 1 ? 1 : 0;
        }),
      { absolute: 0 },
    ),
  ];
}

function mbgNbd(expected: Reference, rounded: PurchaseHistories): Case[] {
  const model = once(() => fitMbgNbd(rounded));
  const names = ['r', 'alpha', 'a', 'b'];
  return [
    ...parameters('MBG/NBD BTYDplus', expected.btydplus, () => model().parameters, { absolute: 0.0006 }, names),
    ...parameters('MBG/NBD lifetimes', expected.lifetimes_computed_here, () => model().parameters, { relative: 1e-4 }, names),
  ];
}

function gammaGamma(expected: Reference, folders: Folders, sample: CustomerHistories): Case[] {
  const table = folders.table('cdnow/cdnow_customers_summary_with_transactions.csv');
  const [purchases, meanValue] = [numbers(table.x), numbers(table.zbar)];
  const came = (column: Float64Array) => column.filter((_, index) => (purchases[index] ?? 0) > 0);
  const model = once(() => fitGammaGamma({ purchases: came(purchases), meanValue: came(meanValue) }));
  const isBack = (_: number, index: number) => (sample.repeats[index] ?? 0) > 0;
  const exact = once(() => fitGammaGamma({ purchases: sample.repeats.filter(isBack), meanValue: sample.meanValue.filter(isBack) }));
  const published = { p: 6.25, q: 3.74, gamma: 15.44 };
  const named = ({ p, q, gamma, v }: Reference) => ({ p, q, gamma: gamma ?? v });
  const names = ['p', 'q', 'gamma'];
  return [
    ...parameters('gamma-gamma published', named(expected.published), () => exact().parameters, { absolute: 0.006 }, names),
    ...parameters('gamma-gamma CLVTools', named(expected.clvtools), () => exact().parameters, { absolute: 0.006 }, names),
    ...parameters('gamma-gamma lifetimes', named(expected.lifetimes_computed_here), () => model().parameters, { relative: 2e-4 }, names),
    { method: 'gamma-gamma LL', reference: expected.clvtools.LL, ours: () => exact().logLikelihood, tolerance: { absolute: 6e-4 } },
    ...casesOf(
      'gamma-gamma expected value',
      expected.conditional_expected_avg_profit_first10,
      () => Array.from({ length: 10 }, (_, i) => gammaGammaExpected(published, purchases[i] ?? 0, meanValue[i] ?? 0) ?? Number.NaN),
      { absolute: 0.1 },
    ),
  ];
}

function renewals(expected: Reference): Case[] {
  const cohortOf = (shares: readonly number[]) => shares.map((share) => 1000 * share);
  const { regular, high_end: highEnd } = expected.data;
  const computed = expected.mle_computed_here_7_periods;
  const names = ['alpha', 'beta'];
  return [
    ...[
      { name: 'sBG regular', cohort: regular, reference: computed.regular },
      { name: 'sBG high end', cohort: highEnd, reference: computed.high_end },
      { name: 'sBG first 4', cohort: regular.slice(0, 5), reference: expected.mle_computed_here_regular_first_4 },
    ].flatMap(({ name, cohort, reference }) => {
      const model = once(() => fitShiftedBetaGeometric([cohortOf(cohort)]));
      return [
        ...parameters(name, reference, () => model().parameters, { relative: 1e-5 }, names),
        { method: `${name} LL`, reference: reference.LL, ours: () => model().logLikelihood, tolerance: { relative: 1e-9 } } as const,
      ];
    }),
    ...parameters(
      'sBG published',
      expected.published.regular,
      () => ({ ...fitShiftedBetaGeometric([cohortOf(regular)]).parameters }),
      { relative: 0.1 },
      names,
    ),
  ];
}
