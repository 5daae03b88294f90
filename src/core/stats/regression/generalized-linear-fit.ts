import { checkLevel } from '../check-options.ts';
import { type Column, cannotAnswer, checkColumn, checkSameLength } from '../column.ts';
import { chiSquareAbove } from '../distributions.ts';
import { checkpoint, type Progress } from '../progress.ts';
import { checkColumnSeparation } from './check-separation.ts';
import { type Coefficient, coefficientsOf } from './coefficient.ts';
import type { GlmFamily } from './glm-family.ts';
import { maximiseLikelihood } from './maximise-likelihood.ts';
import { type DesignOptions, type Predictor, type RegressionData, regressionData } from './regression-data.ts';

/** Weights are repeats: a row of weight 3 counts as three rows. */
export interface GlmOptions extends DesignOptions {
  /** Known parts of the linear predictor, such as the logarithm of an exposure. */
  readonly offset?: Column;
  /** Of the intervals; 0.95 by default. */
  readonly level?: number;
  readonly progress?: Progress;
}

/** A fit of yes-or-no outcomes or of counts by maximum likelihood. */
export interface GlmFit {
  readonly family: GlmFamily;
  /** Sum of weights: the rows that count. */
  readonly n: number;
  /** n less the number of coefficients. */
  readonly df: number;
  /** On the scale of the link (log odds, log of the mean); judged by the normal distribution. */
  readonly coefficients: readonly Coefficient[];
  /** Row by row, in the order of the coefficients. */
  readonly covariance: Float64Array;
  readonly logLikelihood: number;
  /** Of the model with the intercept (and offset) alone. */
  readonly nullLogLikelihood: number;
  /** Twice the log-likelihood that a model with a coefficient a row would gain. */
  readonly deviance: number;
  readonly aic: number;
  readonly bic: number;
  /** McFadden's 1 − logLikelihood ÷ nullLogLikelihood. Null where the null model fits wholly. */
  readonly pseudoRSquared: number | null;
  /** Whether any column explains. Null without a column. */
  readonly likelihoodRatio: { readonly chiSquare: number; readonly df: number; readonly pValue: number } | null;
  /** Σ (y − μ)² ÷ variance, over df: about 1 where the distribution's spread is right; above, errors are too small. Null where weights add up to no more than coefficients. */
  readonly dispersion: number | null;
  readonly iterations: number;
  /** Expected outcomes and linear predictors of the rows whose weight is above zero. */
  readonly fitted: Float64Array;
  readonly linearPredictor: Float64Array;
  readonly columns: readonly Float64Array[];
  readonly weights: Float64Array | null;
}

/**
 * Generalized linear model with a canonical link. McCullagh and Nelder, Generalized Linear Models, 1989, chapter 2.
 * @throws UserError as `regressionData` and `checkIndependence`; for an outcome that the family does not know (with its position); for separation
 * (columns named)
 */
export function generalizedLinearFit(
  family: GlmFamily,
  outcome: Column,
  predictors: readonly Predictor[],
  options: GlmOptions = {},
): GlmFit {
  const { level = 0.95, progress } = options;
  checkLevel(level);
  const data = regressionData(outcome, predictors, options);
  checkOutcome(family, outcome);
  const offset = keptOffset(outcome, options);
  checkColumnSeparation(family, data);
  checkpoint(progress, 0);
  const found = maximiseLikelihood(family, data, offset, progress);
  const n = totalWeight(data);
  const size = data.columns.length;
  const constant = sumOver(data, family.constant);
  const logLikelihood = found.logLikelihood + constant;
  return {
    family,
    n,
    df: n - size,
    coefficients: coefficientsOf(data.names, found.estimates, found.covariance, { df: Number.POSITIVE_INFINITY, level }),
    covariance: found.covariance,
    logLikelihood,
    ...comparedWithNull(family, data, offset, { logLikelihood, constant }),
    deviance: 2 * (sumOver(data, family.saturated) - found.logLikelihood),
    aic: -2 * logLikelihood + 2 * size,
    bic: -2 * logLikelihood + Math.log(n) * size,
    dispersion: n > size ? pearsonSum(data, found.rows) / (n - size) : null,
    iterations: found.iterations,
    fitted: found.rows.mean,
    linearPredictor: found.rows.eta,
    columns: data.columns,
    weights: data.weights,
  };
}

function checkOutcome(family: GlmFamily, outcome: Column): void {
  let sum = 0;
  for (let row = 0; row < outcome.length; row++) {
    const refusal = family.refusal(outcome[row] ?? 0);
    if (refusal !== null) throw cannotAnswer(`"outcome" has ${outcome[row]} at position ${row}; ${refusal}`);
    sum += outcome[row] ?? 0;
  }
  if (sum === 0 || (family.name === 'logistic' && sum === outcome.length))
    throw cannotAnswer(`every outcome is ${outcome[0]}, so there is nothing to explain; give rows of both kinds`);
}

function keptOffset(outcome: Column, { offset, weights }: GlmOptions): Float64Array | null {
  if (!offset) return null;
  checkSameLength(outcome, offset, ['outcome', 'offset']);
  checkColumn(offset, 'offset');
  const all = Float64Array.from(offset);
  return weights ? all.filter((_, row) => (weights[row] ?? 0) > 0) : all;
}

function totalWeight({ weights, n }: RegressionData): number {
  return weights?.reduce((sum, weight) => sum + weight, 0) ?? n;
}

function sumOver({ outcome, weights }: RegressionData, of: ((outcome: number) => number) | null): number {
  let sum = 0;
  if (of === null) return sum;
  for (let row = 0; row < outcome.length; row++) sum += (weights?.[row] ?? 1) * of(outcome[row] ?? 0);
  return sum;
}

function pearsonSum(
  { outcome, weights }: RegressionData,
  { mean, slope }: { readonly mean: Float64Array; readonly slope: Float64Array },
): number {
  let sum = 0;
  for (let row = 0; row < outcome.length; row++)
    sum += ((weights?.[row] ?? 1) * ((outcome[row] ?? 0) - (mean[row] ?? 0)) ** 2) / (slope[row] ?? 1);
  return sum;
}

function comparedWithNull(
  family: GlmFamily,
  data: RegressionData,
  offset: Float64Array | null,
  { logLikelihood, constant }: { readonly logLikelihood: number; readonly constant: number },
): Pick<GlmFit, 'nullLogLikelihood' | 'pseudoRSquared' | 'likelihoodRatio'> {
  const nullLogLikelihood = nullFit(family, data, offset) + constant;
  const df = data.columns.length - (data.hasIntercept ? 1 : 0);
  const chiSquare = Math.max(0, 2 * (logLikelihood - nullLogLikelihood));
  return {
    nullLogLikelihood,
    pseudoRSquared: nullLogLikelihood === 0 ? null : 1 - logLikelihood / nullLogLikelihood,
    likelihoodRatio: df > 0 ? { chiSquare, df, pValue: chiSquareAbove(chiSquare, df) } : null,
  };
}

function nullFit(family: GlmFamily, data: RegressionData, offset: Float64Array | null): number {
  const { outcome, weights, n } = data;
  if (data.hasIntercept && offset) {
    const alone: RegressionData = { ...data, columns: data.columns.slice(0, 1), names: data.names.slice(0, 1) };
    return maximiseLikelihood(family, alone, offset, undefined).logLikelihood;
  }
  if (!offset) return levelFit(family, data);
  return family.evaluate({ outcome, weights, eta: offset, mean: new Float64Array(n), slope: new Float64Array(n) }, 0, n);
}

/** Log-likelihood of one level for all rows: with a canonical link each row adds outcome · η less what a row of outcome 0 costs. */
function levelFit(family: GlmFamily, data: RegressionData): number {
  const total = totalWeight(data);
  const sum = sumOver(data, (value) => value);
  const level = data.hasIntercept ? family.link(sum / total) : 0;
  const one = () => new Float64Array(1);
  const ofZero = family.evaluate({ outcome: one(), weights: null, eta: one().fill(level), mean: one(), slope: one() }, 0, 1);
  return sum * level + total * ofZero;
}
