import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseDump } from './dump.ts';
import { writeDurably } from './durable-file.ts';

const kept = 3;

/** Dumps on disk, the newest three, each under a number that only grows: a crash between two steps never leaves none. */
export interface DumpGenerations {
  /** Writes one, unless the newest says the same. */
  keep(dump: string): Promise<void>;
  /** The newest that is whole, and its path; null when there is none. */
  newest(): Promise<{ readonly path: string; readonly text: string } | null>;
}

export async function openDumpGenerations(directory: string): Promise<DumpGenerations> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  return {
    keep: async (dump) => {
      if ((await newestWhole(directory))?.text === dump) return;
      const numbers = await numbersIn(directory);
      await writeDurably(pathOf(directory, (numbers[0] ?? 0) + 1), dump);
      for (const number of numbers.slice(kept - 1)) await rm(pathOf(directory, number), { force: true });
    },
    newest: () => newestWhole(directory),
  };
}

async function newestWhole(directory: string): Promise<{ path: string; text: string } | null> {
  for (const number of await numbersIn(directory)) {
    const path = pathOf(directory, number);
    const text = await readFile(path, 'utf8');
    if (isWhole(text)) return { path, text };
  }
  return null;
}

function isWhole(text: string): boolean {
  try {
    parseDump(text);
    return true;
  } catch {
    return false;
  }
}

async function numbersIn(directory: string): Promise<readonly number[]> {
  const names = await readdir(directory);
  return names
    .map((name) => Number(/^dump-(\d+)\.json$/.exec(name)?.[1] ?? Number.NaN))
    .filter((number) => !Number.isNaN(number))
    .sort((left, right) => right - left);
}

function pathOf(directory: string, number: number): string {
  return join(directory, `dump-${String(number).padStart(6, '0')}.json`);
}
