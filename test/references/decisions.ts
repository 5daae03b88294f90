import { compareBeliefs } from '../../src/core/stats/experiments/bayesian-proportions.ts';
import { stoppingBounds } from '../../src/core/stats/experiments/group-sequential.ts';
import { sampleSizeOfMeans, sampleSizeOfProportions } from '../../src/core/stats/experiments/sample-size.ts';
import { logMixtureRatio } from '../../src/core/stats/experiments/sequential-test.ts';
import { studentTest, summaryOf, welchTest } from '../../src/core/stats/tests/compare-means.ts';
import { kolmogorovSmirnovTest } from '../../src/core/stats/tests/kolmogorov-smirnov.ts';
import { mannWhitneyTest } from '../../src/core/stats/tests/mann-whitney.ts';
import { rankSumAtLeast } from '../../src/core/stats/tests/rank-sum-chance.ts';
import { type Case, casesOf, type Folders, type Group, type Reference } from './case.ts';

/** Experiments. */
export const decisionsGroup: Group = {
  name: 'decisions',
  cases: (folders) => [...plans(folders), ...looks(folders), ...examples(folders)],
};

function plans(folders: Folders): Case[] {
  const expected = folders.reference('ab_tests');
  return [
    ...(expected.sample_size_proportions.rows as Reference[]).flatMap((row) => {
      const planning = { alpha: row.alpha, power: row.power };
      const size = (method: 'arcsine' | 'pooled' | 'unpooled') => sampleSizeOfProportions(row.p0, row.p1, planning, method);
      return casesOf(
        `sample size ${row.p0} ${row.p1}`,
        [row.n_per_arm_cohen_h, row.n_per_arm_pooled_fleiss, row.n_per_arm_unpooled],
        () => [size('arcsine'), size('pooled'), size('unpooled')],
        { relative: 1e-8 },
      );
    }),
    ...(expected.sample_size_ttest.rows as Reference[]).map(
      (row): Case => ({
        method: `sample size d ${row.d}`,
        reference: row.n_per_arm,
        ours: () => sampleSizeOfMeans(row.d, row),
        tolerance: { relative: 1e-6 },
      }),
    ),
  ];
}

function looks(folders: Folders): Case[] {
  const expected = folders.reference('ab_tests');
  const { pocock_c: pocock, 'obrien_fleming_c (z_k=c*sqrt(K/k))': strict } = expected.group_sequential_two_sided_alpha05;
  return [
    ...Object.entries(pocock as Record<string, number>).map(
      ([count, c]): Case => ({
        method: `Pocock ${count}`,
        reference: c,
        ours: () => stoppingBounds(Number(count), 'pocock').at(-1) ?? Number.NaN,
        tolerance: { absolute: 2e-4 },
      }),
    ),
    ...Object.entries(strict as Record<string, number>).map(
      ([count, c]): Case => ({
        method: `O'Brien-Fleming ${count}`,
        reference: c,
        ours: () => stoppingBounds(Number(count), 'obrien-fleming').at(-1) ?? Number.NaN,
        tolerance: { absolute: 2e-4 },
      }),
    ),
    ...(expected.msprt_normal.cases as Reference[]).map(
      (row): Case => ({
        method: `mixture ratio ${row.n}`,
        reference: row.logLambda,
        ours: () => logMixtureRatio({ difference: row.dbar, n: row.n, variance: row.V }, row.tau2),
        tolerance: { relative: 1e-9 },
      }),
    ),
    ...['cookie_cats_retention_1', 'cookie_cats_retention_7'].map((name): Case => {
      const { gate_40: first, gate_30: second, 'bayes_beta11_P(gate40>gate30)_quadrature': reference } = expected[name];
      const ours = () => compareBeliefs({ successes: first.x, n: first.n }, { successes: second.x, n: second.n }).chanceFirstIsLarger;
      return { method: `chance that gate 40 is larger, ${name}`, reference, ours, tolerance: { relative: 1e-7 } };
    }),
  ];
}

/** ClickHouse's documentation and SciPy on the same data; SciPy's exact rank test drops the half of 74.5 that its ties make. */
function examples(folders: Folders): Case[] {
  const { clickhouse_26_7: clickHouse } = folders.reference('ab_tests');
  const { x0: first, x1: second, ...tests } = clickHouse['t-tests on doc example'];
  const sciPy = clickHouse.scipy_same_data;
  const [a, b] = [summaryOf(first), summaryOf(second)];
  const [student, welch, ranks, exact] = [
    studentTest(a, b),
    welchTest(a, b),
    mannWhitneyTest(first, second),
    kolmogorovSmirnovTest(first, second, 'exact'),
  ];
  const ofT = ({ t, pValue }: { readonly t: number; readonly pValue: number }) => [t, pValue];
  const [continuous] = clickHouse['minSampleSizeContinuous(112.25,21.1,0.03,0.80,0.05)'];
  const [conversion] = clickHouse['minSampleSizeConversion(0.25,0.03,0.80,0.05)'];
  return [
    ...casesOf('Student, ClickHouse', tests.student, () => ofT(student), { relative: 1e-9 }),
    ...casesOf('Welch, ClickHouse', tests.welch, () => ofT(welch), { relative: 1e-9 }),
    ...casesOf('Mann-Whitney, ClickHouse', tests.mannWhitney, () => [ranks.u, ranks.pValue], { relative: 1e-9 }),
    ...casesOf('Kolmogorov-Smirnov, ClickHouse', tests.ks, () => [exact.d, exact.pValue], { relative: 1e-9 }),
    ...casesOf('Student, SciPy', sciPy.student, () => ofT(student), { relative: 1e-9 }),
    ...casesOf('Welch, SciPy', sciPy.welch, () => ofT(welch), { relative: 1e-9 }),
    ...casesOf('Mann-Whitney, SciPy', sciPy.mw_asym, () => [ranks.u, ranks.pValue], { relative: 1e-9 }),
    ...casesOf('Mann-Whitney exact, SciPy', sciPy.mw_exact_noties, () => [ranks.u, 2 * rankSumAtLeast(74, 10, 10)], { relative: 1e-9 }),
    ...casesOf('Kolmogorov-Smirnov exact, SciPy', sciPy.ks_exact, () => [exact.d, exact.pValue], { relative: 1e-9 }),
    {
      method: 'sample size of a conversion, ClickHouse',
      reference: conversion,
      ours: () => sampleSizeOfProportions(0.25, 0.28),
      tolerance: { relative: 1e-9 },
    },
    {
      method: 'sample size of means, ClickHouse (normal, one arm fewer by t)',
      reference: continuous,
      ours: () => sampleSizeOfMeans((0.03 * 112.25) / 21.1),
      tolerance: { relative: 0.01 },
    },
  ];
}
