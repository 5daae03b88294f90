import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeDurably } from './durable-file.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'earshot-durable-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

it('lets writes of one file take turns, the last one stays, and leaves no draft', async () => {
  const path = join(folder, 'settings.json');
  await Promise.all(Array.from({ length: 20 }, (_, index) => writeDurably(path, String(index))));
  expect(await readFile(path, 'utf8')).toBe('19');
  expect(await readdir(folder)).toEqual(['settings.json']);
});

it('goes on after a write that failed', async () => {
  const path = join(folder, 'missing', 'settings.json');
  const first = writeDurably(path, 'a');
  const second = writeDurably(path, 'b');
  await expect(first).rejects.toThrow('ENOENT');
  await expect(second).rejects.toThrow('ENOENT');
  await writeDurably(join(folder, 'other.json'), 'c');
  expect(await readFile(join(folder, 'other.json'), 'utf8')).toBe('c');
});
