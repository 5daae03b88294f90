import { open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';

const running = new Map<string, Promise<void>>();

/** Replaces a file as a whole: after a power cut there is the old content or the new one. On disk when the promise resolves. Writes of one file take turns. */
export async function writeDurably(path: string, content: string): Promise<void> {
  const before = running.get(path) ?? Promise.resolve();
  const work = before.catch(() => undefined).then(() => replace(path, content));
  running.set(path, work);
  try {
    await work;
  } finally {
    if (running.get(path) === work) running.delete(path);
  }
}

async function replace(path: string, content: string): Promise<void> {
  const draft = `${path}.draft`;
  const file = await open(draft, 'w', 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, path);
  await syncToDisk(dirname(path));
}

/** Makes what was written to a file, or the names in a folder, survive a power cut. */
export async function syncToDisk(path: string): Promise<void> {
  const file = await open(path, 'r');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
