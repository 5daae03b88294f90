import { flattenJson } from '../../core/import/flatten-json.ts';
import { longestRecordBytes, type RecordScanner, writeRefused } from './record-scanner.ts';
import type { TsvWriter } from './tsv-writer.ts';

const newline = 0x0a;

/** Reads one JSON object a line; the columns are paths into it. Fields beside the columns are left out. */
export class JsonScanner implements RecordScanner {
  records = 0;
  refused = 0;
  readonly #rows: TsvWriter;
  readonly #refusedRows: TsvWriter;
  readonly #columns: readonly string[];
  #line = 1;
  #skipping = false;

  constructor(rows: TsvWriter, refusedRows: TsvWriter, columns: readonly string[]) {
    this.#rows = rows;
    this.#refusedRows = refusedRows;
    this.#columns = columns;
  }

  scan(input: Buffer, final: boolean): number {
    let start = 0;
    while (start < input.length && !this.#rows.full && !this.#refusedRows.full) {
      const found = input.indexOf(newline, start);
      const end = found === -1 && final ? input.length : found;
      if (end === -1) return this.#wait(input, start);
      this.#line += this.#take(input.subarray(start, end));
      start = Math.min(end + 1, input.length);
    }
    return start;
  }

  #take(line: Buffer): number {
    if (this.#skipping) this.#skipping = false;
    else if (line.length > longestRecordBytes) this.#refuse(line, 'too_long');
    else this.#write(line);
    return 1;
  }

  #write(line: Buffer): void {
    const text = line.toString('utf8').trim();
    if (text === '') return;
    const cells = flattenJson(text);
    if (cells) {
      writeJsonRecord(this.#rows, this.#line, this.#columns, cells);
      this.records++;
    } else this.#refuse(line, 'not_json');
  }

  #wait(input: Buffer, start: number): number {
    if (input.length - start <= longestRecordBytes) return start;
    if (!this.#skipping) this.#refuse(input.subarray(start), 'too_long');
    this.#skipping = true;
    return input.length;
  }

  #refuse(line: Buffer, reason: 'too_long' | 'not_json'): void {
    writeRefused(this.#refusedRows, this.#line, reason, '', line);
    this.refused++;
  }
}

/** Writes one flattened object as a row behind the number of its line. */
export function writeJsonRecord(rows: TsvWriter, line: number, columns: readonly string[], cells: ReadonlyMap<string, string>): void {
  rows.writeInteger(line);
  for (const column of columns) {
    rows.endCell();
    rows.writeCell(Buffer.from(cells.get(column) ?? ''));
  }
  rows.endRow();
}
