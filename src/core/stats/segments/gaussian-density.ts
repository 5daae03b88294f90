import { cannotAnswer } from '../column.ts';

export type CovarianceKind = 'full' | 'diagonal';

/** Adds weight · difference · differenceᵀ to a covariance, both halves. */
export function addCovariance(covariance: Float64Array, difference: Float64Array, weight: number, kind: CovarianceKind): void {
  const width = difference.length;
  for (let a = 0; a < width; a++) {
    const weighted = weight * (difference[a] ?? 0);
    const [from, until] = kind === 'full' ? [0, width] : [a, a + 1];
    for (let b = from; b < until; b++) covariance[a * width + b] = (covariance[a * width + b] ?? 0) + weighted * (difference[b] ?? 0);
  }
}

/**
 * Logarithm of the density of a normal distribution, by Cholesky's factor of its covariance.
 * @throws UserError for a covariance that is not positive definite
 */
export function gaussianDensity(
  mean: Float64Array,
  covariance: Float64Array,
  width: number,
): (values: Float64Array, from: number) => number {
  const lower = choleskyFactor(covariance, width);
  let logScale = -0.5 * width * Math.log(2 * Math.PI);
  for (let j = 0; j < width; j++) logScale -= Math.log(lower[j * width + j] ?? 1);
  const solved = new Float64Array(width);
  return (values, from) => {
    let squares = 0;
    for (let a = 0; a < width; a++) {
      let rest = (values[from + a] ?? 0) - (mean[a] ?? 0);
      for (let b = 0; b < a; b++) rest -= (lower[a * width + b] ?? 0) * (solved[b] ?? 0);
      rest /= lower[a * width + a] ?? 1;
      solved[a] = rest;
      squares += rest * rest;
    }
    return logScale - 0.5 * squares;
  };
}

function choleskyFactor(matrix: Float64Array, width: number): Float64Array {
  const lower = new Float64Array(width * width);
  for (let a = 0; a < width; a++) {
    for (let b = 0; b < a; b++) lower[a * width + b] = remainder(matrix, lower, width, a, b) / (lower[b * width + b] ?? 1);
    const pivot = remainder(matrix, lower, width, a, a);
    if (!(pivot > 0))
      throw cannotAnswer('a cluster has shrunk to fewer directions than features; ask for fewer clusters, or a larger floor');
    lower[a * width + a] = Math.sqrt(pivot);
  }
  return lower;
}

function remainder(matrix: Float64Array, lower: Float64Array, width: number, a: number, b: number): number {
  let rest = matrix[a * width + b] ?? 0;
  for (let k = 0; k < b; k++) rest -= (lower[a * width + k] ?? 0) * (lower[b * width + k] ?? 0);
  return rest;
}
