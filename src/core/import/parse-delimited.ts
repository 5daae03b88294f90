/** Rows with a quote that is never closed that are left out of a sample; their end is looked for in the whole text each time. */
const mostOpenQuotes = 10;
/** What is inside quotes for longer than this is a row of its own and not a cell that the sample cuts. */
const longestCell = 100_000;

/** Rows of a short text, for a sample. The last row may be cut and is left out unless the text is whole; a quote that is never closed costs its line. */
export function parseDelimited(text: string, options: SampleOptions): string[][] {
  const rows: string[][] = [];
  let open = 0;
  for (let at = 0; at < text.length && rows.length < options.most && open < mostOpenQuotes; ) {
    const row = readRow(text, at, options);
    if (isCut(text, at, row, options.whole)) break;
    if (!row.closed) open++;
    else if (row.cells.length > 1 || row.cells[0] !== '') rows.push(row.cells);
    at = row.closed ? row.next : afterLine(text, at);
  }
  return rows;
}

interface SampleOptions {
  readonly separator: string;
  readonly quoted: boolean;
  readonly whole: boolean;
  readonly most: number;
}

/** Whether a row seems to go on beyond the sample. */
function isCut(text: string, start: number, { next, closed }: RowAt, whole: boolean): boolean {
  if (whole) return false;
  return closed ? next >= text.length && !endsLine(text) : text.length - start <= longestCell;
}

function afterLine(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end === -1 ? text.length : end + 1;
}

function endsLine(text: string): boolean {
  return text.endsWith('\n') || text.endsWith('\r');
}

interface RowAt {
  readonly cells: string[];
  readonly next: number;
  /** False when the text ended inside quotes. */
  readonly closed: boolean;
}

function readRow(text: string, start: number, options: { separator: string; quoted: boolean }): RowAt {
  const cells: string[] = [];
  let at = start;
  for (;;) {
    const cell = options.quoted && text[at] === '"' ? readQuoted(text, at + 1, options.separator) : readPlain(text, at, options.separator);
    if (!cell) return { cells, next: text.length, closed: false };
    cells.push(cell.value);
    at = cell.next;
    if (text[at] !== options.separator) break;
    at++;
  }
  if (text[at] === '\r' && text[at + 1] === '\n') at++;
  return { cells, next: at + 1, closed: true };
}

interface CellAt {
  readonly value: string;
  readonly next: number;
}

function readPlain(text: string, start: number, separator: string): CellAt {
  let at = start;
  while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at++;
  return { value: text.slice(start, at), next: at };
}

/** What follows the closing quote up to the separator belongs to the cell: the sample is read leniently. */
function readQuoted(text: string, start: number, separator: string): CellAt | null {
  let at = text.indexOf('"', start);
  while (at !== -1 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  if (at === -1) return null;
  const rest = readPlain(text, at + 1, separator);
  return { value: text.slice(start, at).replaceAll('""', '"') + rest.value, next: rest.next };
}
