import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { UserError } from '../../core/model/user-error.ts';

/** The folders of a data directory, as absolute paths. */
export interface DataDirectory {
  readonly path: string;
  /** Facts: the directory of chDB. */
  readonly chdb: string;
  /** Users, boards, goals: the directory of PGlite. */
  readonly meta: string;
  readonly tmp: string;
  readonly backups: string;
  /** Configuration of chDB; it allows backups to be written to `backups` and read from there. */
  readonly chdbConfig: string;
}

export interface DataDirectoryOptions {
  /** Refuse a directory that holds no data yet, instead of laying one out. */
  readonly expectData?: boolean;
}

const format = 1;
const versionFile = 'version';
const notOurs = new Set(['lost+found', '.DS_Store']);

/**
 * Lays out a data directory, or finds the one that is there. Takes no lock: chDB does, when the store is opened.
 * @throws UserError for a file, a place that cannot be written, a folder with other content, an older or newer layout, or missing data
 */
export async function openDataDirectory(path: string, options: DataDirectoryOptions = {}): Promise<DataDirectory> {
  const directory = layout(resolve(path));
  const entries = await entriesOf(directory.path);
  if (entries === null || entries.length === 0) {
    if (options.expectData) throw new UserError('data_directory_empty', `There is no data in ${directory.path}.`, 404);
    await create(directory);
    return directory;
  }
  await checkVersion(directory.path, entries);
  await writing(directory.path, () => makeFolders(directory));
  await checkWritable(directory.path);
  return directory;
}

function layout(path: string): DataDirectory {
  return {
    path,
    chdb: join(path, 'chdb'),
    meta: join(path, 'meta'),
    tmp: join(path, 'tmp'),
    backups: join(path, 'backups'),
    chdbConfig: join(path, 'chdb-config.xml'),
  };
}

/** What lies in the directory; null when there is none. */
async function entriesOf(path: string): Promise<string[] | null> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw unusable(path, error);
  });
  if (found === null) return null;
  if (!found.isDirectory()) throw new UserError('data_directory_is_file', `${path} is a file; the data directory must be a folder.`);
  const entries = await readdir(path).catch((error: unknown) => {
    throw unusable(path, error);
  });
  return entries.filter((name) => !notOurs.has(name));
}

async function create(directory: DataDirectory): Promise<void> {
  await writing(directory.path, async () => {
    await mkdir(directory.path, { recursive: true, mode: 0o700 });
    const draft = join(directory.path, `.${versionFile}-${randomUUID()}`);
    await writeFile(draft, `${format}\n`, { flush: true });
    await rename(draft, join(directory.path, versionFile));
    await makeFolders(directory);
  });
}

async function makeFolders(directory: DataDirectory): Promise<void> {
  for (const folder of [directory.chdb, directory.meta, directory.tmp, directory.backups]) await mkdir(folder, { recursive: true });
}

async function checkVersion(path: string, entries: readonly string[]): Promise<void> {
  const onlyDrafts = entries.every((name) => name.startsWith(`.${versionFile}-`));
  if (onlyDrafts) return writeVersion(path);
  const text = entries.includes(versionFile) ? await readFile(join(path, versionFile), 'utf8').catch(() => '') : '';
  const version = Number(/^(\d+)\s*$/.exec(text)?.[1] ?? Number.NaN);
  if (Number.isNaN(version)) {
    throw new UserError(
      'data_directory_foreign',
      `${path} holds files that are not Earshot's; name an empty folder, a new one, or one that Earshot made.`,
    );
  }
  if (version > format) {
    throw new UserError(
      'data_directory_newer',
      `${path} was written by a newer version of Earshot (layout ${version}; this version knows ${format}).`,
    );
  }
}

async function writeVersion(path: string): Promise<void> {
  await writing(path, () => writeFile(join(path, versionFile), `${format}\n`, { flush: true }));
}

async function checkWritable(path: string): Promise<void> {
  const probe = join(path, `.probe-${randomUUID()}`);
  await writing(path, async () => {
    await writeFile(probe, '');
    await rm(probe);
  });
}

async function writing(path: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    throw unusable(path, error);
  }
}

function unusable(path: string, error: unknown): UserError {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC') return new UserError('disk_full', `The disk that holds ${path} is full.`, 507);
  const reason = { EROFS: 'it is on a read-only disk', ENOTDIR: 'a part of the path is a file', ENOENT: 'a part of the path is missing' }[
    code ?? ''
  ];
  return new UserError(
    'data_directory_not_writable',
    `${path} cannot be used as data directory: ${reason ?? 'this user may not write there'}.`,
  );
}
