const quote = 0x22;
const newline = 0x0a;

/** What a row of the file looks like. */
export interface RowLayout {
  /** Byte between the cells. */
  readonly separator: number;
  readonly columns: number;
}

/** Of the lines that begin and end between two positions, how many look like rows of the file, and how many do not. The first line is left out. */
export function linesWithin(input: Buffer, start: number, end: number, layout: RowLayout): { rows: number; others: number } {
  let rows = 0;
  let others = 0;
  let from = input.indexOf(newline, start) + 1;
  for (let to = input.indexOf(newline, from); to !== -1 && to + 1 < end; to = input.indexOf(newline, from)) {
    if (isRow(input, from, to, layout)) rows++;
    else others++;
    from = to + 1;
  }
  return { rows, others };
}

/** Whether a line has as many cells as the file has columns. */
export function isRow(input: Buffer, from: number, to: number, { separator, columns }: RowLayout): boolean {
  let cells = 1;
  let inside = false;
  for (let at = from; at < to; at++) {
    const byte = input[at];
    if (byte === quote) inside = !inside;
    else if (byte === separator && !inside) cells++;
  }
  return cells === columns;
}
