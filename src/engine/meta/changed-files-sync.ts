import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { syncToDisk } from './durable-file.ts';

/**
 * PGlite never calls fsync. This does it for every file under `directory` that changed since the last call (all of them at the first),
 * the folders included.
 */
export function changedFilesSync(directory: string): () => Promise<void> {
  const seen = new Map<string, number>();
  return async () => {
    const paths = [directory, ...(await readdir(directory, { recursive: true })).map((path) => join(directory, path))];
    const changed = (await Promise.all(paths.map((path) => changeOf(path, seen)))).filter((path) => path !== null);
    await Promise.all(changed.map(syncToDisk));
  };
}

async function changeOf(path: string, seen: Map<string, number>): Promise<string | null> {
  const { ctimeMs } = await stat(path);
  if (seen.get(path) === ctimeMs) return null;
  seen.set(path, ctimeMs);
  return path;
}
