import { cannotAnswer } from '../stats/column.ts';

/** Chances to go from state to state, row by row; what is missing to 1 leaves the chain. */
export interface ChainRows {
  /** Where each state's row starts; one more than states. */
  readonly offsets: Int32Array;
  readonly to: Int32Array;
  readonly chances: Float64Array;
}

const mostDense = 100;
const mostEliminated = 1500;
const mostSweeps = 10_000;
const tolerance = 1e-14;

/**
 * Solves x = Q·x + r of an absorbing chain: with r the chance to be absorbed in a state at once, x is the chance to end there. States of `isClosed` have
 * x = 0: whoever gets there is lost. Up to 100 states by elimination, above by sweeps (Gauss and Seidel) until no value moves by more than 1e-14,
 * and by elimination after all, up to 1,500 states, where the sweeps do not settle.
 * @throws UserError for a chain that some state cannot leave
 */
export function solveChain(rows: ChainRows, right: Float64Array, isClosed?: Uint8Array): Float64Array {
  const open = Int32Array.from(right.keys()).filter((state) => isClosed?.[state] !== 1);
  const swept = open.length > mostDense ? sweep(rows, right, open) : null;
  const solved = swept ?? (open.length <= mostEliminated ? eliminate(rows, right, open) : null);
  if (solved === null) throw cannotAnswer('some states of the chain are never left, so where it ends cannot be told');
  return solved;
}

/** I − Q is diagonally dominant with no positive value off its diagonal, so that no pivots need be sought. */
function eliminate({ offsets, to, chances }: ChainRows, right: Float64Array, open: Int32Array): Float64Array | null {
  const size = open.length;
  const place = new Int32Array(right.length).fill(-1);
  open.forEach((state, index) => {
    place[state] = index;
  });
  const matrix = new Float64Array(size * size);
  const values = Float64Array.from(open, (state) => right[state] as number);
  open.forEach((state, row) => {
    matrix[row * size + row] = 1;
    for (let k = offsets[state] as number; k < (offsets[state + 1] as number); k++) {
      const column = place[to[k] as number] as number;
      if (column >= 0) matrix[row * size + column] = (matrix[row * size + column] as number) - (chances[k] as number);
    }
  });
  if (!triangulate(matrix, values, size)) return null;
  const x = new Float64Array(right.length);
  for (let row = size - 1; row >= 0; row--) {
    let sum = values[row] as number;
    for (let column = row + 1; column < size; column++)
      sum -= (matrix[row * size + column] as number) * (x[open[column] as number] as number);
    x[open[row] as number] = sum / (matrix[row * size + row] as number);
  }
  return x;
}

function triangulate(matrix: Float64Array, values: Float64Array, size: number): boolean {
  for (let pivot = 0; pivot < size; pivot++) {
    const head = matrix[pivot * size + pivot] as number;
    if (!(head > 1e-14)) return false;
    for (let row = pivot + 1; row < size; row++) {
      const factor = (matrix[row * size + pivot] as number) / head;
      if (factor === 0) continue;
      for (let column = pivot; column < size; column++)
        matrix[row * size + column] = (matrix[row * size + column] as number) - factor * (matrix[pivot * size + column] as number);
      values[row] = (values[row] as number) - factor * (values[pivot] as number);
    }
  }
  return true;
}

function sweep(rows: ChainRows, right: Float64Array, open: Int32Array): Float64Array | null {
  const x = new Float64Array(right.length);
  const backwards = open.toReversed();
  for (let round = 0; round < mostSweeps; round++) {
    let moved = 0;
    // From the last state to the first and back: most ways go to states that were met later, whose values are then known.
    for (const state of round % 2 === 0 ? backwards : open) {
      const next = valueOfState(rows, right, x, state);
      if (next === null) return null;
      moved = Math.max(moved, Math.abs(next - (x[state] as number)) / Math.max(1, Math.abs(next)));
      x[state] = next;
    }
    if (moved < tolerance) return x;
  }
  return null;
}

/** The value of a state by those of the others; null where it is never left. */
function valueOfState({ offsets, to, chances }: ChainRows, right: Float64Array, x: Float64Array, state: number): number | null {
  let sum = right[state] as number;
  let stays = 0;
  const end = offsets[state + 1] as number;
  for (let k = offsets[state] as number; k < end; k++) {
    if (to[k] === state) stays += chances[k] as number;
    else sum += (chances[k] as number) * (x[to[k] as number] as number);
  }
  return stays >= 1 ? null : sum / (1 - stays);
}
