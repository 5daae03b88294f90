import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openUploads } from './uploads.ts';

async function* chunks(...texts: readonly string[]): AsyncIterable<Uint8Array> {
  for (const text of texts) yield new TextEncoder().encode(text);
}

async function* broken(): AsyncIterable<Uint8Array> {
  yield new TextEncoder().encode('half');
  throw new Error('the connection was cut');
}

describe('uploads', () => {
  let root = '';

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'earshot-uploads-'));
  });

  afterAll(() => rm(root, { recursive: true, force: true }));

  const directory = () => mkdtemp(join(root, 'tmp-'));

  test('keeps the bytes and the name, whatever the name is', async () => {
    const uploads = await openUploads(await directory(), Date.now);
    const { upload, bytes } = await uploads.take('../../etc/пароль.csv', chunks('a,b\n', '1,2\n'));
    expect(bytes).toBe(8);
    const file = await uploads.get(upload);
    expect(file.fileName).toBe('../../etc/пароль.csv');
    expect(await readFile(file.path, 'utf8')).toBe('a,b\n1,2\n');
  });

  test('leaves nothing of an upload that was cut', async () => {
    const path = await directory();
    const uploads = await openUploads(path, Date.now);
    await expect(uploads.take('a.csv', broken())).rejects.toThrow('the connection was cut');
    expect(await readdir(path)).toEqual([]);
  });

  test.each(['../../etc/passwd', '', '00000000-0000-0000-0000-000000000000'])('knows no upload %j', async (token) => {
    const uploads = await openUploads(await directory(), Date.now);
    await expect(uploads.get(token)).rejects.toThrow('There is no such upload');
  });

  test('is gone after its import, and a file that was lent stays', async () => {
    const path = await directory();
    const uploads = await openUploads(path, Date.now);
    const own = join(root, 'own.csv');
    await writeFile(own, 'a');
    const lent = uploads.lend(own, 'own.csv');
    expect(await uploads.get(lent)).toEqual({ path: own, fileName: 'own.csv' });
    const { upload } = await uploads.take('a.csv', chunks('a'));
    await uploads.remove(upload);
    await uploads.remove(lent);
    expect(await readdir(path)).toEqual([]);
    expect(await readFile(own, 'utf8')).toBe('a');
  });

  test('sweeps what is older than a day and nothing else of the folder', async () => {
    const path = await directory();
    let nowMs = Date.now();
    const uploads = await openUploads(path, () => nowMs);
    await writeFile(join(path, 'import-chunk'), 'x');
    const { upload } = await uploads.take('a.csv', chunks('a'));
    nowMs += 23 * 3_600_000;
    await uploads.sweep();
    expect((await uploads.get(upload)).fileName).toBe('a.csv');
    nowMs += 2 * 3_600_000;
    await uploads.sweep();
    expect(await readdir(path)).toEqual(['import-chunk']);
  });
});
