import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { UserError } from '../../core/model/user-error.ts';
import { changedFilesSync } from './changed-files-sync.ts';
import { loadDump, takeDump } from './dump.ts';
import { type DumpGenerations, openDumpGenerations } from './dump-generations.ts';
import { type FolderLock, lockFolder } from './folder-lock.ts';
import type { Connection, MetaDatabase } from './meta-database.ts';
import { migrate } from './migrate.ts';
import { takeTurns } from './take-turns.ts';

export interface EmbeddedOptions {
  readonly directory: string;
  readonly now: () => number;
  /** One sentence for the log when something was mended or could not be done in the background. */
  readonly onNotice: (sentence: string) => void;
  readonly dumpEveryMs: number;
}

/** An open database and what makes its writes durable. */
interface Opened {
  readonly client: PGlite;
  readonly connection: Connection;
  readonly sync: () => Promise<void>;
}

/**
 * PostgreSQL inside the process. PGlite takes no lock on its folder, so ours stands beside it; open the store of the
 * same data directory first, whose own lock covers the whole directory.
 * When the folder cannot be opened or read, the newest dump takes its place and the broken folder is set aside as `broken`.
 * @throws UserError when there is no dump to take its place
 */
export async function openEmbeddedDatabase(options: EmbeddedOptions): Promise<MetaDatabase> {
  await mkdir(options.directory, { recursive: true, mode: 0o700 });
  const lock = await lockFolder(options.directory);
  try {
    const dumps = await openDumpGenerations(join(options.directory, 'dumps'));
    return databaseOf(await openOrRestore(options, dumps), dumps, lock, options);
  } catch (error) {
    await lock.release();
    throw error;
  }
}

async function openOrRestore(options: EmbeddedOptions, dumps: DumpGenerations): Promise<Opened> {
  const folder = join(options.directory, 'postgres');
  const dump = await dumps.newest();
  try {
    if (dump && !existsSync(join(folder, 'PG_VERSION'))) throw new Error('its files are missing');
    return await openFolder(folder, async (connection) => {
      await connection.transaction((transaction) => migrate(transaction, options.now()));
      await dumps.keep(await takeDump(connection));
    });
  } catch (error) {
    if (error instanceof UserError) throw error;
    if (!dump) throw unreadable(options.directory, error);
    const opened = await inPlaceOf(folder, join(options.directory, 'broken'), () =>
      openFolder(folder, (connection) => connection.transaction((transaction) => loadDump(transaction, dump.text, options.now()))),
    );
    options.onNotice(`The settings could not be opened (${reason(error)}) and were restored from ${dump.path}.`);
    return opened;
  }
}

async function openFolder(folder: string, prepare: (connection: Connection) => Promise<void>): Promise<Opened> {
  const client = await PGlite.create(folder);
  const connection = drizzle({ client });
  const sync = changedFilesSync(folder);
  try {
    await prepare(connection);
    await sync();
  } catch (error) {
    await client.close().catch(() => undefined);
    throw error;
  }
  return { client, connection, sync };
}

function databaseOf(
  { client, connection, sync }: Opened,
  dumps: DumpGenerations,
  lock: FolderLock,
  options: EmbeddedOptions,
): MetaDatabase {
  const inTurn = takeTurns();
  const secure = async () => {
    await sync();
    await dumps.keep(await takeDump(connection));
  };
  const timer = setInterval(() => {
    inTurn(secure).catch((error) => options.onNotice(`The settings could not be dumped: ${reason(error)}.`));
  }, options.dumpEveryMs).unref();
  return {
    connection,
    write: (work) =>
      inTurn(async () => {
        const result = await connection.transaction(work);
        await secure();
        return result;
      }),
    close: () => {
      clearInterval(timer);
      return inTurn(async () => {
        await client.close();
        await sync();
        await lock.release();
      });
    },
  };
}

/** Moves a folder aside while `make` makes a new one, and back when that fails. Only the last one set aside is kept. */
async function inPlaceOf<T>(folder: string, aside: string, make: () => Promise<T>): Promise<T> {
  if (!existsSync(folder)) return make();
  await rm(aside, { recursive: true, force: true });
  await rename(folder, aside);
  try {
    return await make();
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    await rename(aside, folder);
    throw error;
  }
}

function unreadable(directory: string, error: unknown): UserError {
  return new UserError(
    'settings_unreadable',
    `The settings in ${directory} cannot be opened (${reason(error)}) and there is no dump to restore them from; restore a backup, or move that folder away to start with none.`,
    500,
  );
}

/** The first line of the innermost cause: drizzle puts the whole statement around it. */
function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.cause !== undefined) return reason(error.cause);
  return (error.message.split('\n')[0] ?? '').replace(/\.$/, '');
}
