/** Rows of a short text, for a sample. The last row may be cut and is left out unless the text is whole. */
export function parseDelimited(text: string, options: { separator: string; quoted: boolean; whole: boolean; most: number }): string[][] {
  const rows: string[][] = [];
  let at = 0;
  while (at < text.length && rows.length < options.most) {
    const { cells, next, closed } = readRow(text, at, options);
    const cut = next >= text.length && !endsLine(text);
    if (!closed || (cut && !options.whole)) break;
    if (cells.length > 1 || cells[0] !== '') rows.push(cells);
    at = next;
  }
  return rows;
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
