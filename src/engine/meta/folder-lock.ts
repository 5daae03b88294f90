import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../../core/model/user-error.ts';
import { processIdentity } from './process-identity.ts';

/** The claim of this process on a folder. */
export interface FolderLock {
  release(): Promise<void>;
}

/**
 * Claims a folder for this process until `release`. The claim of a process that died is taken over: a process id counts
 * together with the start time of that process, since ids are used again.
 * @throws UserError while another process holds the folder
 */
export async function lockFolder(directory: string): Promise<FolderLock> {
  const lock = join(directory, 'lock');
  const claim = join(directory, `lock.${process.pid}`);
  await writeFile(claim, processIdentity(process.pid));
  try {
    while (!(await linked(claim, lock))) await takeOver(directory, lock);
  } finally {
    await rm(claim, { force: true });
  }
  return { release: () => rm(lock, { force: true }) };
}

/** A link appears as a whole, so no one reads a lock without its owner. */
async function linked(claim: string, lock: string): Promise<boolean> {
  try {
    await link(claim, lock);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function takeOver(directory: string, lock: string): Promise<void> {
  const owner = await readFile(lock, 'utf8').catch(() => '');
  const pid = Number(owner.split(' ')[0]);
  if (pid > 0 && owner === processIdentity(pid)) {
    throw new UserError(
      'settings_locked',
      `The settings in ${directory} are in use by process ${pid}; stop it, or choose another data folder.`,
      409,
    );
  }
  await rm(lock, { force: true });
}
