import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { withWorkDirectory } from './work-directory.ts';

test('a directory lives as long as its task, beside those of other tasks, and what a killed process left is removed', async () => {
  const parent = mkdtempSync(join(tmpdir(), 'earshot-work-'));
  const left = join(parent, 'work-1-abc');
  mkdirSync(left);
  writeFileSync(join(left, 'rows-0.tsv'), 'x');
  writeFileSync(join(parent, 'other'), 'y');
  const inside = await withWorkDirectory(parent, (first) =>
    withWorkDirectory(parent, async (second) => [first, second].map((path) => existsSync(path))),
  );
  expect(inside).toEqual([true, true]);
  await expect(withWorkDirectory(parent, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(readdirSync(parent)).toEqual(['other']);
  rmSync(parent, { recursive: true });
});
