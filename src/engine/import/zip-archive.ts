import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { UserError } from '../../core/model/user-error.ts';
import type { SourceOnDisk } from './source-file.ts';
import type { ReadMeter } from './table-source.ts';

const mostMembers = 1_000;
const mostBytes = 100e9;
/** Text packs some thirty times at best; what packs far beyond that is made to fill a disk. */
const mostRatio = 250;
const smallBytes = 20e6;
const blockBytes = 1 << 20;

/** One file of an archive. */
export interface ZipMember {
  readonly name: string;
  /** Bytes as they lie in the archive. */
  readonly packedBytes: number;
  readonly bytes: number;
}

/** The files of an archive. Nothing is ever written under their names. */
export interface ZipArchive {
  readonly members: readonly ZipMember[];
  /** The bytes of one in blocks. @throws UserError when it is broken or larger than it says */
  read(name: string, meter?: ReadMeter): AsyncGenerator<Buffer>;
}

/** Reads the list of files. @throws UserError for an archive that is broken, protected, names files outside itself, or swells beyond all measure */
export async function openZip(source: SourceOnDisk): Promise<ZipArchive> {
  const entries = await reading(source, (zip) => listed(source, zip));
  const members = entries.map(({ fileName, compressedSize, uncompressedSize }) => ({
    name: fileName,
    packedBytes: compressedSize,
    bytes: uncompressedSize,
  }));
  refuseBomb(source, members);
  return { members, read: (name, meter = { bytesRead: 0 }) => readMember(source, name, meter) };
}

async function reading<T>(source: SourceOnDisk, work: (zip: ZipFile) => Promise<T>): Promise<T> {
  try {
    const zip = await openPromise(source.path, { autoClose: false });
    try {
      return await work(zip);
    } finally {
      zip.close();
    }
  } catch (error) {
    throw faultOf(source, error);
  }
}

async function listed(source: SourceOnDisk, zip: ZipFile): Promise<Entry[]> {
  const entries: Entry[] = [];
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName.endsWith('/')) continue;
    if (entry.isEncrypted()) {
      throw new UserError('import_protected', `${source.fileName} is protected by a password; take the protection off and bring it again`);
    }
    if (entries.push(entry) > mostMembers) {
      throw new UserError('import_zip_many', `${source.fileName} holds more than ${mostMembers} files; bring at most that many at once`);
    }
  }
  return entries;
}

function refuseBomb(source: SourceOnDisk, members: readonly ZipMember[]): void {
  const bytes = members.reduce((sum, member) => sum + member.bytes, 0);
  const swells = members.some((member) => member.bytes > smallBytes && member.bytes > mostRatio * Math.max(1, member.packedBytes));
  if (bytes <= mostBytes && !swells && bytes <= Math.max(smallBytes, mostRatio * source.bytes)) return;
  throw new UserError(
    'import_zip_bomb',
    `${source.fileName} would swell from ${megabytes(source.bytes)} to ${megabytes(bytes)}: at most ${mostRatio} times its size and ${megabytes(mostBytes)} in all are unpacked`,
  );
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toLocaleString('en', { maximumFractionDigits: bytes < 1e6 ? 3 : 0 })} MB`;
}

async function* readMember(source: SourceOnDisk, name: string, meter: ReadMeter): AsyncGenerator<Buffer> {
  const zip = await openPromise(source.path, { autoClose: false }).catch((error: unknown) => {
    throw faultOf(source, error);
  });
  try {
    const entry = await entryNamed(zip, name);
    const stream = await zip.openReadStreamPromise(entry);
    const share = entry.compressedSize / Math.max(1, entry.uncompressedSize);
    let bytes = 0;
    try {
      for await (const block of gathered(stream)) {
        bytes += block.length;
        meter.bytesRead = Math.round(bytes * share);
        yield block;
      }
    } finally {
      stream.destroy();
    }
  } catch (error) {
    throw faultOf(source, error);
  } finally {
    zip.close();
  }
}

/** Unpacking gives blocks of some kilobytes. */
async function* gathered(blocks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = [];
  let length = 0;
  for await (const block of blocks) {
    waiting.push(block);
    length += block.length;
    if (length < blockBytes) continue;
    yield Buffer.concat(waiting);
    waiting = [];
    length = 0;
  }
  if (length > 0) yield Buffer.concat(waiting);
}

async function entryNamed(zip: ZipFile, name: string): Promise<Entry> {
  for await (const entry of zip.eachEntry()) if (entry.fileName === name) return entry;
  throw new TypeError(`no member ${name}`);
}

function faultOf(source: SourceOnDisk, error: unknown): Error {
  if (error instanceof UserError || !(error instanceof Error)) return error as Error;
  const { message } = error;
  if (/relative path|absolute path|invalid characters in fileName/.test(message)) {
    return new UserError('import_zip_slip', `${source.fileName} names a file outside itself (${message}); it is not read`);
  }
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (error instanceof TypeError || /^E[A-Z]+$/.test(code)) return error;
  return new UserError('import_zip_broken', `${source.fileName} is a broken or cut off archive (${message}); bring it again`);
}
