import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { syncToDisk } from './durable-file.ts';
import type { Connection } from './meta-database.ts';

/** An open folder of PGlite. */
export interface PostgresFolder {
  readonly connection: Connection;
  /** Brings everything written so far to the disk, which PGlite itself never does. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** Initialised once by the build: initdb takes 2 to 5 s and 0.8 GB, a copy 0.1 s. */
const template = fileURLToPath(new URL('../../../dist/postgres', import.meta.url));

export function isPostgresFolder(folder: string): boolean {
  return existsSync(join(folder, 'PG_VERSION'));
}

export async function openPostgresFolder(folder: string): Promise<PostgresFolder> {
  const client = await PGlite.create(folder);
  const sync = changedFilesSync(folder);
  const close = async () => {
    await client.close();
    await sync();
  };
  return { connection: drizzle({ client }), sync, close };
}

/**
 * Makes a new folder, filled by `fill`, and puts it in place as a whole: until then the old one stays, and then it is kept
 * at `aside` in place of whatever stood there.
 */
export async function makePostgresFolder(folder: string, aside: string, fill?: (connection: Connection) => Promise<void>): Promise<void> {
  const draft = `${folder}-draft`;
  await rm(draft, { recursive: true, force: true });
  await initialise(draft);
  if (fill) await fillFolder(draft, fill);
  if (existsSync(folder)) {
    await rm(aside, { recursive: true, force: true });
    await rename(folder, aside);
  }
  await rename(draft, folder);
  await syncToDisk(dirname(folder));
}

async function initialise(folder: string): Promise<void> {
  if (existsSync(template)) return cp(template, folder, { recursive: true });
  await mkdir(folder, { mode: 0o700 });
  await (await PGlite.create(folder)).close();
}

async function fillFolder(folder: string, fill: (connection: Connection) => Promise<void>): Promise<void> {
  const opened = await openPostgresFolder(folder);
  try {
    await fill(opened.connection);
  } finally {
    await opened.close();
  }
}

/**
 * fsync for the log, which holds every write since the last checkpoint; for all files at the first call and after a checkpoint,
 * which rewrites the control file and takes what it moved to the tables off the log.
 */
function changedFilesSync(folder: string): () => Promise<void> {
  let checkpoint = 0;
  return async () => {
    const { ctimeMs } = await stat(join(folder, 'global/pg_control'));
    await syncTree(ctimeMs === checkpoint ? join(folder, 'pg_wal') : folder);
    checkpoint = ctimeMs;
  };
}

async function syncTree(folder: string): Promise<void> {
  const paths = await readdir(folder, { recursive: true });
  await Promise.all([folder, ...paths.map((path) => join(folder, path))].map(syncToDisk));
}
