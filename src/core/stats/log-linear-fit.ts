import { solveSymmetric } from './solve-symmetric.ts';

/** Rows of features, row by row, with the number of features in each, and what is known of each row's logarithm beforehand. */
export interface Design {
  readonly width: number;
  readonly features: Float64Array;
  readonly offsets: Float64Array;
}

const mostRounds = 12;
const enough = 1e-6;
/** Pearson residuals beyond this many standard deviations are weighed down (Huber). */
const huberCut = 2.5;

/**
 * Coefficients of a log-linear model of counts, E = exp(offset + x·β), by penalised iteratively weighted least squares. A coefficient is drawn to 0 with the precision
 * of its `penalties` (1 ÷ variance of what is believed before). Rows with weight 0 do not count; rows far out count less (Huber), with the noise
 * judged by the median residual. McCullagh and Nelder, Generalized Linear Models, chapter 6.
 */
export function logLinearFit(design: Design, counts: Float64Array, weights: Float64Array, penalties: readonly number[]): Float64Array {
  const coefficients = new Float64Array(design.width);
  coefficients[0] = Math.log(Math.max(weightedMean(counts, weights), 1e-3));
  for (let round = 0; round < mostRounds; round++) {
    const step = newtonStep(design, counts, weights, penalties, coefficients);
    if (!step) return coefficients;
    let largest = 0;
    for (const [index, change] of step.entries()) {
      const limited = Math.max(-1, Math.min(1, change));
      coefficients[index] = (coefficients[index] ?? 0) + limited;
      largest = Math.max(largest, Math.abs(limited));
    }
    if (largest < enough) break;
  }
  return coefficients;
}

/** E = exp(offset + x·β) of every row. */
export function logLinearMeans(design: Design, coefficients: Float64Array): Float64Array {
  const { width, features, offsets } = design;
  const means = new Float64Array(offsets.length);
  for (let row = 0; row < means.length; row++) {
    let sum = offsets[row] ?? 0;
    for (let column = 0; column < width; column++) sum += (features[row * width + column] ?? 0) * (coefficients[column] ?? 0);
    means[row] = Math.exp(Math.min(sum, 30));
  }
  return means;
}

function newtonStep(
  design: Design,
  counts: Float64Array,
  weights: Float64Array,
  penalties: readonly number[],
  coefficients: Float64Array,
): Float64Array | null {
  const { width, features } = design;
  const means = logLinearMeans(design, coefficients);
  const cut = huberCut * Math.sqrt(Math.max(1, medianDispersion(counts, means, weights)));
  const hessian = new Float64Array(width * width);
  const gradient = new Float64Array(width);
  for (let row = 0; row < means.length; row++) {
    const mean = means[row] ?? 0;
    const residual = (counts[row] ?? 0) - mean;
    const far = Math.abs(residual) / Math.sqrt(mean + 0.1);
    const weight = (weights[row] ?? 0) * Math.min(1, cut / far);
    if (weight > 0) addRow(features.subarray(row * width, (row + 1) * width), weight * mean, weight * residual, hessian, gradient);
  }
  for (const [index, penalty] of penalties.entries()) {
    hessian[index * width + index] = (hessian[index * width + index] ?? 0) + penalty;
    gradient[index] = (gradient[index] ?? 0) - penalty * (coefficients[index] ?? 0);
  }
  return solveSymmetric(hessian, gradient);
}

/** Only the lower half of the Hessian is filled: the decomposition reads no other. */
function addRow(row: Float64Array, curvature: number, residual: number, hessian: Float64Array, gradient: Float64Array): void {
  const width = row.length;
  for (let left = 0; left < width; left++) {
    const value = row[left] ?? 0;
    if (value === 0) continue;
    gradient[left] = (gradient[left] ?? 0) + residual * value;
    for (let right = 0; right <= left; right++) {
      const other = row[right] ?? 0;
      if (other !== 0) hessian[left * width + right] = (hessian[left * width + right] ?? 0) + curvature * value * other;
    }
  }
}

/** Median of squared Pearson residuals over the one that Poisson noise would have. */
function medianDispersion(counts: Float64Array, means: Float64Array, weights: Float64Array): number {
  const squares: number[] = [];
  for (let row = 0; row < means.length; row++) {
    const mean = means[row] ?? 0;
    if ((weights[row] ?? 0) > 0 && mean > 1) squares.push(((counts[row] ?? 0) - mean) ** 2 / mean);
  }
  if (squares.length < 10) return 1;
  return (squares.sort((a, b) => a - b)[squares.length >> 1] ?? 0.455) / 0.455;
}

function weightedMean(values: Float64Array, weights: Float64Array): number {
  let [sum, total] = [0, 0];
  for (const [index, weight] of weights.entries()) {
    if (weight === 0) continue;
    sum += weight * (values[index] ?? 0);
    total += weight;
  }
  return total === 0 ? 0 : sum / total;
}
