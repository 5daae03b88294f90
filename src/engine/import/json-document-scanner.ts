import { flattenJson } from '../../core/import/flatten-json.ts';
import { JsonWalker } from '../../core/import/json-walker.ts';
import { writeJsonRecord } from './json-scanner.ts';
import { longestRecordBytes, type RecordScanner, type ScanReason, writeRefused } from './record-scanner.ts';
import type { TsvWriter } from './tsv-writer.ts';

/** Reads the objects of one list of a JSON document, wherever its lines end. */
export class JsonDocumentScanner implements RecordScanner {
  records = 0;
  refused = 0;
  readonly #rows: TsvWriter;
  readonly #refusedRows: TsvWriter;
  readonly #columns: readonly string[];
  readonly #walker: JsonWalker;
  #ended = false;

  /** @param recordsAt the path of the list, as `findJsonRecords` gives it */
  constructor(rows: TsvWriter, refusedRows: TsvWriter, columns: readonly string[], recordsAt: string) {
    this.#rows = rows;
    this.#refusedRows = refusedRows;
    this.#columns = columns;
    this.#walker = new JsonWalker((path) => path === recordsAt);
  }

  scan(input: Buffer, final: boolean): number {
    let at = 0;
    while (at < input.length && !this.#rows.full && !this.#refusedRows.full) {
      const found = this.#walker.next(input, at, final);
      if (typeof found === 'number') return this.#wait(input, found, final);
      this.#take(input.subarray(found.start, found.end), found.line);
      at = found.end;
    }
    return at;
  }

  #take(record: Buffer, line: number): void {
    const tooLong = record.length > longestRecordBytes;
    const cells = tooLong ? null : flattenJson(record.toString('utf8'));
    if (cells) {
      writeJsonRecord(this.#rows, line, this.#columns, cells);
      this.records++;
    } else this.#refuse(record, line, tooLong ? 'too_long' : 'not_json');
  }

  /** A record that is cut off by the end of the document is refused; one that is too long is passed over. */
  #wait(input: Buffer, at: number, final: boolean): number {
    const rest = input.subarray(at);
    if (final) return this.#end(input, rest);
    if (rest.length <= longestRecordBytes) return at;
    this.#refuse(rest, this.#walker.line, 'too_long');
    return this.#walker.passInto(input, at);
  }

  #end(input: Buffer, rest: Buffer): number {
    if (!this.#ended && (rest.length > 0 || !this.#walker.isComplete)) this.#refuse(rest, this.#walker.line, 'cut_off');
    this.#ended = true;
    return input.length;
  }

  #refuse(record: Buffer, line: number, reason: ScanReason): void {
    writeRefused(this.#refusedRows, line, reason, '', record);
    this.refused++;
  }
}
