import { readdirSync, readFileSync, readlinkSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../../core/model/user-error.ts';

/**
 * Looks who holds a directory of chDB, because chDB itself only says that it did not open. Its lock file names the last holder.
 * @throws UserError while another process holds it
 */
export function refuseLocked(directory: string): void {
  const holder = lockHolder(directory);
  if (holder === null) return;
  throw new UserError(
    'data_directory_locked',
    `The data in ${directory} is in use by process ${holder}; stop it, or choose another data folder.`,
    409,
  );
}

/** Why chDB did not open, when it did not. */
export function openFailure(directory: string, cause: unknown): UserError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new UserError(
    'data_directory_unusable',
    `The data in ${directory} cannot be opened: another process holds it, or this user may not read and write all of its files (${reason}).`,
    500,
  );
}

function lockHolder(directory: string): number | null {
  try {
    const file = realpathSync(join(directory, 'status'));
    const pid = Number(/^PID: (\d+)/m.exec(readFileSync(file, 'utf8'))?.[1]);
    return pid > 0 && pid !== process.pid && hasOpen(pid, file) ? pid : null;
  } catch {
    return null;
  }
}

/** Process ids are used again, so a process counts only while it has the file open; without /proc nobody is known to. */
function hasOpen(pid: number, file: string): boolean {
  const folder = `/proc/${pid}/fd`;
  return readdirSync(folder).some((descriptor) => linkOf(join(folder, descriptor)) === file);
}

function linkOf(path: string): string | null {
  try {
    return readlinkSync(path);
  } catch {
    return null;
  }
}
