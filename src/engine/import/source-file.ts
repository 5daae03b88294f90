import { createHash } from 'node:crypto';
import { createReadStream, type ReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import iconv from 'iconv-lite';
import type { Encoding } from '../../core/import/mapping.ts';
import { UserError } from '../../core/model/user-error.ts';

const blockBytes = 1 << 20;

/** A file to import, as it lies on disk. */
export interface SourceOnDisk {
  readonly path: string;
  readonly fileName: string;
  readonly bytes: number;
  readonly gzip: boolean;
}

/** Looks at a file: it must exist, be a file, have content, and not be a picture, archive or workbook. */
export async function openSource(path: string, fileName = basename(path)): Promise<SourceOnDisk> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw unreadable(fileName, error);
  });
  if (found.isDirectory()) throw new UserError('import_directory', `${fileName} is a directory; give one CSV, TSV or NDJSON file`);
  if (!found.isFile()) throw new UserError('import_not_a_file', `${fileName} is not a regular file; give one CSV, TSV or NDJSON file`);
  if (found.size === 0) throw new UserError('import_empty', `${fileName} is empty; a file needs a header and at least one row`);
  const magic = await firstBytes(path, fileName);
  refuseForeign(magic, fileName);
  return { path, fileName, bytes: found.size, gzip: magic[0] === 0x1f && magic[1] === 0x8b };
}

function unreadable(fileName: string, error: NodeJS.ErrnoException): UserError {
  if (error.code === 'ENOENT') return new UserError('import_no_file', `there is no file ${fileName}`);
  return new UserError('import_unreadable', `${fileName} cannot be read (${error.code ?? error.message})`);
}

async function firstBytes(path: string, fileName: string): Promise<Buffer> {
  try {
    const handle = await open(path);
    try {
      const { bytesRead, buffer } = await handle.read(Buffer.alloc(16), 0, 16, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw unreadable(fileName, error as NodeJS.ErrnoException);
  }
}

const foreign: readonly (readonly [name: string, magic: string])[] = [
  ['a PNG picture', '89504e47'],
  ['a JPEG picture', 'ffd8ff'],
  ['a GIF picture', '47494638'],
  ['a PDF document', '25504446'],
  ['a ZIP archive or an Excel workbook', '504b0304'],
  ['an old Excel workbook', 'd0cf11e0'],
  ['a 7-Zip archive', '377abcaf'],
  ['a Zstandard archive', '28b52ffd'],
  ['a Parquet file', '50415231'],
  ['a program', '7f454c46'],
];

function refuseForeign(magic: Buffer, fileName: string): void {
  const kind = foreign.find(([, start]) => magic.toString('hex').startsWith(start));
  if (kind) throw new UserError('import_foreign', `${fileName} is ${kind[0]}, not text; save it as CSV, TSV or NDJSON, plain or gzip`);
}

/** Bytes of the file as they were read so far, for progress. */
export interface ReadMeter {
  bytesRead: number;
}

/** The bytes of a file, gzip undone, in blocks of about a megabyte. */
export async function* readBytes(source: SourceOnDisk, meter: ReadMeter = { bytesRead: 0 }): AsyncGenerator<Buffer> {
  const file = createReadStream(source.path, { highWaterMark: blockBytes });
  const bytes = source.gzip ? unzipped(file) : file;
  try {
    for await (const block of bytes) {
      meter.bytesRead = file.bytesRead;
      yield block as Buffer;
    }
  } catch (error) {
    throw readFault(source, error as NodeJS.ErrnoException);
  } finally {
    file.destroy();
  }
}

function unzipped(file: ReadStream): Readable {
  const gunzip = createGunzip({ chunkSize: blockBytes });
  pipeline(file, gunzip, () => undefined);
  return gunzip;
}

function readFault(source: SourceOnDisk, error: NodeJS.ErrnoException): Error {
  if (error.code === 'Z_BUF_ERROR') {
    return new UserError('import_gzip_cut', `${source.fileName} is cut off: the gzip data ends in the middle; bring the whole file`);
  }
  if (error.code?.startsWith('Z_')) return new UserError('import_gzip_broken', `${source.fileName} is broken gzip data (${error.message})`);
  return error.code ? unreadable(source.fileName, error) : error;
}

/** The text of a file as UTF-8, without a byte order mark. */
export async function* readText(source: SourceOnDisk, encoding: Encoding, meter?: ReadMeter): AsyncGenerator<Buffer> {
  let first = true;
  for await (const block of encoding === 'utf-8' ? readBytes(source, meter) : decoded(source, encoding, meter)) {
    yield first ? withoutMark(block) : block;
    first = false;
  }
}

async function* decoded(source: SourceOnDisk, encoding: Encoding, meter?: ReadMeter): AsyncGenerator<Buffer> {
  const decoder = iconv.getDecoder(encoding);
  for await (const block of readBytes(source, meter)) yield Buffer.from(decoder.write(block));
  yield Buffer.from(decoder.end() ?? '');
}

function withoutMark(block: Buffer): Buffer {
  return block[0] === 0xef && block[1] === 0xbb && block[2] === 0xbf ? block.subarray(3) : block;
}

/** SHA-256 of the file as it lies on disk, in hexadecimal. */
export async function hashOf(source: SourceOnDisk): Promise<string> {
  const hash = createHash('sha256');
  for await (const block of createReadStream(source.path, { highWaterMark: blockBytes })) hash.update(block as Buffer);
  return hash.digest('hex');
}
