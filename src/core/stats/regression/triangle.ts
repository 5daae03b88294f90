import { dot } from '../dot.ts';

/** The leading `size` rows and columns of a square matrix, row by row, that is `width` wide. */
export function leading(matrix: Float64Array, width: number, size: number): Float64Array {
  const part = new Float64Array(size * size);
  for (let row = 0; row < size; row++) part.set(matrix.subarray(row * width, row * width + size), row * size);
  return part;
}

/** Solves R·x = b for an upper triangle. */
export function solveUpper(triangle: Float64Array, right: Float64Array): Float64Array {
  const size = right.length;
  const solution = Float64Array.from(right);
  for (let row = size - 1; row >= 0; row--) {
    let sum = solution[row] ?? 0;
    for (let k = row + 1; k < size; k++) sum -= (triangle[row * size + k] ?? 0) * (solution[k] ?? 0);
    solution[row] = sum / (triangle[row * size + row] ?? 1);
  }
  return solution;
}

/** Solves Rᵀ·x = b for an upper triangle, in place. */
export function solveTransposed(triangle: Float64Array, right: Float64Array): Float64Array {
  const size = right.length;
  for (let row = 0; row < size; row++) {
    let sum = right[row] ?? 0;
    for (let k = 0; k < row; k++) sum -= (triangle[k * size + row] ?? 0) * (right[k] ?? 0);
    right[row] = sum / (triangle[row * size + row] ?? 1);
  }
  return right;
}

/** R⁻¹ of an upper triangle, itself upper. */
export function invertUpper(triangle: Float64Array, size: number): Float64Array {
  const inverse = new Float64Array(size * size);
  for (let column = 0; column < size; column++) {
    const unit = new Float64Array(size);
    unit[column] = 1;
    solveUpper(triangle, unit).forEach((value, row) => {
      inverse[row * size + column] = value;
    });
  }
  return inverse;
}

/** A·M·Aᵀ of square matrices row by row; M is the unit matrix where it is left out. */
export function congruence(outer: Float64Array, size: number, inner?: Float64Array): Float64Array {
  const half = inner ? product(outer, inner, size) : outer;
  const result = new Float64Array(size * size);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      let sum = 0;
      for (let k = 0; k < size; k++) sum += (half[row * size + k] ?? 0) * (outer[column * size + k] ?? 0);
      result[row * size + column] = sum;
    }
  }
  return result;
}

function product(left: Float64Array, right: Float64Array, size: number): Float64Array {
  const result = new Float64Array(size * size);
  for (let row = 0; row < size; row++) {
    for (let k = 0; k < size; k++) {
      const value = left[row * size + k] ?? 0;
      for (let column = 0; column < size; column++)
        result[row * size + column] = (result[row * size + column] ?? 0) + value * (right[k * size + column] ?? 0);
    }
  }
  return result;
}

/** Singular values, largest first, by one-sided Jacobi rotations, which find small ones to their last digits as well. Golub and Van Loan, 8.6.3. */
export function singularValues(matrix: Float64Array, size: number): Float64Array {
  const columns = Array.from({ length: size }, (_, column) =>
    Float64Array.from({ length: size }, (_, row) => matrix[row * size + column] ?? 0),
  );
  const pairs = columns.flatMap((first, index) => columns.slice(index + 1).map((second) => [first, second] as const));
  for (let sweep = 0; sweep < 60; sweep++) {
    let turns = 0;
    for (const [first, second] of pairs) turns += rotate(first, second) ? 1 : 0;
    if (turns === 0) break;
  }
  return Float64Array.from(columns, (column) => Math.sqrt(dot(column, column))).sort((a, b) => b - a);
}

/** Makes two columns orthogonal; false when they were. */
function rotate(first: Float64Array, second: Float64Array): boolean {
  const [a, b, cross] = [dot(first, first), dot(second, second), dot(first, second)];
  if (cross === 0 || Math.abs(cross) <= 1e-15 * Math.sqrt(a * b)) return false;
  const ratio = (b - a) / (2 * cross);
  const tangent = (ratio >= 0 ? 1 : -1) / (Math.abs(ratio) + Math.sqrt(1 + ratio * ratio));
  const cosine = 1 / Math.sqrt(1 + tangent * tangent);
  const sine = cosine * tangent;
  for (let i = 0; i < first.length; i++) {
    const [x, y] = [first[i] ?? 0, second[i] ?? 0];
    first[i] = cosine * x - sine * y;
    second[i] = sine * x + cosine * y;
  }
  return true;
}
