import iconv from 'iconv-lite';
import type { KnownLayout } from '../../core/import/detect-layout.ts';
import type { ImportNote } from '../../core/import/import-note.ts';
import type { Encoding } from '../../core/import/mapping.ts';

/** Bytes of the file as they were read so far, for progress. */
export interface ReadMeter {
  bytesRead: number;
}

/** One table to import: a file that is text, a member of an archive, a sheet of a workbook. Its bytes are text, whatever the file is. */
export interface TableSource {
  /** How sentences call it: `export.zip: tickets.csv`. */
  readonly fileName: string;
  /** Its name within the file; null when the file is the table. */
  readonly member: string | null;
  /** Bytes that it takes of the file. */
  readonly bytes: number;
  /** What is known because the text is written by us. */
  readonly known: KnownLayout & { readonly encoding?: Encoding };
  /** A record counts as one line, also where its cells hold line ends: rows of a sheet. */
  readonly recordIsLine: boolean;
  /** What a person should know of how it is read. */
  readonly notes: readonly ImportNote[];
  /** Its bytes in blocks, the same every time. */
  read(meter: ReadMeter): AsyncGenerator<Buffer>;
}

/** The text of a table as UTF-8, without a byte order mark. */
export async function* readText(source: TableSource, encoding: Encoding, meter: ReadMeter): AsyncGenerator<Buffer> {
  let first = true;
  for await (const block of encoding === 'utf-8' ? source.read(meter) : decoded(source, encoding, meter)) {
    yield first ? withoutMark(block) : block;
    first = false;
  }
}

async function* decoded(source: TableSource, encoding: Encoding, meter: ReadMeter): AsyncGenerator<Buffer> {
  const decoder = iconv.getDecoder(encoding);
  for await (const block of source.read(meter)) yield Buffer.from(decoder.write(block));
  yield Buffer.from(decoder.end() ?? '');
}

function withoutMark(block: Buffer): Buffer {
  return block[0] === 0xef && block[1] === 0xbb && block[2] === 0xbf ? block.subarray(3) : block;
}
