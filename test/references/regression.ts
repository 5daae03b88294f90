import { logisticRegression } from '../../src/core/stats/regression/logistic-regression.ts';
import { ordinaryLeastSquares } from '../../src/core/stats/regression/ordinary-least-squares.ts';
import { brierScore, logLoss } from '../../src/core/stats/regression/probability-scores.ts';
import { interceptName, type Predictor } from '../../src/core/stats/regression/regression-data.ts';
import { relativeImportance } from '../../src/core/stats/regression/relative-importance.ts';
import { rocArea } from '../../src/core/stats/regression/roc-area.ts';
import { treatmentCoding } from '../../src/core/stats/regression/treatment-coding.ts';
import { varianceInflation } from '../../src/core/stats/regression/variance-inflation.ts';
import { type Case, type Folders, type Group, numbers, type Reference } from './case.ts';

/** Linear and logistic regression and relative importance. */
export const regressionGroup: Group = {
  name: 'regression',
  cases: (folders) => [...longley(folders), ...defaults(folders), ...churn(folders), ...importance(folders)],
};

/** A figure by name, of the reference and ours. */
type Figures = Readonly<Record<string, number | null | undefined>>;

function compare(method: string, reference: Figures, ours: () => Figures, tolerance: Case['tolerance']): Case[] {
  let known: Figures | null = null;
  return Object.entries(reference).map(([name, value]) => ({
    method: `${method} ${name}`,
    reference: value ?? Number.NaN,
    ours: () => {
      known ??= ours();
      return known[name] ?? Number.NaN;
    },
    tolerance,
  }));
}

interface Fitted {
  readonly coefficients: readonly {
    readonly name: string;
    readonly estimate: number;
    readonly standardError: number;
    readonly pValue: number;
  }[];
}

function byName(fit: Fitted, figure: 'estimate' | 'standardError' | 'pValue', nameOf: (ours: string) => string = (name) => name): Figures {
  return Object.fromEntries(fit.coefficients.map((each) => [nameOf(each.name), each[figure]]));
}

/** The file is in thousands and tens where the certified figures are in units. */
const longleyUnits = [
  ['GNPDEFL', 'GNP.deflator', 1],
  ['GNP', 'GNP', 1000],
  ['UNEMP', 'Unemployed', 10],
  ['ARMED', 'Armed.Forces', 10],
  ['POP', 'Population', 1000],
  ['YEAR', 'Year', 1],
] as const;

function longley(folders: Folders): Case[] {
  const { result, nist_certified: nist, ...expected } = folders.reference('regression').ols_longley;
  const table = folders.table('regression/longley.csv');
  const scaled = (name: string, unit: number) => numbers(table[name]).map((value) => (unit === 1 ? value : Math.round(value * unit)));
  const predictors = longleyUnits.map(([name, column, unit]) => ({ name, values: scaled(column, unit) }));
  const outcome = scaled('Employed', 1000);
  const fit = ordinaryLeastSquares(outcome, predictors);
  const named = (name: string) => (name === interceptName ? 'const' : name);
  const certified = (values: readonly number[]) =>
    Object.fromEntries([...longleyUnits.map(([name]) => name), 'const'].map((name, index) => [name, values[index]]));
  const robust = (errors: 'hc0' | 'hc3') => () => byName(ordinaryLeastSquares(outcome, predictors, { errors }), 'standardError', named);
  const whole = () =>
    ({
      ...fit,
      rsquared: fit.rSquared,
      rsquared_adj: fit.rSquaredAdjusted,
      fvalue: fit.fTest?.statistic,
      f_pvalue: fit.fTest?.pValue,
      llf: fit.logLikelihood,
      mse_resid: fit.residualVariance,
      scale: fit.residualVariance,
    }) as unknown as Figures;
  const { params, bse, pvalues, ...rest } = result;
  return [
    ...compare(
      'Longley certified estimate',
      certified(nist['params (GNPDEFL,GNP,UNEMP,ARMED,POP,YEAR,const)']),
      () => byName(fit, 'estimate', named),
      { relative: 1e-9 },
    ),
    ...compare('Longley certified error', certified(nist.bse), () => byName(fit, 'standardError', named), { relative: 1e-9 }),
    ...compare('Longley certified', { scale: nist.scale, rsquared: nist.rsquared, fvalue: nist.fvalue }, whole, { relative: 1e-9 }),
    ...compare('Longley published HC3', certified(nist.HC3_se), robust('hc3'), { relative: 2e-4 }),
    ...compare('Longley estimate', params, () => byName(fit, 'estimate', named), { relative: 1e-9 }),
    ...compare('Longley error', bse, () => byName(fit, 'standardError', named), { relative: 1e-9 }),
    ...compare('Longley p', pvalues, () => byName(fit, 'pValue', named), { relative: 1e-8 }),
    ...compare('Longley', rest, whole, { relative: 1e-9 }),
    ...compare('Longley HC0', expected.HC0_bse, robust('hc0'), { relative: 1e-8 }),
    ...compare('Longley HC3', expected.HC3_bse, robust('hc3'), { relative: 1e-8 }),
    ...compare(
      'Longley inflation',
      expected.vif,
      () => Object.fromEntries(varianceInflation(predictors).map(({ name, vif }) => [name, vif])),
      { relative: 1e-8 },
    ),
    ...compare('Longley', { 'Durbin-Watson': expected.durbin_watson }, () => ({ 'Durbin-Watson': fit.durbinWatson }), { relative: 1e-9 }),
    ...compare('Longley', { condition: expected.cond }, () => ({ condition: fit.conditionNumber }), { relative: 1e-6 }),
  ];
}

function logitCases(
  method: string,
  expected: Reference,
  outcome: Float64Array,
  predictors: readonly Predictor[],
  named: (name: string) => string,
): Case[] {
  const fit = logisticRegression(outcome, predictors);
  const { params, bse, pvalues, llr_pvalue, ...whole } = expected;
  return [
    ...compare(`${method} estimate`, params, () => byName(fit, 'estimate', named), { relative: 1e-7 }),
    ...compare(`${method} error`, bse, () => byName(fit, 'standardError', named), { relative: 1e-7 }),
    ...compare(`${method} p`, pvalues, () => byName(fit, 'pValue', named), { relative: 1e-5 }),
    // So far out in the tail a millionth of the statistic moves the reference's own last digits.
    ...compare(method, { llr_pvalue }, () => ({ llr_pvalue: fit.likelihoodRatio?.pValue }), { relative: 1e-6 }),
    ...compare(
      method,
      whole,
      () => ({
        n: fit.n,
        llf: fit.logLikelihood,
        aic: fit.aic,
        bic: fit.bic,
        prsquared: fit.pseudoRSquared,
        llnull: fit.nullLogLikelihood,
        llr: fit.likelihoodRatio?.chiSquare,
      }),
      { relative: 1e-8 },
    ),
  ];
}

function defaults(folders: Folders): Case[] {
  const table = folders.table('regression/Default.csv');
  const yes = (values: readonly string[] | undefined) => Float64Array.from(values ?? [], (value) => (value === 'Yes' ? 1 : 0));
  const predictors = [
    { name: 'balance', values: numbers(table.balance) },
    { name: 'income', values: numbers(table.income) },
    { name: 'stu', values: yes(table.student) },
  ];
  const { result } = folders.reference('regression').logit_isl_default;
  return logitCases('Default logit', result, yes(table.default), predictors, (name) => (name === interceptName ? 'const' : name));
}

function churn(folders: Folders): Case[] {
  const { logit_telco_churn: expected, telco_rows: rows } = folders.reference('regression');
  const table = folders.table('telco_churn/Telco-Customer-Churn.csv');
  const outcome = Float64Array.from(table.Churn ?? [], (value) => (value === 'Yes' ? 1 : 0));
  const categories = ['gender', 'Partner', 'Dependents', 'Contract', 'PaperlessBilling', 'PaymentMethod', 'InternetService'];
  const measures = ['tenure', 'MonthlyCharges', 'SeniorCitizen'];
  const predictors = [
    ...categories.flatMap((name) => treatmentCoding(name, table[name] ?? [])),
    ...measures.map((name) => ({ name, values: numbers(table[name]) })),
  ];
  const named = (name: string) => (name === interceptName ? 'Intercept' : name.replace(/^(\w+) = (.+)$/, 'C($1)[T.$2]'));
  const { fitted } = logisticRegression(outcome, predictors);
  return [
    ...compare(
      'Telco rows',
      rows,
      () => ({
        n: outcome.length,
        churn_yes: outcome.reduce((sum, value) => sum + value, 0),
        TotalCharges_missing: table.TotalCharges?.filter((text) => text.trim() === '').length,
      }),
      { absolute: 0 },
    ),
    ...logitCases('Telco logit', expected.result, outcome, predictors, named),
    ...compare(
      'Telco in sample',
      expected.in_sample,
      () => ({ auc: rocArea(outcome, fitted).area, brier: brierScore(outcome, fitted).score, logloss: logLoss(outcome, fitted).score }),
      { relative: 1e-9 },
    ),
  ];
}

function importance(folders: Folders): Case[] {
  const { relative_importance_attitude: attitude, relative_importance_swiss: swiss } = folders.reference('nps_drivers');
  return [attitude, swiss].flatMap((expected: Reference) => {
    const table = folders.table(expected.dataset);
    const outcome = numbers(table[expected.y]);
    const predictors = Object.keys(expected.lmg_shapley).map((name) => ({ name, values: numbers(table[name]) }));
    const lmg = relativeImportance(outcome, predictors);
    const johnson = relativeImportance(outcome, predictors, { method: 'johnson' });
    const fit = ordinaryLeastSquares(outcome, predictors);
    const of = (found: typeof lmg, figure: 'share' | 'first' | 'last' | 'pratt') => () =>
      Object.fromEntries(found.columns.map((each) => [each.name, each[figure]]));
    return [
      ...compare(`${expected.y} R²`, { R2: expected.R2 }, () => ({ R2: lmg.rSquared }), { relative: 1e-10 }),
      ...compare(`${expected.y} LMG`, expected.lmg_shapley, of(lmg, 'share'), { relative: 1e-9 }),
      ...compare(`${expected.y} Johnson`, expected.johnson_epsilon, of(johnson, 'share'), { relative: 1e-9 }),
      ...compare(`${expected.y} first`, expected.first, of(lmg, 'first'), { relative: 1e-9 }),
      ...compare(`${expected.y} last`, expected.last, of(lmg, 'last'), { relative: 1e-8 }),
      ...compare(`${expected.y} Pratt`, expected.pratt, of(lmg, 'pratt'), { relative: 1e-9 }),
      ...compare(
        `${expected.y} least squares`,
        expected.ols,
        () => byName(fit, 'estimate', (name) => (name === interceptName ? 'const' : name)),
        { relative: 1e-10 },
      ),
    ];
  });
}
