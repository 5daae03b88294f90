/** Largest value of a linear program with the price of each of its limits. */
export interface LinearMaximum {
  readonly value: number;
  /** How much the value grows for a unit more of each limit; of a minimum cover these are the numbers of each part. */
  readonly prices: Float64Array;
}

const tiny = 1e-9;

/** A dictionary of the simplex method: basic variables by non-basic ones, rows × columns, the last column the limits, the last row the gains. */
interface Dictionary {
  readonly rows: number;
  readonly columns: number;
  readonly cells: Float64Array;
  /** Which variable each row and column holds: from 0 the unknowns, after them the slack of each limit. */
  readonly basic: Int32Array;
  readonly free: Int32Array;
}

/**
 * The largest gains · v with matrix · v ≤ limits and v ≥ 0, all limits from 0 on, by the simplex method in Dantzig's dictionary form, after many steps by
 * Bland's rule, which cannot go in circles. Null where the value has no bound.
 * @param matrix limits × unknowns, row by row
 */
export function maximiseLinear(gains: Float64Array, matrix: Float64Array, limits: Float64Array): LinearMaximum | null {
  const [rows, columns] = [limits.length, gains.length];
  const width = columns + 1;
  const cells = new Float64Array((rows + 1) * width);
  for (let row = 0; row < rows; row++) {
    cells.set(matrix.subarray(row * columns, (row + 1) * columns), row * width);
    cells[row * width + columns] = limits[row] ?? 0;
  }
  cells.set(gains, rows * width);
  const dictionary: Dictionary = {
    rows,
    columns,
    cells,
    basic: Int32Array.from({ length: rows }, (_, row) => columns + row),
    free: Int32Array.from({ length: columns }, (_, column) => column),
  };
  for (let step = 0; ; step++) {
    const entering = enteringColumn(dictionary, step > 50 * (rows + columns));
    if (entering < 0) break;
    const leaving = leavingRow(dictionary, entering);
    if (leaving < 0) return null;
    pivot(dictionary, leaving, entering);
  }
  const prices = new Float64Array(rows);
  dictionary.free.forEach((variable, column) => {
    if (variable >= columns) prices[variable - columns] = Math.max(0, -(cells[rows * width + column] ?? 0));
  });
  return { value: -(cells[rows * width + columns] ?? 0), prices };
}

function enteringColumn({ rows, columns, cells, free }: Dictionary, isCareful: boolean): number {
  let best = -1;
  for (let column = 0; column < columns; column++) {
    const gain = cells[rows * (columns + 1) + column] ?? 0;
    if (gain <= tiny) continue;
    const isBetter = isCareful ? (free[column] ?? 0) < (free[best] ?? 0) : gain > (cells[rows * (columns + 1) + best] ?? 0);
    if (best < 0 || isBetter) best = column;
  }
  return best;
}

function leavingRow({ rows, columns, cells, basic }: Dictionary, entering: number): number {
  let [best, least] = [-1, Number.POSITIVE_INFINITY];
  for (let row = 0; row < rows; row++) {
    const slope = cells[row * (columns + 1) + entering] ?? 0;
    if (slope <= tiny) continue;
    const ratio = (cells[row * (columns + 1) + columns] ?? 0) / slope;
    if (ratio < least - tiny || (ratio <= least + tiny && (basic[row] ?? 0) < (basic[best] ?? 0))) [best, least] = [row, ratio];
  }
  return best;
}

function pivot({ rows, columns, cells, basic, free }: Dictionary, row: number, column: number): void {
  const width = columns + 1;
  const own = cells.subarray(row * width, (row + 1) * width);
  const turn = own[column] ?? 1;
  own.forEach((value, j) => {
    own[j] = j === column ? 1 / turn : value / turn;
  });
  for (let i = 0; i <= rows; i++) if (i !== row) clear(cells.subarray(i * width, (i + 1) * width), own, column, turn);
  const out = basic[row] ?? 0;
  basic[row] = free[column] ?? 0;
  free[column] = out;
}

/** Takes the entering variable out of another row. */
function clear(other: Float64Array, own: Float64Array, column: number, turn: number): void {
  const factor = other[column] ?? 0;
  if (factor === 0) return;
  for (let j = 0; j < other.length; j++) other[j] = (other[j] ?? 0) - factor * (own[j] ?? 0);
  other[column] = -factor / turn;
}
