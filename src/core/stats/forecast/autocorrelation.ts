import { type Column, cannotAnswer, checkColumn } from '../column.ts';
import { chiSquareAbove } from '../distributions.ts';
import { leading, solveUpper } from '../regression/triangle.ts';
import { triangularFactor } from '../regression/triangular-factor.ts';
import { at } from './at.ts';

/**
 * How a series goes with itself so many steps later, for 0 to `lags` steps. Divides by n at each lag (the usual, biased definition), so that the
 * figures are those of one possible process.
 * @throws UserError for a series that does not vary, or not longer than `lags`
 */
export function autocorrelation(values: Column, lags: number): Float64Array {
  checkLags(values, lags);
  const n = values.length;
  let mean = 0;
  for (let i = 0; i < n; i++) mean += (values[i] ?? 0) / n;
  const centred = Float64Array.from({ length: n }, (_, i) => (values[i] ?? 0) - mean);
  const sums = new Float64Array(lags + 1).map((_, lag) => {
    let sum = 0;
    for (let i = lag; i < n; i++) sum += at(centred, i) * at(centred, i - lag);
    return sum;
  });
  const whole = at(sums, 0);
  if (!(whole > 1e-28 * n * mean * mean)) throw cannotAnswer('the series does not vary, so that it has no autocorrelation');
  return sums.map((sum) => sum / whole);
}

/**
 * Autocorrelation at each lag beyond what the lags below explain: the last coefficient of a least-squares regression on that many lags and a constant.
 * @throws UserError as `autocorrelation`, and for fewer than two values a lag
 */
export function partialAutocorrelation(values: Column, lags: number): Float64Array {
  checkLags(values, 2 * lags + 1);
  autocorrelation(values, 1);
  const n = values.length;
  return new Float64Array(lags + 1).map((_, lag) => {
    if (lag === 0) return 1;
    const shifted = (by: number) => Float64Array.from({ length: n - lag }, (_, i) => values[i + lag - by] ?? 0);
    const columns = [new Float64Array(n - lag).fill(1), ...Array.from({ length: lag }, (_, k) => shifted(k + 1)), shifted(0)];
    const width = columns.length;
    const whole = triangularFactor(columns);
    const right = Float64Array.from({ length: width - 1 }, (_, row) => at(whole, row * width + width - 1));
    return solveUpper(leading(whole, width, width - 1), right)[lag] ?? Number.NaN;
  });
}

/** A test of whether a series, such as the errors of a model, goes with its own past. */
export interface LjungBoxTest {
  readonly statistic: number;
  readonly df: number;
  readonly pValue: number;
  readonly lags: number;
}

/**
 * Ljung and Box 1978: Q = n(n + 2) Σ r² ÷ (n − lag), against χ². A small p says that something regular is left.
 * @param fitted number of coefficients of the model whose errors these are, taken off the degrees of freedom
 * @throws UserError as `autocorrelation`
 */
export function ljungBoxTest(values: Column, lags: number, fitted = 0): LjungBoxTest {
  const r = autocorrelation(values, lags);
  if (lags <= fitted) throw cannotAnswer(`${lags} lags leave nothing to test after ${fitted} fitted coefficients; take more lags`);
  const n = values.length;
  let sum = 0;
  for (let lag = 1; lag <= lags; lag++) sum += at(r, lag) ** 2 / (n - lag);
  const statistic = n * (n + 2) * sum;
  return { statistic, df: lags - fitted, pValue: chiSquareAbove(statistic, lags - fitted), lags };
}

function checkLags(values: Column, lags: number): void {
  if (!Number.isInteger(lags) || lags < 1) throw cannotAnswer(`${lags} lags cannot be; give a whole number from 1`);
  checkColumn(values, 'series', lags + 2);
}
