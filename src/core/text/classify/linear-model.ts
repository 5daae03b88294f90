import type { SparseRows } from '../features/sparse-rows.ts';

/** Weights of features that tell classes apart. */
export interface LinearModel {
  readonly method: 'linear svm, one against the rest' | 'logistic, multinomial' | 'complement naive Bayes';
  readonly classes: readonly string[];
  /** Rows that it was learned from, and how many of each class. */
  readonly n: number;
  readonly classCounts: readonly number[];
  readonly features: number;
  /** Of feature f for class c at f · classes + c; in the last row the constants. */
  readonly weights: Float32Array;
}

/** Scores of each row for each class, row by row; the highest wins. They are no chances. */
export function classScores(model: LinearModel, rows: SparseRows): Float64Array {
  const size = model.classes.length;
  const scores = new Float64Array(rows.rows * size);
  const sums = new Float64Array(size);
  for (let row = 0; row < rows.rows; row++) {
    for (let c = 0; c < size; c++) sums[c] = model.weights[model.features * size + c] ?? 0;
    addScores(model.weights, rows, row, sums);
    scores.set(sums, row * size);
  }
  return scores;
}

/** Adds the weights of a row's features, times their values, to the scores of each class. */
export function addScores(weights: Float32Array, { starts, indices, values }: SparseRows, row: number, sums: Float64Array): void {
  const size = sums.length;
  const to = starts[row + 1] ?? 0;
  for (let at = starts[row] ?? 0; at < to; at++) {
    const value = values[at] ?? 0;
    const base = (indices[at] ?? 0) * size;
    for (let c = 0; c < size; c++) sums[c] = (sums[c] ?? 0) + value * (weights[base + c] ?? 0);
  }
}

/** The class with the highest score of each row, by its number; of equal ones the first. */
export function bestClasses(scores: Float64Array, classes: number): Int32Array {
  const best = new Int32Array(scores.length / classes);
  for (let row = 0; row < best.length; row++) {
    let winner = 0;
    for (let c = 1; c < classes; c++) {
      if ((scores[row * classes + c] ?? 0) > (scores[row * classes + winner] ?? 0)) winner = c;
    }
    best[row] = winner;
  }
  return best;
}
