import { longestRecordBytes, type RecordScanner, type ScanReason, writeRefused } from './record-scanner.ts';
import { isRow, linesWithin, type RowLayout } from './swallowed-lines.ts';
import { escapedBytes, type TsvWriter, writeByte } from './tsv-writer.ts';

const quote = 0x22;
const newline = 0x0a;
const carriageReturn = 0x0d;
const tab = 0x09;
const space = 0x20;

const ranOut = -1;

/** A whole cell of text that looks like rows of the file, over at least this many lines, is taken for a quote that was never closed. */
const fewestSwallowedLines = 3;

export interface DelimitedOptions {
  readonly separator: string;
  readonly quoted: boolean;
  /** Cells of a record. */
  readonly columns: number;
  /** Records at the beginning that are left out: titles, and the names of the columns. */
  readonly headRecords: number;
  /** A record counts as one line, also where its cells hold line ends. */
  readonly recordIsLine?: boolean;
}

type Outcome = 'record' | 'incomplete' | 'bad quote';

/**
 * Reads CSV and its kin by RFC 4180, with any line end. A quote that is never closed costs one row: the row is refused and reading goes on
 * after its first line end.
 */
export class DelimitedScanner implements RecordScanner {
  records = 0;
  refused = 0;
  readonly #rows: TsvWriter;
  readonly #refusedRows: TsvWriter;
  readonly #separator: number;
  readonly #quoted: boolean;
  readonly #columns: number;
  readonly #layout: RowLayout;
  readonly #special = new Uint8Array(256);
  readonly #recordIsLine: boolean;
  #headRecords: number;
  #input: Buffer = Buffer.alloc(0);
  #final = false;
  #line = 1;
  #skipping = false;
  #at = 0;
  #cells = 0;
  #breaks = 0;

  constructor(rows: TsvWriter, refusedRows: TsvWriter, options: DelimitedOptions) {
    this.#rows = rows;
    this.#refusedRows = refusedRows;
    this.#separator = options.separator.charCodeAt(0);
    this.#quoted = options.quoted;
    this.#columns = options.columns;
    this.#layout = { separator: this.#separator, columns: options.columns };
    this.#headRecords = options.headRecords;
    this.#recordIsLine = options.recordIsLine ?? false;
    for (const byte of [...escapedBytes, this.#separator, quote]) this.#special[byte] = 1;
  }

  scan(input: Buffer, final: boolean): number {
    this.#input = input;
    this.#final = final;
    let start = this.#skipping ? this.#skipLine(0) : 0;
    while (start < input.length && !this.#rows.full && !this.#refusedRows.full) {
      const next = this.#take(start);
      if (next === start) break;
      start = next;
    }
    return start;
  }

  /** Deals with one record; gives the position after it, or its start when more input is needed. */
  #take(start: number): number {
    const mark = this.#rows.length;
    this.#rows.writeInteger(this.#line);
    this.#rows.endCell();
    const content = this.#rows.length;
    const outcome = this.#read(start);
    if (outcome === 'record' && this.#isSound(start)) {
      if (this.#isBlank(start, content)) return this.#drop(mark);
      if (this.#headRecords > 0) return this.#dropHead(mark);
      if (this.#cells === this.#columns) return this.#keep();
    }
    this.#rows.length = mark;
    if (outcome === 'incomplete') return this.#wait(start);
    return this.#refuseRecord(start, outcome);
  }

  #isBlank(start: number, content: number): boolean {
    return this.#cells === 1 && this.#rows.length === content && this.#input[start] !== quote;
  }

  #keep(): number {
    this.#rows.endRow();
    this.records++;
    return this.#pass();
  }

  #dropHead(mark: number): number {
    this.#headRecords--;
    return this.#drop(mark);
  }

  #drop(mark: number): number {
    this.#rows.length = mark;
    return this.#pass();
  }

  #pass(): number {
    this.#line += this.#recordIsLine ? 1 : this.#breaks + 1;
    return this.#at;
  }

  #read(start: number): Outcome {
    return this.#readPlain(start) ? 'record' : this.#readAny(start);
  }

  /** The common record, without quotes and escapes and wholly in the input, in one loop; false for any other. */
  #readPlain(start: number): boolean {
    const input = this.#input;
    const out = this.#rows.bytes;
    const special = this.#special;
    const separator = this.#separator;
    let length = this.#rows.length;
    let cells = 1;
    const limit = input.length - 1;
    let at = start;
    for (; at < limit; at++) {
      const byte = input[at] as number;
      if (special[byte] === 0) {
        out[length++] = byte;
      } else if (byte === separator) {
        out[length++] = tab;
        cells++;
      } else break;
    }
    if (at >= limit) return false;
    const end = input[at] === carriageReturn ? at + 1 : at;
    if (input[end] !== newline) return false;
    this.#rows.length = length;
    this.#cells = cells;
    this.#breaks = 0;
    this.#at = end + 1;
    return true;
  }

  #readAny(start: number): Outcome {
    this.#cells = 0;
    this.#breaks = 0;
    let at = start;
    for (;;) {
      this.#cells++;
      const open = this.#quoted ? this.#openingQuote(at) : ranOut;
      at = open === ranOut ? this.#copyPlain(at) : this.#copyQuoted(open + 1);
      if (at === ranOut) return 'incomplete';
      if (this.#input[at] !== this.#separator) return this.#endRecord(at);
      this.#rows.bytes[this.#rows.length++] = tab;
      at++;
    }
  }

  #endRecord(at: number): Outcome {
    const input = this.#input;
    this.#at = at;
    if (at >= input.length) return this.#final ? 'record' : 'incomplete';
    const byte = input[at];
    if (byte !== newline && byte !== carriageReturn) return 'bad quote';
    if (byte === carriageReturn && at + 1 >= input.length && !this.#final) return 'incomplete';
    this.#at = byte === carriageReturn && input[at + 1] === newline ? at + 2 : at + 1;
    return 'record';
  }

  /** Where the cell's quote stands, spaces before it allowed; `ranOut` when the cell has none. */
  #openingQuote(at: number): number {
    let position = at;
    while (this.#input[position] === space) position++;
    return this.#input[position] === quote ? position : ranOut;
  }

  #copyQuoted(from: number): number {
    const input = this.#input;
    const out = this.#rows.bytes;
    const special = this.#special;
    const end = input.length;
    let length = this.#rows.length;
    let at = from;
    while (at < end) {
      const byte = input[at++] as number;
      if (special[byte] === 0) {
        out[length++] = byte;
        continue;
      }
      if (byte === quote && input[at++] !== quote) return this.#closeQuote(at - 1, length);
      if (byte === newline) this.#breaks++;
      length = writeByte(out, length, byte);
    }
    return ranOut;
  }

  #closeQuote(at: number, length: number): number {
    this.#rows.length = length;
    return at < this.#input.length || this.#final ? at : ranOut;
  }

  #copyPlain(from: number): number {
    const input = this.#input;
    const out = this.#rows.bytes;
    const special = this.#special;
    const separator = this.#separator;
    const end = input.length;
    let length = this.#rows.length;
    let at = from;
    for (; at < end; at++) {
      const byte = input[at] as number;
      if (special[byte] === 0) out[length++] = byte;
      else if (byte === separator || byte === newline || byte === carriageReturn) break;
      else length = writeByte(out, length, byte);
    }
    this.#rows.length = length;
    return at;
  }

  /** False for a record of the right width that is in truth many rows behind a quote that was never closed. */
  #isSound(start: number): boolean {
    if (this.#breaks <= fewestSwallowedLines || this.#columns < 3 || this.#cells !== this.#columns) return true;
    const { rows, others } = linesWithin(this.#input, start, this.#at, this.#layout);
    return others > 0 || rows < fewestSwallowedLines;
  }

  #refuseRecord(start: number, outcome: Outcome): number {
    const end = outcome === 'bad quote' ? this.#lineEnd(this.#at) : this.#at;
    if (end === ranOut) return this.#wait(start);
    if (this.#breaks > 0 && this.#swallowed(start, end)) return this.#refuseLine(start, 'open_quote');
    if (outcome === 'bad quote') return this.#refuse(start, end, 'bad_quote', '');
    return this.#refuse(start, end, 'columns', String(this.#cells));
  }

  /** Most of the lines behind the first look like rows of the file. */
  #swallowed(start: number, end: number): boolean {
    const { rows, others } = linesWithin(this.#input, start, end, this.#layout);
    const last = this.#input.lastIndexOf(newline, end - 2) + 1;
    return rows + (isRow(this.#input, last, end, this.#layout) ? 1 : 0) > others;
  }

  /** More input is needed, unless the record is too long or the input has ended inside a quote. */
  #wait(start: number): number {
    if (this.#final) return this.#refuseLine(start, 'open_quote');
    if (this.#input.length - start <= longestRecordBytes) return start;
    if (this.#lineEnd(start) !== ranOut) return this.#refuseLine(start, 'open_quote');
    this.#skipping = true;
    return this.#refuse(start, this.#input.length, 'too_long', '');
  }

  #refuseLine(start: number, reason: ScanReason): number {
    const end = this.#lineEnd(start);
    return this.#refuse(start, end === ranOut ? this.#input.length : end, reason, '');
  }

  #refuse(start: number, end: number, reason: ScanReason, found: string): number {
    const raw = this.#input.subarray(start, end);
    writeRefused(this.#refusedRows, this.#line, reason, found, withoutLineEnd(raw));
    this.refused++;
    this.#headRecords = 0;
    if (this.#recordIsLine) this.#line++;
    else for (let at = raw.indexOf(newline); at !== -1; at = raw.indexOf(newline, at + 1)) this.#line++;
    return end;
  }

  /** The position after the next line end. */
  #lineEnd(from: number): number {
    const at = this.#input.indexOf(newline, from);
    if (at !== -1) return at + 1;
    return this.#final ? this.#input.length : ranOut;
  }

  #skipLine(from: number): number {
    const end = this.#lineEnd(from);
    if (end === ranOut) return this.#input.length;
    this.#skipping = false;
    this.#line++;
    return end;
  }
}

function withoutLineEnd(raw: Buffer): Buffer {
  let end = raw.length;
  while (end > 0 && (raw[end - 1] === newline || raw[end - 1] === carriageReturn)) end--;
  return raw.subarray(0, end);
}
