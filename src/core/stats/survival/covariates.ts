import { type Column, cannotAnswer, checkColumn, checkSameLength } from '../column.ts';

/** Columns of covariates by name. */
export type Covariates = Readonly<Record<string, Column>>;

/** Covariates less their means and divided by their standard deviations, row by row. */
export interface StandardisedCovariates {
  readonly names: readonly string[];
  readonly values: Float64Array;
  readonly means: Float64Array;
  readonly deviations: Float64Array;
}

/**
 * Checks and standardises covariates.
 * @throws UserError that names a column that is constant, follows from those before it, has values that are not finite, or is of other length
 */
export function standardiseCovariates(covariates: Covariates, durations: Column): StandardisedCovariates {
  const names = Object.keys(covariates);
  const [rows, size] = [durations.length, names.length];
  if (rows <= size) throw cannotAnswer(`${rows} cases are too few for ${size} covariates; there must be more cases than covariates`);
  const values = new Float64Array(rows * size);
  const [means, deviations] = [new Float64Array(size), new Float64Array(size)];
  for (const [k, name] of names.entries()) {
    const column = covariates[name] ?? [];
    checkColumn(column, name);
    checkSameLength(durations, column, ['durations', name]);
    const { mean, deviation } = spreadOf(column);
    if (!(deviation > 1e-12 * Math.abs(mean))) throw cannotAnswer(`"${name}" is constant, so nothing can be said of it; leave it out`);
    means[k] = mean;
    deviations[k] = deviation;
    for (let i = 0; i < rows; i++) values[i * size + k] = ((column[i] ?? 0) - mean) / deviation;
  }
  checkIndependent(values, names, rows);
  return { names, values, means, deviations };
}

function spreadOf(column: Column): { readonly mean: number; readonly deviation: number } {
  let sum = 0;
  for (let i = 0; i < column.length; i++) sum += column[i] ?? 0;
  const mean = sum / column.length;
  let squares = 0;
  for (let i = 0; i < column.length; i++) squares += ((column[i] ?? 0) - mean) ** 2;
  return { mean, deviation: Math.sqrt(squares / column.length) };
}

/** Cholesky's decomposition of the correlations: a column that the earlier ones tell leaves nothing. */
function checkIndependent(values: Float64Array, names: readonly string[], rows: number): void {
  const size = names.length;
  const lower = new Float64Array(size * size);
  const rest = (k: number, j: number) => {
    let sum = correlationOf(values, size, rows, k, j);
    for (let m = 0; m < j; m++) sum -= (lower[k * size + m] ?? 0) * (lower[j * size + m] ?? 0);
    return sum;
  };
  for (let k = 0; k < size; k++) {
    for (let j = 0; j < k; j++) lower[k * size + j] = rest(k, j) / (lower[j * size + j] ?? 1);
    const left = rest(k, k);
    if (left < 1e-10) throw cannotAnswer(`"${names[k]}" follows from ${names.slice(0, k).join(', ')}; leave one of them out`);
    lower[k * size + k] = Math.sqrt(left);
  }
}

function correlationOf(values: Float64Array, size: number, rows: number, k: number, j: number): number {
  let sum = 0;
  for (let i = 0; i < rows; i++) sum += (values[i * size + k] ?? 0) * (values[i * size + j] ?? 0);
  return sum / rows;
}
