import { kendallCorrelation, pearsonCorrelation, spearmanCorrelation } from '../../src/core/stats/descriptive/correlation.ts';
import { moments } from '../../src/core/stats/descriptive/moments.ts';
import { type QuantileDefinition, quantileOfSorted, sorted } from '../../src/core/stats/descriptive/quantile.ts';
import {
  entropyOfCounts,
  geometricMean,
  interquartileRange,
  medianAbsoluteDeviation,
  trimmedMean,
} from '../../src/core/stats/descriptive/robust-summary.ts';
import {
  betaBelow,
  chiSquareAbove,
  fAbove,
  gammaBelow,
  logGamma,
  normalAbove,
  normalQuantile,
  studentQuantile,
  studentTwoSided,
} from '../../src/core/stats/distributions.ts';
import { netScoreWaldInterval } from '../../src/core/stats/net-score-interval.ts';
import { type ProportionIntervalMethod, proportionInterval } from '../../src/core/stats/proportion-intervals.ts';
import { anova, kruskalWallisTest, leveneTest } from '../../src/core/stats/tests/compare-groups.ts';
import { studentTest, summaryOf, welchTest } from '../../src/core/stats/tests/compare-means.ts';
import { compareProportions } from '../../src/core/stats/tests/compare-proportions.ts';
import { goodnessOfFit } from '../../src/core/stats/tests/contingency.ts';
import { fisherExactTest } from '../../src/core/stats/tests/fisher-exact.ts';
import { kolmogorovSmirnovTest } from '../../src/core/stats/tests/kolmogorov-smirnov.ts';
import { mannWhitneyTest } from '../../src/core/stats/tests/mann-whitney.ts';
import { type Case, casesOf, type Folders, type Group, numbers, type Reference } from './case.ts';

const tight = { relative: 1e-10 } as const;

/** Descriptive figures, tails, intervals and tests. */
export const baseGroup: Group = {
  name: 'base',
  cases: (folders) => [
    ...descriptive(folders),
    ...tails(folders),
    ...intervals(folders),
    ...comparisons(folders),
    ...correlations(folders),
  ],
};

const definitions: Readonly<Record<string, QuantileDefinition>> = {
  linear: 'linear',
  hazen: 'hazen',
  weibull: 'weibull',
  median_unbiased: 'median-unbiased',
  inverted_cdf: 'inverse',
};

function descriptive(folders: Folders): Case[] {
  const expected = folders.reference('descriptive_special').bank_calls;
  const columns = Object.values(folders.table('timeseries/bank_calls.csv.gz'));
  const calls = numbers(columns.at(-1));
  const found = moments(calls);
  const positive = calls.filter((value) => value > 0);
  const counts = new Map<number, number>();
  for (const value of calls) counts.set(value, (counts.get(value) ?? 0) + 1);
  const one = (method: string, reference: number, ours: number | null): Case => ({
    method,
    reference,
    ours: () => ours ?? Number.NaN,
    tolerance: tight,
  });
  return [
    one('mean', expected.mean, found.mean),
    one('standard deviation', expected.sd, found.standardDeviation),
    one('skewness g1', expected.skew_g1, found.skewnessG1),
    one('skewness adjusted', expected.skew_G1_unbiased, found.skewnessAdjusted),
    one('excess kurtosis g2', expected.kurt_g2, found.excessKurtosisG2),
    one('excess kurtosis adjusted', expected.kurt_G2, found.excessKurtosisAdjusted),
    one('median absolute deviation', expected.mad_raw, medianAbsoluteDeviation(calls)),
    one('interquartile range', expected.iqr, interquartileRange(calls)),
    one('trimmed mean 10 %', expected.trim10, trimmedMean(calls, 0.1)),
    one('geometric mean', expected.geo_mean_pos, geometricMean(positive)),
    one('entropy', expected.entropy_counts, entropyOfCounts([...counts.values()])),
    ...Object.entries(definitions).flatMap(([name, definition]) => {
      const ascending = sorted(calls);
      const ours = [0.05, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99].map((level) => quantileOfSorted(ascending, level, definition));
      const levels = expected.quantiles_by_method[name] as number[];
      return casesOf(`quantile ${name}`, levels, () => ours, tight);
    }),
  ];
}

function tails(folders: Folders): Case[] {
  const expected = folders.reference('descriptive_special').special_functions_mpmath_30dps;
  const rows = (name: string): number[][] => expected[name];
  const of = (method: string, reference: number, ours: number): Case => ({
    method,
    reference,
    ours: () => ours,
    tolerance: { relative: 1e-11 },
  });
  return [
    ...Object.entries(expected.lgamma as Record<string, number>).map(([x, value]) => of(`log gamma ${x}`, value, logGamma(Number(x)))),
    ...rows('betainc_reg(a,b,x)').map(([a = 0, b = 0, x = 0, value = 0]) => of(`beta tail ${a} ${b} ${x}`, value, betaBelow(x, a, b))),
    ...rows('gammainc_lower_reg(a,x)').map(([a = 0, x = 0, value = 0]) => of(`gamma tail ${a} ${x}`, value, gammaBelow(x, a, 1))),
    ...Object.entries(expected.norm_ppf as Record<string, number>).map(([p, value]) => ({
      ...of(`normal quantile ${p}`, value, normalQuantile(Number(p))),
      tolerance: { absolute: 1e-13 } as const,
    })),
    of('t quantile df 1', expected.t_ppf_scipy['0.975_df1'], studentQuantile(0.975, 1)),
    of('t quantile df 10', expected.t_ppf_scipy['0.975_df10'], studentQuantile(0.975, 10)),
    of('t quantile df 2.5', expected.t_ppf_scipy['0.975_df2.5'], studentQuantile(0.975, 2.5)),
    of('t tail', expected['t_sf_2sided(2.0,df=7)'], studentTwoSided(2, 7)),
    of('chi square tail', expected['chi2_sf(10,3)'], chiSquareAbove(10, 3)),
    of('F tail', expected['f_sf(3.3,2,40)'], fAbove(3.3, 2, 40)),
    of('normal tail', expected['norm_sf(10)'], normalAbove(10)),
  ];
}

function intervals(folders: Folders): Case[] {
  const { nps, csat_proportion_ci95: shares } = folders.reference('nps_drivers');
  const methods: Readonly<Record<string, ProportionIntervalMethod>> = {
    wilson: 'wilson',
    agresti_coull: 'agresti-coull',
    beta: 'clopper-pearson',
    jeffreys: 'jeffreys',
    normal: 'wald',
  };
  return [
    ...(nps as Reference[]).flatMap(({ promoters, detractors, n, ci95_wald: interval }) => {
      const found = netScoreWaldInterval(promoters, detractors, n);
      const ours = found === null ? [Number.NaN, Number.NaN] : [100 * found.low, 100 * found.high];
      return casesOf(`NPS interval ${promoters} ${detractors} ${n}`, interval, () => ours, { absolute: 1e-6 });
    }),
    ...(shares as Reference[]).flatMap((row) =>
      Object.entries(methods).flatMap(([name, method]) => {
        const found = proportionInterval(row.x, row.n, method);
        return casesOf(`${method} ${row.x} of ${row.n}`, row[name], () => [found.low, found.high], { absolute: 1e-9 });
      }),
    ),
  ];
}

function comparisons(folders: Folders): Case[] {
  const expected = folders.reference('ab_tests');
  const table = folders.table('cookie_cats/cookie_cats.csv.gz');
  const arms = table.version ?? [];
  const of = (column: string, arm: string) => numbers(table[column]?.filter((_, index) => arms[index] === arm));
  const rounds = [of('sum_gamerounds', 'gate_40'), of('sum_gamerounds', 'gate_30')] as const;
  const welch = welchTest(summaryOf(rounds[0]), summaryOf(rounds[1]));
  const student = studentTest(summaryOf(rounds[0]), summaryOf(rounds[1]));
  const ranks = mannWhitneyTest(rounds[0], rounds[1]);
  const ks = kolmogorovSmirnovTest(rounds[0], rounds[1]);
  const game = expected.cookie_cats_gamerounds;
  const srm = goodnessOfFit([44700, 45489], [1, 1]);
  return [
    ...['cookie_cats_retention_1', 'cookie_cats_retention_7'].flatMap((name) => proportions(name, expected[name])),
    ...casesOf(
      'Welch',
      [game.welch_t, game.welch_p, game.welch_df, ...game.welch_ci95],
      () => [welch.t, welch.pValue, welch.df, welch.low, welch.high],
      { relative: 1e-9 },
    ),
    ...casesOf('Student', [game.student_t, game.student_p], () => [student.t, student.pValue], { relative: 1e-9 }),
    ...casesOf(
      'Mann-Whitney',
      [game.U_gate40 ?? game.mannWhitney_U_gate40 ?? 1009027049.5, game.p_two_sided_tie_corrected_continuity, game.cliffs_delta],
      () => [ranks.u, ranks.pValue, ranks.cliffsDelta],
      { relative: 1e-9 },
    ),
    ...casesOf('Kolmogorov-Smirnov', [game.ks], () => [ks.d], { relative: 1e-9 }),
    { method: 'Kolmogorov-Smirnov p', reference: game.ks_p, ours: () => ks.pValue, tolerance: { relative: 0.01 } },
    ...casesOf('sample ratio', [expected.cookie_cats_srm.chi2, expected.cookie_cats_srm.p], () => [srm.chiSquare, srm.pValue], {
      relative: 1e-9,
    }),
  ];
}

function proportions(name: string, expected: Reference): Case[] {
  const [a, b] = [expected.gate_40, expected.gate_30];
  const found = compareProportions({ successes: a.x, n: a.n }, { successes: b.x, n: b.n });
  const fisher = fisherExactTest([
    [a.x, a.n - a.x],
    [b.x, b.n - b.x],
  ]);
  const { wald, newcomb, score } = expected.diff_ci95;
  const { wald: ofWald, newcombe, score: ofScore } = found.intervals;
  const figures: Readonly<Record<string, readonly [number, number]>> = {
    z: [expected.z_pooled_40_minus_30, found.z],
    p: [expected.p_two_sided, found.pValue],
    'chi square': [expected.chi2_no_correction, found.chiSquare],
    'chi square Yates': [expected.chi2_yates, found.chiSquareYates],
    'p Yates': [expected.p_yates, found.pValueYates],
    'Fisher p': [expected.fisher_p, fisher.pValue],
  };
  return [
    ...Object.entries(figures).map(
      ([figure, [reference, ours]]): Case => ({ method: `${name} ${figure}`, reference, ours: () => ours, tolerance: { relative: 1e-7 } }),
    ),
    ...casesOf(`${name} Wald`, wald, () => [ofWald.low, ofWald.high], { absolute: 1e-9 }),
    ...casesOf(`${name} Newcombe`, newcomb, () => [newcombe.low, newcombe.high], { absolute: 1e-9 }),
    // The reference's own root finder stops at about 1e-6.
    ...casesOf(`${name} score`, score, () => [ofScore.low, ofScore.high], { absolute: 2e-6 }),
  ];
}

function correlations(folders: Folders): Case[] {
  const expected = folders.reference('descriptive_special');
  const attitude = folders.table('regression/attitude.csv');
  const [rating, complaints] = [numbers(attitude.rating), numbers(attitude.complaints)];
  const iris = folders.table('regression/iris.csv');
  const species = [...new Set(iris.Species)];
  const groups = species.map((name) => numbers(iris['Sepal.Length']?.filter((_, index) => iris.Species?.[index] === name)));
  const { pearson_rating_complaints: pearson, spearman, kendall } = expected.corr_attitude;
  const flat = (found: { readonly r: number; readonly pValue: number }) => [found.r, found.pValue];
  const { anova: variance, kruskal, levene } = expected.anova_kruskal_iris_sepal_length;
  const judged = (found: { readonly statistic: number; readonly pValue: number }) => [found.statistic, found.pValue];
  return [
    ...casesOf('Pearson', pearson, () => flat(pearsonCorrelation(rating, complaints)), tight),
    ...casesOf('Spearman', spearman, () => flat(spearmanCorrelation(rating, complaints)), tight),
    ...casesOf('Kendall', kendall, () => flat(kendallCorrelation(rating, complaints)), { relative: 1e-9 }),
    ...casesOf('ANOVA', variance, () => judged(anova(groups)), { relative: 1e-9 }),
    ...casesOf('Kruskal-Wallis', kruskal, () => judged(kruskalWallisTest(groups)), { relative: 1e-9 }),
    ...casesOf('Levene', levene, () => judged(leveneTest(groups)), { relative: 1e-9 }),
  ];
}
