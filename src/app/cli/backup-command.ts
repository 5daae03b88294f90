import { access, constants, cp, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { UserError } from '../../core/model/user-error.ts';
import type { Command } from './command.ts';

export const backupCommand: Command = {
  name: 'backup',
  doc: 'Writes facts and settings into a folder',
  usage: 'backup [FOLDER]',
  readsFacts: true,
  positionals: [0, 1],
  formats: ['table', 'json'],
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

/** @throws UserError for a folder that holds something, or that cannot be made */
async function refuseFilled(path: string): Promise<void> {
  const refuse = () => {
    throw new UserError('backup_target', `${path} cannot take a backup; name a new or an empty folder.`);
  };
  const entries = await readdir(path).catch((error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? [] : refuse()));
  if (entries.length > 0) throw new UserError('backup_target', `${path} is not empty; name a new or an empty folder for the backup.`);
  await mkdir(dirname(path), { recursive: true }).catch(refuse);
  await access(dirname(path), constants.W_OK).catch(refuse);
}

/** Renames, or copies when the folder lies on another disk. */
async function move(from: string, to: string): Promise<string> {
  try {
    await rename(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    await cp(from, to, { recursive: true });
    await rm(from, { recursive: true });
  }
  return to;
}
