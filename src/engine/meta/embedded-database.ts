import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../../core/model/user-error.ts';
import { loadDump, takeDump } from './dump.ts';
import { type DumpGenerations, openDumpGenerations } from './dump-generations.ts';
import { type FolderLock, lockFolder } from './folder-lock.ts';
import type { MetaDatabase } from './meta-database.ts';
import { migrate } from './migrate.ts';
import { isPostgresFolder, makePostgresFolder, openPostgresFolder, type PostgresFolder } from './postgres-folder.ts';
import { takeTurns } from './take-turns.ts';

export interface EmbeddedOptions {
  readonly directory: string;
  readonly now: () => number;
  /** One sentence for the log when something was mended or could not be done in the background. */
  readonly onNotice: (sentence: string) => void;
  readonly dumpEveryMs: number;
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

async function openOrRestore(options: EmbeddedOptions, dumps: DumpGenerations): Promise<PostgresFolder> {
  const folder = join(options.directory, 'postgres');
  const aside = join(options.directory, 'broken');
  const dump = await dumps.newest();
  try {
    if (!dump && !isPostgresFolder(folder)) await makePostgresFolder(folder, aside);
    return await openChecked(folder, dumps, options);
  } catch (error) {
    if (error instanceof UserError) throw error;
    if (!dump) throw unreadable(options.directory, error);
    await makePostgresFolder(folder, aside, (connection) =>
      connection.transaction((transaction) => loadDump(transaction, dump.text, options.now())),
    );
    options.onNotice(`The settings could not be opened (${reason(error)}) and were restored from ${dump.path}.`);
    return openChecked(folder, dumps, options);
  }
}

/** Taking a dump reads every row, so a page that is broken shows here. */
async function openChecked(folder: string, dumps: DumpGenerations, options: EmbeddedOptions): Promise<PostgresFolder> {
  if (!isPostgresFolder(folder)) throw new Error('its files are missing');
  const opened = await openPostgresFolder(folder);
  try {
    await opened.connection.transaction((transaction) => migrate(transaction, options.now()));
    await dumps.keep(await takeDump(opened.connection));
    await opened.sync();
    return opened;
  } catch (error) {
    await opened.close().catch(() => undefined);
    throw error;
  }
}

function databaseOf(folder: PostgresFolder, dumps: DumpGenerations, lock: FolderLock, options: EmbeddedOptions): MetaDatabase {
  const { connection } = folder;
  const inTurn = takeTurns();
  const secure = async () => {
    await folder.sync();
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
        await folder.close();
        await lock.release();
      });
    },
  };
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
