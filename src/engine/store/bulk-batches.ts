import type { Columns } from '../../core/model/entity.ts';

type Row = Readonly<Record<string, unknown>>;

/** From so many rows on a file pays. */
const fewestRows = 1_000;
const mostRows = 20_000;
const mostText = 32 * 1024 * 1024;

/** Whether rows may go as blocks of columns: many, and alike in the columns that are computed where they are left out. */
export function isBulk(columns: Columns, rows: readonly Row[]): boolean {
  if (rows.length < fewestRows) return false;
  const computed = Object.keys(columns).filter((name) => columns[name]?.computed !== undefined);
  return computed.every((name) => rows.every((row) => (row[name] === undefined) === (rows[0]?.[name] === undefined)));
}

/** Cuts rows into batches of bounded size. */
export function* bulkBatches(columns: Columns, rows: readonly Row[]): Generator<readonly Row[]> {
  const texts = Object.keys(columns).filter((name) => columns[name]?.kind === 'text');
  let start = 0;
  let length = 0;
  for (const [index, row] of rows.entries()) {
    length += textLength(row, texts);
    if (index + 1 - start < mostRows && length < mostText) continue;
    yield rows.slice(start, index + 1);
    start = index + 1;
    length = 0;
  }
  if (start < rows.length) yield rows.slice(start);
}

function textLength(row: Row, names: readonly string[]): number {
  let length = 0;
  for (const name of names) {
    const value = row[name];
    if (typeof value === 'string') length += value.length;
  }
  return length;
}
