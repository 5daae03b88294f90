import { createHash } from 'node:crypto';
import { createReadStream, type ReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { UserError } from '../../core/model/user-error.ts';
import type { ReadMeter } from './table-source.ts';

const blockBytes = 1 << 20;
const signatureBytes = 16;

/** What people may bring, for sentences. */
export const takenFormats = 'CSV, TSV, JSON, NDJSON, XLSX, Parquet or a ZIP of them';

/** A file to import, as it lies on disk. */
export interface SourceOnDisk {
  readonly path: string;
  readonly fileName: string;
  readonly bytes: number;
  readonly kind: 'text' | 'gzip' | 'zip' | 'parquet' | 'compound';
}

/** Looks at a file: it must exist, be a file, have content, and not be a picture or the like. */
export async function openSource(path: string, fileName = basename(path)): Promise<SourceOnDisk> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw unreadable(fileName, error);
  });
  if (found.isDirectory()) throw new UserError('import_directory', `${fileName} is a directory; give one file: ${takenFormats}`);
  if (!found.isFile()) throw new UserError('import_not_a_file', `${fileName} is not a regular file; give one file: ${takenFormats}`);
  if (found.size === 0) throw new UserError('import_empty', `${fileName} is empty; a file needs a header and at least one row`);
  const kind = kindOf(await firstBytes(path, fileName), fileName);
  return { path, fileName, bytes: found.size, kind };
}

function unreadable(fileName: string, error: NodeJS.ErrnoException): UserError {
  if (error.code === 'ENOENT') return new UserError('import_no_file', `there is no file ${fileName}`);
  return new UserError('import_unreadable', `${fileName} cannot be read (${error.code ?? error.message})`);
}

async function firstBytes(path: string, fileName: string): Promise<Buffer> {
  try {
    const handle = await open(path);
    try {
      const { bytesRead, buffer } = await handle.read(Buffer.alloc(signatureBytes), 0, signatureBytes, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw unreadable(fileName, error as NodeJS.ErrnoException);
  }
}

const kinds: readonly (readonly [kind: SourceOnDisk['kind'], magic: string])[] = [
  ['gzip', '1f8b'],
  ['zip', '504b0304'],
  ['zip', '504b0506'],
  ['parquet', '50415231'],
  ['compound', 'd0cf11e0'],
];

const foreign: readonly (readonly [name: string, magic: string])[] = [
  ['a PNG picture', '89504e47'],
  ['a JPEG picture', 'ffd8ff'],
  ['a GIF picture', '47494638'],
  ['a PDF document', '25504446'],
  ['a 7-Zip archive', '377abcaf'],
  ['a RAR archive', '52617221'],
  ['a Zstandard archive', '28b52ffd'],
  ['an encrypted Parquet file', '50415245'],
  ['a program', '7f454c46'],
];

function kindOf(magic: Buffer, fileName: string): SourceOnDisk['kind'] {
  const starts = (start: string) => magic.toString('hex').startsWith(start);
  const other = foreign.find(([, start]) => starts(start));
  if (other) throw new UserError('import_foreign', `${fileName} is ${other[0]}, not a table; save it as ${takenFormats}`);
  return kinds.find(([, start]) => starts(start))?.[0] ?? 'text';
}

/** The bytes of a text file, gzip undone, in blocks of about a megabyte. */
export async function* readBytes(source: SourceOnDisk, meter: ReadMeter): AsyncGenerator<Buffer> {
  const file = createReadStream(source.path, { highWaterMark: blockBytes });
  const bytes = source.kind === 'gzip' ? unzipped(file) : file;
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

/** SHA-256 of the file as it lies on disk, in hexadecimal. */
export async function hashOf(source: SourceOnDisk): Promise<string> {
  const hash = createHash('sha256');
  for await (const block of createReadStream(source.path, { highWaterMark: blockBytes })) hash.update(block as Buffer);
  return hash.digest('hex');
}
