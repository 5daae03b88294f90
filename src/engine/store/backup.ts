import { cp, mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { UserError } from '../../core/model/user-error.ts';
import { identifier, join as joinSql, type Sql, sql } from '../../core/sql/sql.ts';
import { syncToDisk, writeDurably } from '../meta/durable-file.ts';
import type { DataDirectory } from './data-directory.ts';
import type { Store } from './store.ts';

const manifestSchema = z.object({ format: z.literal(1), databases: z.array(z.string()).min(1), takenAt: z.number() });

/** What a backup holds. `takenAt` is epoch milliseconds. */
export type BackupManifest = z.output<typeof manifestSchema>;

const manifestFile = 'backup.json';
const factsFolder = 'facts';

/**
 * Writes databases of an embedded store, opened with `writeChdbConfig`, into a new folder while reads and writes go on. A folder without
 * its `backup.json` is one that was cut off.
 * @throws UserError when the folder exists and holds something
 */
export async function backup(
  store: Store,
  databases: readonly string[],
  place: { readonly directory: DataDirectory; readonly target: string; readonly now: number },
): Promise<BackupManifest> {
  const target = resolve(place.target);
  await refuseFilled(target);
  const outgoing = join(place.directory.backups, 'outgoing');
  await rm(outgoing, { recursive: true, force: true });
  await store.command(sql`BACKUP ${databaseList(databases)} TO File('outgoing')`);
  await mkdir(target, { recursive: true, mode: 0o700 });
  await move(outgoing, join(target, factsFolder));
  await syncTree(join(target, factsFolder));
  const manifest: BackupManifest = { format: 1, databases: [...databases], takenAt: place.now };
  await writeDurably(join(target, manifestFile), `${JSON.stringify(manifest)}\n`);
  return manifest;
}

/**
 * Brings the databases of a backup into an embedded store that has none of them. Resolves to what was restored.
 * @throws UserError when the folder is no whole backup, or one of its databases exists
 */
export async function restore(
  store: Store,
  place: { readonly directory: DataDirectory; readonly source: string },
): Promise<BackupManifest> {
  const source = resolve(place.source);
  const manifest = await readManifest(source);
  await refuseExisting(store, manifest.databases);
  const incoming = join(place.directory.backups, 'incoming');
  await rm(incoming, { recursive: true, force: true });
  await cp(join(source, factsFolder), incoming, { recursive: true });
  try {
    await store.command(sql`RESTORE ${databaseList(manifest.databases)} FROM File('incoming')`);
  } finally {
    await rm(incoming, { recursive: true, force: true });
  }
  return manifest;
}

/** What the backup in a folder holds. */
async function readManifest(source: string): Promise<BackupManifest> {
  const text = await readFile(join(source, manifestFile), 'utf8').catch(() => null);
  if (text === null) throw new UserError('backup_missing', `${source} holds no whole backup: there is no ${manifestFile} in it.`, 404);
  const parsed = manifestSchema.safeParse(parseJson(text));
  if (!parsed.success)
    throw new UserError('backup_unreadable', `${join(source, manifestFile)} was not written by this version of Earshot.`);
  return parsed.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function databaseList(databases: readonly string[]): Sql {
  return joinSql(databases.map((name) => sql`DATABASE ${identifier(name)}`));
}

async function refuseFilled(target: string): Promise<void> {
  const entries = await readdir(target).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw new UserError('backup_target_unusable', `${target} cannot take a backup: name a new or an empty folder.`);
  });
  if (entries.length > 0)
    throw new UserError('backup_target_filled', `${target} is not empty: name a new or an empty folder for the backup.`, 409);
}

async function refuseExisting(store: Store, databases: readonly string[]): Promise<void> {
  const answer = await store.query<{ name: string }>(sql`SELECT name FROM system.databases`);
  const existing = answer.rows.map((row) => row.name).filter((name) => databases.includes(name));
  if (existing.length === 0) return;
  throw new UserError(
    'restore_target_filled',
    `There is data already (${existing.join(', ')}): restore into an empty data directory.`,
    409,
  );
}

/** Renames, or copies when the target lies on another disk. */
async function move(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    await cp(from, to, { recursive: true });
    await rm(from, { recursive: true });
  }
}

async function syncTree(path: string): Promise<void> {
  if ((await stat(path)).isDirectory()) {
    for (const name of await readdir(path)) await syncTree(join(path, name));
  }
  await syncToDisk(path);
}
