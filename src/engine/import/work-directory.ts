import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

const name = /^work-(\d+)-/;

/** Gives a task a directory of its own inside `parent` and removes it after. What processes that were killed left there is removed first. */
export async function withWorkDirectory<T>(parent: string, task: (directory: string) => Promise<T>): Promise<T> {
  await mkdir(parent, { recursive: true });
  await removeLeft(parent);
  const directory = await mkdtemp(join(parent, `work-${process.pid}-`));
  try {
    return await task(directory);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/** A data directory belongs to one process at a time: what bears another number was left behind. */
async function removeLeft(parent: string): Promise<void> {
  const left = (await readdir(parent)).filter((entry) => name.test(entry) && name.exec(entry)?.[1] !== String(process.pid));
  for (const entry of left) await rm(join(parent, entry), { recursive: true, force: true });
}
