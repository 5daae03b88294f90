/** Eigenvalues and vectors of a symmetric matrix; vectors are the columns, row by row. */
export interface SymmetricEigen {
  readonly values: Float64Array;
  readonly vectors: Float64Array;
}

/** Jacobi's rotations. Golub and Van Loan, Matrix Computations, 8.5. `matrix` is row by row and left as it is. */
export function symmetricEigen(matrix: Float64Array, size: number): SymmetricEigen {
  const rest = Float64Array.from(matrix);
  const vectors = new Float64Array(size * size);
  for (let index = 0; index < size; index++) vectors[index * size + index] = 1;
  for (let sweep = 0; sweep < 60; sweep++) {
    let turns = 0;
    for (let left = 0; left < size; left++)
      for (let right = left + 1; right < size; right++) turns += turn(rest, vectors, size, left, right);
    if (turns === 0) break;
  }
  return { values: Float64Array.from({ length: size }, (_, index) => rest[index * size + index] ?? 0), vectors };
}

/** Turns one entry off the diagonal to zero; 0 when it was. */
function turn(rest: Float64Array, vectors: Float64Array, size: number, left: number, right: number): number {
  const [a, b, cross] = [rest[left * size + left] ?? 0, rest[right * size + right] ?? 0, rest[left * size + right] ?? 0];
  if (Math.abs(cross) <= 1e-17 * (Math.abs(a) + Math.abs(b))) return 0;
  const ratio = (b - a) / (2 * cross);
  const tangent = (ratio >= 0 ? 1 : -1) / (Math.abs(ratio) + Math.sqrt(1 + ratio * ratio));
  const cosine = 1 / Math.sqrt(1 + tangent * tangent);
  const sine = cosine * tangent;
  for (let k = 0; k < size; k++) rotate(rest, k * size + left, k * size + right, cosine, sine);
  for (let k = 0; k < size; k++) rotate(rest, left * size + k, right * size + k, cosine, sine);
  for (let k = 0; k < size; k++) rotate(vectors, k * size + left, k * size + right, cosine, sine);
  return 1;
}

function rotate(values: Float64Array, first: number, second: number, cosine: number, sine: number): void {
  const [x, y] = [values[first] ?? 0, values[second] ?? 0];
  values[first] = cosine * x - sine * y;
  values[second] = sine * x + cosine * y;
}
