import { isUtf8 } from 'node:buffer';
import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import type { Mapping } from '../../core/import/mapping.ts';
import { DelimitedScanner } from './delimited-scanner.ts';
import { JsonDocumentScanner } from './json-document-scanner.ts';
import { JsonScanner } from './json-scanner.ts';
import { type RecordScanner, roomForRecord } from './record-scanner.ts';
import { type ReadMeter, readText, type TableSource } from './table-source.ts';
import { TsvWriter } from './tsv-writer.ts';

/** Some records of a file, decoded: tab-separated rows behind the number of their line, and beside them what could not be used. */
export interface Chunk {
  readonly index: number;
  readonly path: string;
  readonly records: number;
  /** Columns line, reason, found, raw. */
  readonly refusedPath: string;
  readonly refused: number;
  /** Characters that are not UTF-8 and were replaced with U+FFFD. */
  readonly replaced: number;
  /** Bytes of the file on disk that were read when the chunk was cut. */
  readonly bytesRead: number;
}

export interface ScanOptions {
  readonly mapping: Mapping;
  /** Every column of the file, in order. */
  readonly columns: readonly string[];
  /** A directory that is ours alone; the caller removes it. */
  readonly directory: string;
  readonly chunkBytes?: number;
  /** Chunks at the beginning that are not needed; they are read over and not yielded. */
  readonly skip?: number;
  readonly signal?: AbortSignal;
}

const flushBytes = 4 << 20;
const defaultChunkBytes = 32 << 20;

/** Cuts a table into chunks at record ends; returns how many it has. The same table gives the same chunks every time. */
export async function* scanChunks(source: TableSource, options: ScanOptions): AsyncGenerator<Chunk, number> {
  const meter: ReadMeter = { bytesRead: 0 };
  const cutter = new ChunkCutter(source, options, meter);
  try {
    let carry: Buffer = Buffer.alloc(0);
    for await (const block of readText(source, options.mapping.encoding, meter)) {
      options.signal?.throwIfAborted();
      carry = carry.length === 0 ? block : Buffer.concat([carry, block]);
      carry = yield* cutter.feed(carry, false);
    }
    yield* cutter.feed(carry, true);
    yield* cutter.finish();
    return cutter.count;
  } finally {
    await cutter.close();
  }
}

class ChunkCutter {
  readonly #options: ScanOptions;
  readonly #meter: ReadMeter;
  readonly #rows: TsvWriter;
  readonly #refusedRows: TsvWriter;
  readonly #scanner: RecordScanner;
  readonly #chunkBytes: number;
  #index = 0;
  #files: { rows: FileHandle; refused: FileHandle } | null = null;
  #bytes = 0;
  #before = { records: 0, refused: 0 };
  #replaced = 0;

  constructor(source: TableSource, options: ScanOptions, meter: ReadMeter) {
    this.#options = options;
    this.#meter = meter;
    this.#chunkBytes = options.chunkBytes ?? defaultChunkBytes;
    const fullAt = Math.min(flushBytes, this.#chunkBytes);
    this.#rows = new TsvWriter(fullAt + roomForRecord, fullAt);
    this.#refusedRows = new TsvWriter(fullAt + roomForRecord, fullAt);
    this.#scanner = scannerFor(source, options, this.#rows, this.#refusedRows);
  }

  /** Scans all that is complete; gives the rest. */
  async *feed(input: Buffer, final: boolean): AsyncGenerator<Chunk, Buffer> {
    let at = 0;
    while (at < input.length) {
      const taken = this.#scanner.scan(input.subarray(at), final);
      at += taken;
      if (taken === 0 && !this.#rows.full && !this.#refusedRows.full) break;
      if (this.#rows.full || this.#refusedRows.full) await this.#flush();
      if (this.#bytes >= this.#chunkBytes) yield* this.#cut();
    }
    return input.subarray(at);
  }

  async *finish(): AsyncGenerator<Chunk> {
    await this.#flush();
    if (this.#bytes > 0) yield* this.#cut();
  }

  async close(): Promise<void> {
    await this.#files?.rows.close();
    await this.#files?.refused.close();
    this.#files = null;
  }

  get count(): number {
    return this.#index;
  }

  get #wanted(): boolean {
    return this.#index >= (this.#options.skip ?? 0);
  }

  #path(kind: string): string {
    return join(this.#options.directory, `${kind}-${this.#index}.tsv`);
  }

  async #flush(): Promise<void> {
    const rows = this.#repair(this.#rows.take());
    const refused = this.#repair(this.#refusedRows.take());
    this.#bytes += rows.length + refused.length;
    if (!this.#wanted) return;
    this.#files ??= { rows: await open(this.#path('rows'), 'w'), refused: await open(this.#path('refused'), 'w') };
    await this.#files.rows.writeFile(rows);
    await this.#files.refused.writeFile(refused);
  }

  #repair(rows: Buffer): Buffer {
    if (isUtf8(rows)) return rows;
    const text = rows.toString('utf8');
    for (let at = text.indexOf('\uFFFD'); at !== -1; at = text.indexOf('\uFFFD', at + 1)) this.#replaced++;
    return Buffer.from(text);
  }

  async *#cut(): AsyncGenerator<Chunk> {
    const wanted = this.#wanted;
    await this.close();
    const chunk: Chunk = {
      index: this.#index,
      path: this.#path('rows'),
      records: this.#scanner.records - this.#before.records,
      refusedPath: this.#path('refused'),
      refused: this.#scanner.refused - this.#before.refused,
      replaced: this.#replaced,
      bytesRead: this.#meter.bytesRead,
    };
    this.#before = { records: this.#scanner.records, refused: this.#scanner.refused };
    this.#bytes = 0;
    this.#replaced = 0;
    this.#index++;
    if (wanted) yield chunk;
  }
}

function scannerFor({ recordIsLine }: TableSource, { mapping, columns }: ScanOptions, rows: TsvWriter, refused: TsvWriter): RecordScanner {
  if (mapping.format === 'ndjson') return new JsonScanner(rows, refused, columns);
  if (mapping.format === 'json') return new JsonDocumentScanner(rows, refused, columns, mapping.recordsAt ?? '');
  const { separator, quoted, header, skipRows = 0, headerRows = 1 } = mapping;
  const headRecords = skipRows + (header ? headerRows : 0);
  return new DelimitedScanner(rows, refused, { separator, quoted, headRecords, columns: columns.length, recordIsLine });
}
