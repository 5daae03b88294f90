import { type MergedCell, MergeFinder } from './merged-cells.ts';
import { xmlReader } from './read-xml.ts';
import { type SheetBook, SheetReader, type SheetRow } from './sheet-reader.ts';

/** What is known of a sheet before its rows are read. */
export interface SheetLook {
  /** Columns, by the first rows; 0 for an empty sheet. */
  readonly width: number;
  readonly merged: readonly MergedCell[];
  /** Formulas among the first rows that hold no value. */
  readonly unknownFormulas: number;
}

const lookedRows = 2_000;

/** Looks over a sheet: how wide it is, and which cells are merged, which stands behind the rows. */
export async function lookAtSheet(blocks: AsyncIterable<Buffer>, book: SheetBook): Promise<SheetLook> {
  let width = 0;
  const reader = new SheetReader(book, ({ cells }) => {
    width = Math.max(width, cells.length);
  });
  const xml = xmlReader(reader);
  const merges = new MergeFinder();
  for await (const block of blocks) {
    if (reader.rows < lookedRows) xml.write(block);
    merges.look(block);
  }
  return { width, merged: merges.found, unknownFormulas: reader.unknownFormulas };
}

/** The rows of a sheet as CSV, a line each, so that the number of a line is that of the row. A merged cell stands in each of its rows. */
export async function* sheetCsv(
  blocks: AsyncIterable<Buffer>,
  book: SheetBook,
  look: SheetLook,
  faultOf: (error: unknown) => Error,
): AsyncGenerator<Buffer> {
  const lines = new SheetLines(look);
  const xml = xmlReader(new SheetReader(book, (row) => lines.add(row)));
  for await (const block of blocks) {
    attempt(() => xml.write(block), faultOf);
    yield lines.take();
  }
  attempt(() => xml.close(), faultOf);
}

function attempt(work: () => void, faultOf: (error: unknown) => Error): void {
  try {
    work();
  } catch (error) {
    throw faultOf(error);
  }
}

class SheetLines {
  readonly #width: number;
  readonly #merged: ReadonlyMap<number, readonly MergedCell[]>;
  #standing: { readonly merge: MergedCell; readonly text: string }[] = [];
  #lines: string[] = [];
  #next = 1;

  constructor({ width, merged }: SheetLook) {
    this.#width = width;
    const byRow = new Map<number, MergedCell[]>();
    for (const cell of merged) byRow.set(cell.fromRow, [...(byRow.get(cell.fromRow) ?? []), cell]);
    this.#merged = byRow;
  }

  add(row: SheetRow): void {
    for (; this.#next < row.number; this.#next++) this.#lines.push('\n');
    this.#next = row.number + 1;
    this.#fill(row);
    this.#lines.push(lineOf(row.cells, this.#width));
  }

  take(): Buffer {
    const text = this.#lines.join('');
    this.#lines = [];
    return Buffer.from(text);
  }

  #fill({ number, cells }: SheetRow): void {
    this.#standing = this.#standing.filter(({ merge }) => merge.untilRow >= number);
    const isEmpty = !cells.some((cell) => cell !== undefined && cell !== '');
    for (const { merge, text } of isEmpty ? [] : this.#standing) {
      while (cells.length < merge.column) cells.push('');
      if ((cells[merge.column] ?? '') === '') cells[merge.column] = text;
    }
    for (const merge of this.#merged.get(number) ?? []) this.#standing.push({ merge, text: cells[merge.column] ?? '' });
  }
}

function lineOf(cells: readonly string[], width: number): string {
  if (cells.every((cell) => cell === '')) return '\n';
  const written = cells.map(csvCell);
  while (written.length < width) written.push('');
  return `${written.join(',')}\n`;
}

function csvCell(text: string): string {
  return /[",\r\n]|^\s/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
