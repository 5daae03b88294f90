/** Columns as given, with what brings them to mean 0 (beside an intercept) and spread 1: each value less its centre, times its scale. They are never copied. */
export interface StandardisedColumns {
  readonly columns: readonly Float64Array[];
  readonly centres: Float64Array;
  readonly scales: Float64Array;
}

/** Centres and scales of columns; an intercept, which comes first, is left as it is. */
export function standardiseColumns(columns: readonly Float64Array[], hasIntercept: boolean): StandardisedColumns {
  const [centres, scales] = [new Float64Array(columns.length), new Float64Array(columns.length).fill(1)];
  for (const [index, column] of columns.entries()) {
    if (hasIntercept && index === 0) continue;
    centres[index] = hasIntercept ? sumOf(column) / column.length : 0;
    scales[index] = 1 / (Math.sqrt(squaresAbout(column, centres[index] ?? 0) / column.length) || 1);
  }
  return { columns, centres, scales };
}

function sumOf(column: Float64Array): number {
  let sum = 0;
  for (let row = 0; row < column.length; row++) sum += column[row] as number;
  return sum;
}

function squaresAbout(column: Float64Array, centre: number): number {
  let sum = 0;
  for (let row = 0; row < column.length; row++) {
    const distance = (column[row] as number) - centre;
    sum += distance * distance;
  }
  return sum;
}

/** Rows that are taken column by column while they are in the processor's cache. */
const blockRows = 1024;

/** Fills how far each row moves when coefficients of the standardised columns move by `step`. */
export function movesAlong({ columns, centres, scales }: StandardisedColumns, step: Float64Array, moves: Float64Array): void {
  const shares = columns.map((column, index) => ({
    column,
    centre: centres[index] ?? 0,
    share: (step[index] ?? 0) * (scales[index] ?? 1),
  }));
  const pairs = shares.flatMap((one, index) => (index % 2 === 0 ? [[one, shares[index + 1] ?? { ...one, share: 0 }] as const] : []));
  for (let from = 0; from < moves.length; from += blockRows) {
    const until = Math.min(from + blockRows, moves.length);
    moves.fill(0, from, until);
    for (const pair of pairs) addPair(moves, pair, from, until);
  }
}

interface Share {
  readonly column: Float64Array;
  readonly centre: number;
  readonly share: number;
}

/** Two columns at a time, since reading and writing the sums takes longer than adding to them. */
function addPair(moves: Float64Array, [one, other]: readonly [Share, Share], from: number, until: number): void {
  const [first, centre, share] = [one.column, one.centre, one.share];
  const [second, secondCentre, secondShare] = [other.column, other.centre, other.share];
  for (let row = from; row < until; row++) {
    const part = share * ((first[row] as number) - centre) + secondShare * ((second[row] as number) - secondCentre);
    moves[row] = (moves[row] as number) + part;
  }
}

/**
 * Σ standardised column · values, for each column.
 * @param fillValues puts the values of rows `from` to `until` at the start of an array
 */
export function productsWith(
  { columns, centres, scales }: StandardisedColumns,
  fillValues: (values: Float64Array, from: number, until: number) => void,
): Float64Array {
  const n = columns[0]?.length ?? 0;
  const products = new Float64Array(columns.length);
  const values = new Float64Array(blockRows);
  for (let from = 0; from < n; from += blockRows) {
    const until = Math.min(from + blockRows, n);
    fillValues(values, from, until);
    for (const [index, column] of columns.entries())
      products[index] = (products[index] as number) + productWith(column, centres[index] ?? 0, values, from, until);
  }
  return products.map((product, index) => product * (scales[index] ?? 1));
}

function productWith(column: Float64Array, centre: number, values: Float64Array, from: number, until: number): number {
  let [even, odd] = [0, 0];
  let row = from;
  for (; row + 1 < until; row += 2) {
    even += (values[row - from] as number) * ((column[row] as number) - centre);
    odd += (values[row - from + 1] as number) * ((column[row + 1] as number) - centre);
  }
  if (row < until) even += (values[row - from] as number) * ((column[row] as number) - centre);
  return even + odd;
}

/** Each `stride`-th row, standardised. */
export function someRows({ columns, centres, scales }: StandardisedColumns, stride: number): Float64Array[] {
  return columns.map((column, index) => {
    const [centre, scale] = [centres[index] ?? 0, scales[index] ?? 1];
    const some = new Float64Array(Math.ceil(column.length / stride));
    for (let row = 0; row < some.length; row++) some[row] = ((column[row * stride] ?? 0) - centre) * scale;
    return some;
  });
}
