import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Output } from '../../core/model/endpoints/index.ts';
import { UserError } from '../../core/model/user-error.ts';
import type { Configuration } from '../configuration/read-configuration.ts';
import { writeDurably } from '../meta/durable-file.ts';
import { type BackupManifest, backup, restore } from '../store/backup.ts';
import { writeChdbConfig } from '../store/chdb-config.ts';
import { openDataDirectory } from '../store/data-directory.ts';
import { openEmbeddedStore } from '../store/embedded-store.ts';
import type { OpenWorkspace } from './open-workspace.ts';

const settingsFile = 'settings.dump';

/**
 * Writes facts and settings into a new folder of the data directory's backups while everything goes on.
 * @throws UserError when a folder of that name exists, or facts lie on a server that has its own tools
 */
export async function backUp(workspace: OpenWorkspace, name: string): Promise<Output<'backup'>> {
  if (!workspace.embedded) throw serverHasTools();
  const path = join(workspace.directories.backups, name);
  const settings = await (await workspace.meta()).dump();
  const manifest = await backup(workspace.store, [workspace.database], {
    directory: workspace.directories,
    target: path,
    now: workspace.clock(),
  });
  await writeDurably(join(path, settingsFile), settings);
  return { path, takenAt: new Date(manifest.takenAt).toISOString(), bytes: await sizeOf(path) };
}

/**
 * Restores a backup into a data directory that holds no facts yet.
 * @throws UserError when the folder is no whole backup, or the data directory holds facts
 */
export async function restoreBackup(configuration: Configuration, source: string): Promise<BackupManifest> {
  if (configuration.clickhouse) throw serverHasTools();
  const settings = await readFile(join(source, settingsFile), 'utf8').catch(() => null);
  const directory = await openDataDirectory(configuration.dataDirectory);
  const store = await openEmbeddedStore({ directory: directory.chdb, configFile: await writeChdbConfig(directory) });
  try {
    const manifest = await restore(store, { directory, source });
    const { openMeta } = await import('../meta/open-meta.ts');
    const meta = await openMeta(configuration.databaseUrl === null ? { directory: directory.meta } : { url: configuration.databaseUrl });
    try {
      if (settings !== null) await meta.load(settings);
    } finally {
      await meta.close();
    }
    return manifest;
  } finally {
    await store.close();
  }
}

function serverHasTools(): UserError {
  return new UserError(
    'backup_on_server',
    'The facts lie on a ClickHouse server: back them up and restore them with its own BACKUP and RESTORE.',
  );
}

async function sizeOf(path: string): Promise<number> {
  const files = await readdir(path, { recursive: true, withFileTypes: true });
  const sizes = await Promise.all(files.filter((file) => file.isFile()).map((file) => stat(join(file.parentPath, file.name))));
  return sizes.reduce((sum, { size }) => sum + size, 0);
}
