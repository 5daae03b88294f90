import { checkChoice, checkLevel } from '../check-options.ts';
import type { Column } from '../column.ts';
import { fAbove } from '../distributions.ts';
import { solveSymmetric } from '../solve-symmetric.ts';
import { type Coefficient, coefficientsOf } from './coefficient.ts';
import { leastSquaresTriangle } from './cross-product.ts';
import { checkIndependence, type DesignOptions, type Predictor, type RegressionData, regressionData } from './regression-data.ts';
import { type RobustErrors, robustCovariance } from './robust-covariance.ts';
import { congruence, invertUpper, leading, singularValues, solveUpper } from './triangle.ts';

export interface LeastSquaresOptions extends DesignOptions {
  /** `classical` takes one spread for all rows. */
  readonly errors?: 'classical' | RobustErrors;
  /** Of the intervals; 0.95 by default. */
  readonly level?: number;
}

/** A straight-line fit of one outcome. */
export interface LinearFit {
  readonly n: number;
  /** n less the number of coefficients. */
  readonly df: number;
  readonly coefficients: readonly Coefficient[];
  /** Row by row, in the order of the coefficients. */
  readonly covariance: Float64Array;
  readonly errors: 'classical' | RobustErrors;
  /** Share of the spread explained; about 0, not about the mean, without an intercept. Null where the outcome does not vary. */
  readonly rSquared: number | null;
  readonly rSquaredAdjusted: number | null;
  /** Whether any column explains; Wald's test on the robust covariance where errors are robust. Null without a column or variation, and where the fit is perfect. */
  readonly fTest: { readonly statistic: number; readonly df: readonly [number, number]; readonly pValue: number } | null;
  /** Sum of squared residuals ÷ df. */
  readonly residualVariance: number;
  /** Null, as what follows from it, where the fit is perfect: there is no bound. */
  readonly logLikelihood: number | null;
  /** −2·logLikelihood + 2·coefficients: the variance is not counted, as in statsmodels; R counts it. */
  readonly aic: number | null;
  readonly bic: number | null;
  /** About 2 where residuals in the order of the rows are not related. Durbin and Watson 1950. Null where there are none. */
  readonly durbinWatson: number | null;
  /** Largest ÷ smallest singular value of the columns as given. */
  readonly conditionNumber: number;
  /** Of the rows whose weight is above zero. */
  readonly residuals: Float64Array;
}

/**
 * How an outcome goes with several columns, by ordinary or weighted least squares: Householder QR, so that nearly collinear columns keep their digits (of
 * 10,000 rows and more with columns well apart by Cholesky's factor, which is quicker and as right to 12 digits).
 * It shows what goes together, not what causes it. Weights are precisions (the variance of a row is σ² ÷ weight), as in R's lm. Tests and intervals by
 * Student's t with n − k degrees of freedom, for robust errors too.
 * @param outcome one finite number a row
 * @throws UserError as `regressionData` and `checkIndependence`
 */
export function ordinaryLeastSquares(outcome: Column, predictors: readonly Predictor[], options: LeastSquaresOptions = {}): LinearFit {
  const { errors = 'classical', level = 0.95 } = options;
  checkLevel(level);
  checkChoice('errors', errors, ['classical', 'hc0', 'hc1', 'hc2', 'hc3']);
  const data = regressionData(outcome, predictors, options);
  const rowScale = data.weights?.map(Math.sqrt) ?? null;
  const [size, width] = [data.columns.length, data.columns.length + 1];
  const whole = leastSquaresTriangle([...data.columns, data.outcome], data.weights, data.hasIntercept);
  checkIndependence(whole, width, data.names);
  const turned = Float64Array.from({ length: width }, (_, row) => whole[row * width + size] ?? 0);
  const triangle = leading(whole, width, size);
  const estimates = solveUpper(triangle, turned.subarray(0, size));
  const inverse = invertUpper(triangle, size);
  const df = data.n - size;
  const residualSum = (turned[size] ?? 0) ** 2;
  const residuals = residualsOf(data, estimates);
  const covariance =
    errors === 'classical'
      ? congruence(inverse, size).map((value) => (value * residualSum) / df)
      : robustCovariance({ columns: data.columns, rowScale, residuals, triangle, inverse }, errors);
  const singular = singularValues(triangle, size);
  return {
    n: data.n,
    df,
    coefficients: coefficientsOf(data.names, estimates, covariance, { df, level }),
    covariance,
    errors,
    ...explained(data, turned, { estimates, covariance: errors === 'classical' ? null : covariance }),
    residualVariance: residualSum / df,
    ...likelihood(data, residualSum),
    durbinWatson: durbinWatson(residuals),
    conditionNumber: (singular[0] ?? Number.NaN) / (singular[size - 1] ?? Number.NaN),
    residuals,
  };
}

/** Rows that are taken column by column while they are in the processor's cache. */
const blockRows = 1024;

function residualsOf({ outcome, columns }: RegressionData, estimates: Float64Array): Float64Array {
  const residuals = Float64Array.from(outcome);
  for (let from = 0; from < residuals.length; from += blockRows) {
    const until = Math.min(from + blockRows, residuals.length);
    for (const [index, column] of columns.entries()) takeOff(residuals, column, estimates[index] ?? 0, from, until);
  }
  return residuals;
}

function takeOff(values: Float64Array, column: Float64Array, share: number, from: number, until: number): void {
  for (let row = from; row < until; row++) values[row] = (values[row] ?? 0) - share * (column[row] ?? 0);
}

/** R² and F from the turned outcome: its entries past the intercept are what the columns explain, the last what they leave. */
function explained(
  { n, columns, hasIntercept }: RegressionData,
  turned: Float64Array,
  robust: { readonly estimates: Float64Array; readonly covariance: Float64Array | null },
): Pick<LinearFit, 'rSquared' | 'rSquaredAdjusted' | 'fTest'> {
  const size = columns.length;
  const skipped = hasIntercept ? 1 : 0;
  const [tested, df] = [size - skipped, n - size];
  let byColumns = 0;
  for (let row = skipped; row < size; row++) byColumns += (turned[row] ?? 0) ** 2;
  const left = (turned[size] ?? 0) ** 2;
  const total = byColumns + left;
  const level = hasIntercept ? (turned[0] ?? 0) ** 2 : 0;
  if (!(total > 1e-28 * (total + level))) return { rSquared: null, rSquaredAdjusted: null, fTest: null };
  const statistic = robust.covariance ? waldStatistic(robust.estimates, robust.covariance, skipped) : byColumns / tested / (left / df);
  return {
    rSquared: byColumns / total,
    rSquaredAdjusted: 1 - (left / total) * ((n - skipped) / df),
    fTest:
      tested > 0 && statistic !== null && Number.isFinite(statistic)
        ? { statistic, df: [tested, df], pValue: fAbove(statistic, tested, df) }
        : null,
  };
}

function waldStatistic(estimates: Float64Array, covariance: Float64Array, skipped: number): number | null {
  const [whole, size] = [estimates.length, estimates.length - skipped];
  const part = new Float64Array(size * size);
  for (let row = 0; row < size; row++)
    part.set(covariance.subarray((row + skipped) * whole + skipped, (row + skipped) * whole + whole), row * size);
  const tested = estimates.subarray(skipped);
  const solved = solveSymmetric(part, Float64Array.from(tested));
  return solved ? solved.reduce((sum, value, index) => sum + value * (tested[index] ?? 0), 0) / size : null;
}

function likelihood({ n, columns, weights }: RegressionData, residualSum: number): Pick<LinearFit, 'logLikelihood' | 'aic' | 'bic'> {
  if (residualSum === 0) return { logLikelihood: null, aic: null, bic: null };
  const logWeights = weights?.reduce((sum, weight) => sum + Math.log(weight), 0) ?? 0;
  const logLikelihood = -0.5 * n * (Math.log((2 * Math.PI * residualSum) / n) + 1) + 0.5 * logWeights;
  return {
    logLikelihood,
    aic: -2 * logLikelihood + 2 * columns.length,
    bic: -2 * logLikelihood + Math.log(n) * columns.length,
  };
}

function durbinWatson(residuals: Float64Array): number | null {
  let [steps, squares] = [0, (residuals[0] ?? 0) ** 2];
  for (let row = 1; row < residuals.length; row++) {
    const value = residuals[row] ?? 0;
    steps += (value - (residuals[row - 1] ?? 0)) ** 2;
    squares += value * value;
  }
  return squares === 0 ? null : steps / squares;
}
