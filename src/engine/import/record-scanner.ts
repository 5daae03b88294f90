import type { TsvWriter } from './tsv-writer.ts';

/** A record longer than this is refused; what follows its first line end is read on. */
export const longestRecordBytes = 1_000_000;

/** Why the scanner could not use a record. */
export type ScanReason = 'open_quote' | 'bad_quote' | 'columns' | 'too_long' | 'not_json' | 'cut_off';

/** Cuts decoded text into records and writes them as tab-separated rows, each behind the number of its line. */
export interface RecordScanner {
  /** Reads complete records until the input or the room in the writers ends; gives the number of bytes dealt with. */
  scan(input: Buffer, final: boolean): number;
  readonly records: number;
  readonly refused: number;
}

/** Room that a row may need beside the bytes it is made of: escapes triple at worst. */
export const roomForRecord = 3 * longestRecordBytes + 1024;

const shownBytes = 2_000;

/** Writes one refused record: line, reason, what was found, and the beginning of the record. */
export function writeRefused(refused: TsvWriter, line: number, reason: ScanReason, found: string, raw: Uint8Array): void {
  refused.writeInteger(line);
  refused.endCell();
  refused.writeCell(Buffer.from(reason));
  refused.endCell();
  refused.writeCell(Buffer.from(found));
  refused.endCell();
  refused.writeCell(raw.subarray(0, shownBytes));
  refused.endRow();
}
