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
  for (let row = 0; row < column.length; row++) sum += column[row] ?? 0;
  return sum;
}

function squaresAbout(column: Float64Array, centre: number): number {
  let sum = 0;
  for (let row = 0; row < column.length; row++) {
    const distance = (column[row] ?? 0) - centre;
    sum += distance * distance;
  }
  return sum;
}

/** Rows that are taken column by column while they are in the processor's cache. */
const blockRows = 1024;

/** How far each row moves when coefficients of the standardised columns move by `step`. */
export function movesAlong({ columns, centres, scales }: StandardisedColumns, step: Float64Array): Float64Array {
  const moves = new Float64Array(columns[0]?.length ?? 0);
  for (let from = 0; from < moves.length; from += blockRows) {
    const until = Math.min(from + blockRows, moves.length);
    for (const [index, column] of columns.entries())
      addColumn(moves, column, { centre: centres[index] ?? 0, share: (step[index] ?? 0) * (scales[index] ?? 1), from, until });
  }
  return moves;
}

function addColumn(
  moves: Float64Array,
  column: Float64Array,
  { centre, share, from, until }: { readonly centre: number; readonly share: number; readonly from: number; readonly until: number },
): void {
  for (let row = from; row < until; row++) moves[row] = (moves[row] ?? 0) + share * ((column[row] ?? 0) - centre);
}

/** Σ standardised column · values, for each column. */
export function productsWith({ columns, centres, scales }: StandardisedColumns, values: Float64Array): Float64Array {
  return Float64Array.from(columns, (column, index) => (scales[index] ?? 1) * productWith(column, centres[index] ?? 0, values));
}

function productWith(column: Float64Array, centre: number, values: Float64Array): number {
  let [even, odd] = [0, 0];
  let row = 0;
  for (; row + 1 < values.length; row += 2) {
    even += (values[row] ?? 0) * ((column[row] ?? 0) - centre);
    odd += (values[row + 1] ?? 0) * ((column[row + 1] ?? 0) - centre);
  }
  if (row < values.length) even += (values[row] ?? 0) * ((column[row] ?? 0) - centre);
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
