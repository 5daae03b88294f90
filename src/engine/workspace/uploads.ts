import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { UserError } from '../../core/model/user-error.ts';

const dayMs = 86_400_000;

/** A file that was brought for import. */
export interface Upload {
  readonly path: string;
  /** The name that people know it by. */
  readonly fileName: string;
}

/** Files that wait for their import. Each is deleted after it, or after a day. */
export interface Uploads {
  /** Writes the bytes to the data directory; resolves to the token by which the file is asked for. */
  take(fileName: string, bytes: AsyncIterable<Uint8Array>): Promise<{ readonly upload: string; readonly bytes: number }>;
  /** Gives a token to a file of this machine that stays where it is. */
  lend(path: string, fileName: string): string;
  /** @throws UserError when nothing has this token */
  get(token: string): Promise<Upload>;
  remove(token: string): Promise<void>;
  /** Deletes what is older than a day. */
  sweep(): Promise<void>;
}

/** Uploads in a folder of the data directory. @param clock epoch milliseconds */
export async function openUploads(directory: string, clock: () => number): Promise<Uploads> {
  await mkdir(directory, { recursive: true });
  const lent = new Map<string, Upload>();
  const remove = (token: string) => removeFiles(directory, token);
  return {
    take: async (fileName, bytes) => {
      const token = randomUUID();
      try {
        await pipeline(bytes, createWriteStream(dataPath(directory, token), { flags: 'wx' }));
        await writeFile(namePath(directory, token), fileName);
        return { upload: token, bytes: (await stat(dataPath(directory, token))).size };
      } catch (error) {
        await remove(token);
        throw error;
      }
    },
    lend: (path, fileName) => {
      const token = randomUUID();
      lent.set(token, { path, fileName });
      return token;
    },
    get: async (token) => lent.get(token) ?? readUpload(directory, token),
    remove: async (token) => {
      if (!lent.delete(token)) await remove(token);
    },
    sweep: () => sweep(directory, clock()),
  };
}

async function readUpload(directory: string, token: string): Promise<Upload> {
  const known = /^[0-9a-f-]{36}$/.test(token);
  const fileName = known ? await readFile(namePath(directory, token), 'utf8').catch(() => null) : null;
  if (fileName === null)
    throw new UserError('unknown_upload', 'There is no such upload: it was imported already, or is more than a day old.', 404);
  return { path: dataPath(directory, token), fileName };
}

async function removeFiles(directory: string, token: string): Promise<void> {
  if (!/^[0-9a-f-]{36}$/.test(token)) return;
  await rm(namePath(directory, token), { force: true });
  await rm(dataPath(directory, token), { force: true });
}

async function sweep(directory: string, nowMs: number): Promise<void> {
  for (const name of await readdir(directory)) {
    if (!/\.upload(-name)?$/.test(name)) continue;
    const path = join(directory, name);
    const { mtimeMs } = await stat(path);
    if (nowMs - mtimeMs > dayMs) await rm(path, { force: true });
  }
}

function dataPath(directory: string, token: string): string {
  return join(directory, `${token}.upload`);
}

function namePath(directory: string, token: string): string {
  return join(directory, `${token}.upload-name`);
}
