import { fitCox } from '../../src/core/stats/survival/cox-model.ts';
import { kaplanMeier, type SurvivalIntervalMethod, survivalAt, survivalQuantile } from '../../src/core/stats/survival/kaplan-meier.ts';
import { compareSurvival } from '../../src/core/stats/survival/log-rank.ts';
import type { ObservedDurations } from '../../src/core/stats/survival/observed-durations.ts';
import { fitWeibull } from '../../src/core/stats/survival/weibull.ts';
import { type Case, casesOf, type Folders, type Group, numbers, type Reference } from './case.ts';

/** Survival: lung cancer, leukaemia and the customers of a telephone company. */
export const survivalGroup: Group = {
  name: 'survival',
  cases: (folders) => {
    const expected = folders.reference('survival');
    return [...lung(expected, folders), ...leukaemia(expected, folders), ...telephone(expected, folders)];
  },
};

type Table = Readonly<Record<string, readonly string[]>>;

/** Cases of a table where a column has a value, or all. */
function durationsOf(
  table: Table,
  time: string,
  isEvent: (row: number) => boolean,
  isIn: (row: number) => boolean = () => true,
): ObservedDurations {
  const rows = (table[time] ?? []).map((_, row) => row).filter(isIn);
  return { durations: rows.map((row) => Number(table[time]?.[row])), events: rows.map((row) => (isEvent(row) ? 1 : 0)) };
}

const tight = { relative: 1e-9 } as const;

function curve(method: string, reference: Reference, observed: ObservedDurations): Case[] {
  const found = kaplanMeier(observed);
  const median = survivalQuantile(found);
  const [low, high] = reference.median_ci_cloglog;
  const points = (reference.at as Reference[]).flatMap(({ t, S, se_greenwood: error }) => {
    const at = survivalAt(found, t);
    return casesOf(`${method} at ${t}`, [S, error], () => [at.survival, at.standardError], tight);
  });
  return [
    ...casesOf(
      method,
      [reference.n, reference.events, reference.median, reference.n_distinct_event_times, low, high ?? -1],
      () => [found.n, found.events, median.time ?? -1, found.times.length, median.low ?? -1, median.high ?? -1],
      { absolute: 0 },
    ),
    ...points,
  ];
}

function lung(expected: Reference, folders: Folders): Case[] {
  const table = folders.table('survival/lung.csv');
  const of = (isIn?: (row: number) => boolean) => durationsOf(table, 'time', (row) => table.status?.[row] === '2', isIn);
  const sexes = ['1', '2'].map((sex) => of((row) => table.sex?.[row] === sex));
  const [rank, gehan] = [compareSurvival(sexes), compareSurvival(sexes, 'gehan')];
  const { logrank_lung_sex: expectedRank, gehan_lung_sex: expectedGehan, weibull_lung: weibull } = expected;
  const fit = fitWeibull(of());
  return [
    ...curve('Kaplan-Meier lung', expected.km_lung_all, of()),
    ...sexes.flatMap((observed, index) => curve(`Kaplan-Meier lung sex ${index + 1}`, expected.km_lung_by_sex[index + 1], observed)),
    ...performance(expected.km_lung_by_ecog_R, (level) => of((row) => table['ph.ecog']?.[row] === level)),
    ...casesOf('log-rank lung', [expectedRank.chi2, expectedRank.p, expectedRank.df], () => [rank.chiSquare, rank.pValue, rank.df], tight),
    ...casesOf('Gehan lung', [expectedGehan.chi2, expectedGehan.p], () => [gehan.chiSquare, gehan.pValue], tight),
    ...cox(expected.cox_lung_age_sex_ecog, table, of),
    ...casesOf('Weibull lung', [weibull.lambda, weibull.rho], () => [fit.lambda, fit.rho], { relative: 1e-5 }),
    { method: 'Weibull lung LL', reference: weibull.LL, ours: () => fit.logLikelihood, tolerance: { relative: 1e-9 } },
  ];
}

/** R prints few digits. */
function performance(expected: Reference, of: (level: string) => ObservedDurations): Case[] {
  const curveOf = (level: string, method: SurvivalIntervalMethod) => kaplanMeier(of(level), method);
  const medians = ['1', '2'].flatMap((level) => {
    const reference = expected[`ph.ecog=${level}`];
    const found = curveOf(level, expected.ci_type);
    const median = survivalQuantile(found);
    return casesOf(
      `Kaplan-Meier R ecog ${level}`,
      [reference.n, reference.events, reference.median, ...reference.ci],
      () => [found.n, found.events, median.time ?? -1, median.low ?? -1, median.high ?? -1],
      { absolute: 0 },
    );
  });
  const shares = [
    ['0', 180],
    ['1', 365],
    ['2', 730],
  ] as const;
  return [
    ...medians,
    ...shares.flatMap(([level, time]) => {
      const reference = expected[`ph.ecog=${level} t=${time}`];
      const at = survivalAt(curveOf(level, expected.ci_type), time);
      return casesOf(
        `Kaplan-Meier R ecog ${level} at ${time}`,
        [reference.S, reference.se, ...reference.ci],
        () => [at.survival, at.standardError, at.low, at.high],
        { relative: 2e-3 },
      );
    }),
  ];
}

function cox(expected: Reference, table: Table, of: (isIn: (row: number) => boolean) => ObservedDurations): Case[] {
  const isKnown = (row: number) => /\d/.test(table['ph.ecog']?.[row] ?? '');
  const names = ['age', 'sex', 'ph.ecog'];
  const covariates = Object.fromEntries(names.map((name) => [name, numbers((table[name] ?? []).filter((_, row) => isKnown(row)))]));
  const flat = (values: Reference) => names.map((name) => values[name]);
  const ofTies = (ties: 'efron' | 'breslow') => {
    const reference = expected[ties];
    const model = fitCox(of(isKnown), covariates, { ties });
    const effects = (figure: 'coefficient' | 'standardError' | 'hazardRatio' | 'pValue') => () =>
      model.effects.map((effect) => effect[figure]);
    return [
      ...casesOf(`Cox ${ties} coefficient`, flat(reference.coef), effects('coefficient'), { relative: 1e-7 }),
      ...casesOf(`Cox ${ties} SE`, flat(reference.se), effects('standardError'), { relative: 1e-7 }),
      ...casesOf(`Cox ${ties} hazard ratio`, flat(reference.hr), effects('hazardRatio'), { relative: 1e-7 }),
      ...casesOf(`Cox ${ties} p`, flat(reference.p), effects('pValue'), { relative: 1e-6 }),
      ...casesOf(`Cox ${ties}`, [reference.n, reference.events, reference.loglik], () => [model.n, model.events, model.logLikelihood], {
        relative: 1e-10,
      }),
    ];
  };
  const { lifelines } = expected;
  const model = fitCox(of(isKnown), covariates);
  return [
    ...ofTies('efron'),
    ...ofTies('breslow'),
    ...casesOf('Cox lifelines coefficient', flat(lifelines.coef), () => model.effects.map(({ coefficient }) => coefficient), {
      relative: 1e-5,
    }),
    ...casesOf('Cox lifelines SE', flat(lifelines.se), () => model.effects.map(({ standardError }) => standardError), { relative: 1e-5 }),
    { method: 'Cox lifelines LL', reference: lifelines.loglik, ours: () => model.logLikelihood, tolerance: { relative: 1e-9 } },
    { method: 'Cox concordance', reference: lifelines.concordance, ours: () => model.concordance, tolerance: { relative: 1e-9 } },
  ];
}

function leukaemia(expected: Reference, folders: Folders): Case[] {
  const table = folders.table('survival/aml.csv');
  const of = (arm: string) =>
    durationsOf(
      table,
      'time',
      (row) => table.status?.[row] === '1',
      (row) => table.x?.[row] === arm,
    );
  const arms = ['Maintained', 'Nonmaintained'];
  const rank = compareSurvival(arms.map(of));
  return [
    ...arms.flatMap((arm) => curve(`Kaplan-Meier aml ${arm}`, expected.km_aml[arm], of(arm))),
    ...casesOf('log-rank aml', [expected.logrank_aml.chi2, expected.logrank_aml.p], () => [rank.chiSquare, rank.pValue], tight),
  ];
}

function telephone(expected: Reference, folders: Folders): Case[] {
  const table = folders.table('telco_churn/Telco-Customer-Churn.csv');
  const of = (isIn?: (row: number) => boolean) => durationsOf(table, 'tenure', (row) => table.Churn?.[row] === 'Yes', isIn);
  const { km_telco: km, logrank_telco_contract: expectedRank } = expected;
  const contracts = Object.keys(km.by_contract);
  const byContract = contracts.map((contract) => of((row) => table.Contract?.[row] === contract));
  const shares = (method: string, points: Reference[], observed: ObservedDurations) => {
    const found = kaplanMeier(observed);
    return casesOf(
      method,
      points.map(({ S }) => S),
      () => points.map(({ t }) => survivalAt(found, t).survival),
      tight,
    );
  };
  const rank = compareSurvival(byContract);
  return [
    ...shares('Kaplan-Meier telco', km.all.S_at, of()),
    ...byContract.flatMap((observed, i) => shares(`Kaplan-Meier telco ${contracts[i]}`, km.by_contract[contracts[i] ?? ''], observed)),
    ...casesOf('log-rank telco', [expectedRank.chi2, expectedRank.df], () => [rank.chiSquare, rank.df], tight),
    { method: 'log-rank telco p', reference: expectedRank.p, ours: () => rank.pValue, tolerance: { absolute: 1e-300 } },
  ];
}
