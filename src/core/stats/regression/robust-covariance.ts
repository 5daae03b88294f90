import { congruence, solveTransposed } from './triangle.ts';

/** Errors that hold when the spread differs between rows: White's (HC0), with n ÷ (n − k) (HC1), with leverage (HC2), with leverage squared (HC3). */
export type RobustErrors = 'hc0' | 'hc1' | 'hc2' | 'hc3';

/** What a sandwich is made of: scaled columns are multiplied by the root of the weights, as the residuals are. */
export interface SandwichParts {
  readonly columns: readonly Float64Array[];
  readonly rowScale: Float64Array | null;
  /** Of the outcome, not scaled. */
  readonly residuals: Float64Array;
  /** R of the scaled columns and its inverse, row by row. */
  readonly triangle: Float64Array;
  readonly inverse: Float64Array;
}

/**
 * Heteroscedasticity-consistent covariance of least-squares coefficients. White 1980; MacKinnon and White, Some heteroskedasticity-consistent covariance
 * matrix estimators with improved finite sample properties, Journal of Econometrics 29, 1985. A row that alone decides a coefficient has leverage 1 and
 * would divide by zero; it adds nothing, since its residual is 0.
 */
export function robustCovariance(parts: SandwichParts, errors: RobustErrors): Float64Array {
  const { columns, rowScale, residuals, triangle, inverse } = parts;
  const size = columns.length;
  const n = residuals.length;
  const meat = new Float64Array(size * size);
  const row = new Float64Array(size);
  for (let i = 0; i < n; i++) {
    const scale = rowScale?.[i] ?? 1;
    let column = 0;
    for (const values of columns) row[column++] = scale * (values[i] ?? 0);
    solveTransposed(triangle, row);
    addOuter(meat, row, (scale * (residuals[i] ?? 0)) ** 2 * correction(errors, row));
  }
  const covariance = congruence(inverse, size, meat);
  return errors === 'hc1' ? covariance.map((value) => (value * n) / (n - size)) : covariance;
}

function correction(errors: RobustErrors, row: Float64Array): number {
  if (errors === 'hc0' || errors === 'hc1') return 1;
  const left = 1 - row.reduce((sum, value) => sum + value * value, 0);
  if (left < 1e-12) return 0;
  return errors === 'hc2' ? 1 / left : 1 / (left * left);
}

function addOuter(meat: Float64Array, row: Float64Array, weight: number): void {
  const size = row.length;
  for (let left = 0; left < size; left++) {
    const value = weight * (row[left] ?? 0);
    for (let right = 0; right < size; right++) meat[left * size + right] = (meat[left * size + right] ?? 0) + value * (row[right] ?? 0);
  }
}
