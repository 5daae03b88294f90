import { solveSymmetric } from './solve-symmetric.ts';

/** The inverse of a symmetric positive definite matrix, row by row; null when it is not positive definite. */
export function invertSymmetric(matrix: Float64Array, size: number): Float64Array | null {
  const inverse = new Float64Array(size * size);
  for (let column = 0; column < size; column++) {
    const unit = new Float64Array(size);
    unit[column] = 1;
    const solution = solveSymmetric(Float64Array.from(matrix), unit);
    if (solution === null) return null;
    for (let row = 0; row < size; row++) inverse[row * size + column] = solution[row] ?? 0;
  }
  return inverse;
}
