/** Which of the first rows of a table are its header. */
export interface Header {
  /** Rows above it, such as a title. */
  readonly skipRows: number;
  /** Rows that it takes; 0 when there is none. */
  readonly headerRows: number;
  /** Names of the columns; of two with one name the second is `name (2)`. */
  readonly columns: readonly string[];
}

/** What is known beforehand. */
export interface KnownHeader {
  readonly header?: boolean | undefined;
  readonly skipRows?: number | undefined;
  readonly headerRows?: number | undefined;
}

type Row = readonly string[];

const searchedRows = 20;
const mostHeaderRows = 3;
const valueLike = /^[-+]?\d+([.,:/-]\d+)*( .*)?$|^\S+@\S+\.\S+$|^(true|false)$/i;
const importId = /^\{"ImportId":/;

/** Finds the header of a table by its first rows: below titles, over one row or up to three, or none at all. */
export function findHeader(rows: readonly Row[], width: number, known: KnownHeader = {}): Header {
  const skipRows = known.skipRows ?? (known.header === undefined ? titleRows(rows, width) : 0);
  const first = rows[skipRows] ?? [];
  const named = known.header ?? isHeader(first, rows[skipRows + 1] ?? [], width);
  if (!named) return { skipRows, headerRows: 0, columns: Array.from({ length: width }, (_, index) => `column ${index + 1}`) };
  const headerRows = known.headerRows ?? (known.header === undefined ? rowsOfHeader(rows.slice(skipRows)) : 1);
  return { skipRows, headerRows, columns: distinctNames(namesOf(rows.slice(skipRows, skipRows + headerRows)), width) };
}

function namedCells(row: Row): number {
  return row.filter((cell) => cell.trim() !== '').length;
}

/** Rows before the first that is full, where they themselves hold next to nothing. */
function titleRows(rows: readonly Row[], width: number): number {
  const isFull = (row: Row) => namedCells(row) >= width / 2;
  const full = rows.slice(0, searchedRows).findIndex(isFull);
  if (full <= 0) return 0;
  const sparse = rows.slice(0, full).every((row) => namedCells(row) <= Math.max(1, width / 3));
  return sparse && !isGroupRow(rows[full - 1] ?? [], rows[full] ?? []) ? full : Math.max(0, full - 1);
}

/** The first row is data when it holds numbers, times or addresses where the second does, or is mostly empty. */
function isHeader(first: Row, second: Row, width: number): boolean {
  if (namedCells(first) < Math.min(first.length, width) / 2 && !isGroupRow(first, second)) return false;
  return !first.some((cell, index) => valueLike.test(cell.trim()) && (second.length === 0 || valueLike.test((second[index] ?? '').trim())));
}

function rowsOfHeader(rows: readonly Row[]): number {
  const ids = rows.slice(1, mostHeaderRows).findIndex((row) => row.filter((cell) => importId.test(cell)).length > row.length / 2);
  if (ids !== -1) return ids + 2;
  let count = 1;
  while (count < mostHeaderRows && isGroupRow(rows[count - 1] ?? [], rows[count] ?? []) && rows.length > count + 1) count++;
  return count;
}

/** A row of names that spans several columns: it has gaps, and what stands below is no value and fills at least one of them. */
function isGroupRow(row: Row, below: Row): boolean {
  const fills = below.some((cell, index) => cell.trim() !== '' && (row[index] ?? '').trim() === '');
  const named = namedCells(row);
  if (!fills || named === 0 || (named === 1 && (row[0] ?? '').trim() !== '' && below.length > 3)) return false;
  return ![...row, ...below].some((cell) => valueLike.test(cell.trim()));
}

/** Names over several rows: a group stands over every column up to the next one. */
function namesOf(rows: readonly Row[]): string[] {
  const [first = [], ...more] = rows;
  const lower = more.filter((row) => !row.some((cell) => importId.test(cell)));
  if (lower.length === 0) return [...first];
  if (lower.length < more.length) return first.map((name, index) => withQuestion(name, lower[0]?.[index] ?? ''));
  const width = Math.max(...rows.map((row) => row.length));
  const above = [first, ...lower.slice(0, -1)].map(spread);
  const last = lower.at(-1) ?? [];
  return Array.from({ length: width }, (_, index) => {
    const parts = [...above.map((row) => row[index] ?? ''), last[index] ?? ''].map((cell) => cell.trim()).filter((cell) => cell !== '');
    return [...new Set(parts)].join(' / ');
  });
}

/** Qualtrics numbers its questions; what they ask stands in the row below. */
function withQuestion(name: string, question: string): string {
  return /^Q(ID)?\d/.test(name.trim()) && question.trim() !== '' ? `${name.trim()} / ${question.trim()}` : name;
}

function spread(row: Row): string[] {
  let group = '';
  return row.map((cell) => {
    group = cell.trim() || group;
    return group;
  });
}

function distinctNames(header: Row, width: number): string[] {
  const seen = new Map<string, number>();
  return Array.from({ length: Math.max(width, header.length) }, (_, index) => {
    const name = (header[index] ?? '').trim() || `column ${index + 1}`;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  });
}
