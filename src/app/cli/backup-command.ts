import { cp, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { UserError } from '../../core/model/user-error.ts';
import type { Command } from './command.ts';

export const backupCommand: Command = {
  name: 'backup',
  doc: 'Writes facts and settings into a folder',
  usage: 'backup [FOLDER]',
  positionals: [0, 1],
  options: {},
  run: async ({ arguments: given, format, connect, print }) => {
    const [target] = given.positionals;
    if (target !== undefined) await refuseFilled(resolve(target));
    const done = await (await connect()).call('backup', { name: `backup-${new Date().toISOString().replaceAll(/[:.]/g, '-')}` });
    const path = target === undefined ? done.path : await move(done.path, resolve(target));
    const told = { ...done, path };
    print(format === 'json' ? JSON.stringify(told, null, 2) : `${path}\n${done.bytes.toLocaleString('en')} bytes, taken ${done.takenAt}`);
    return 0;
  },
};

async function refuseFilled(path: string): Promise<void> {
  const entries = await readdir(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw new UserError('backup_target', `${path} cannot take a backup; name a new or an empty folder.`);
  });
  if (entries.length > 0) throw new UserError('backup_target', `${path} is not empty; name a new or an empty folder for the backup.`);
}

/** Renames, or copies when the folder lies on another disk. */
async function move(from: string, to: string): Promise<string> {
  await mkdir(dirname(to), { recursive: true });
  try {
    await rename(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    await cp(from, to, { recursive: true });
    await rm(from, { recursive: true });
  }
  return to;
}
