import { checkLengths } from './check-lengths.ts';
import { codePoints } from './code-points.ts';

/**
 * Damerau and Levenshtein's distance without restriction: letters put in, taken out, replaced, or swapped with a neighbour, also across later edits, so
 * "ca" and "abc" are 2 apart. By code points. Lowrance and Wagner, An extension of the string-to-string correction problem, JACM 22, 1975.
 * @throws UserError for texts too long to compare letter by letter: 5,000 by 5,000 at most
 */
export function damerauLevenshteinDistance(first: string, second: string): number {
  return damerauLevenshteinOfPoints(codePoints(first), codePoints(second));
}

let cells = new Int32Array(1024);
const mostCells = 25_000_000;

/** The same of code points. */
export function damerauLevenshteinOfPoints(left: Int32Array, right: Int32Array): number {
  checkLengths(left, right, mostCells);
  const width = right.length + 2;
  const size = (left.length + 2) * width;
  if (cells.length < size) cells = new Int32Array(2 * size);
  fillEdges(left.length, right.length);
  const lastRows = new Map<number, number>();
  for (let i = 1; i <= left.length; i++) {
    fillRow(left, right, i, lastRows);
    lastRows.set(left[i - 1] ?? 0, i);
  }
  return cells[size - 1] ?? 0;
}

function fillEdges(rows: number, columns: number): void {
  const width = columns + 2;
  const none = rows + columns;
  for (let j = 0; j < width; j++) cells[j] = none;
  for (let i = 0; i <= rows; i++) {
    cells[(i + 1) * width] = none;
    cells[(i + 1) * width + 1] = i;
  }
  for (let j = 0; j <= columns; j++) cells[width + j + 1] = j;
}

function fillRow(left: Int32Array, right: Int32Array, i: number, lastRows: ReadonlyMap<number, number>): void {
  const width = right.length + 2;
  let lastColumn = 0;
  for (let j = 1; j <= right.length; j++) {
    const row = lastRows.get(right[j - 1] ?? 0) ?? 0;
    const column = lastColumn;
    const isEqual = left[i - 1] === right[j - 1];
    if (isEqual) lastColumn = j;
    const at = (i + 1) * width + j + 1;
    const swapped = (cells[row * width + column] ?? 0) + (i - row - 1) + 1 + (j - column - 1);
    const replaced = (cells[at - width - 1] ?? 0) + (isEqual ? 0 : 1);
    cells[at] = Math.min(replaced, (cells[at - 1] ?? 0) + 1, (cells[at - width] ?? 0) + 1, swapped);
  }
}
