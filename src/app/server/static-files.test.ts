import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { staticFiles } from './static-files.ts';

describe('staticFiles', () => {
  let directory = '';

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'earshot-static-'));
    await mkdir(join(directory, 'web/assets'), { recursive: true });
    await writeFile(join(directory, 'secret.txt'), 'secret');
    await writeFile(join(directory, 'web/index.html'), '<p>page</p>');
    await writeFile(join(directory, 'web/assets/index-Ab12.js'), 'export {}');
  });

  afterAll(() => rm(directory, { recursive: true, force: true }));

  const get = (path: string) => staticFiles(join(directory, 'web'))(path);

  test('keeps files whose name carries a hash for good, and asks again for the page', async () => {
    const script = await get('/assets/index-Ab12.js');
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(script.headers.get('cache-control')).toContain('immutable');
    expect((await get('/')).headers.get('cache-control')).toBe('no-cache');
  });

  test('gives the page for every path that it may read itself, and 404 for files that are not there', async () => {
    expect(await (await get('/support')).text()).toBe('<p>page</p>');
    expect(await (await get('/tickets/servicenow:1')).text()).toBe('<p>page</p>');
    expect((await get('/assets/index-gone.js')).status).toBe(404);
  });

  test.each(['/../secret.txt', '/..%2fsecret.txt', '/assets/../../secret.txt', '/%2e%2e/secret.txt', '/a%00.js', '/%'])(
    'never leaves its folder: %s',
    async (path) => {
      const response = await get(path);
      expect(response.status).toBe(404);
      expect(await response.text()).not.toContain('secret');
    },
  );

  test('says how to build the page when it is not there', async () => {
    const response = await staticFiles(join(directory, 'nothing'))('/');
    expect(response.status).toBe(503);
    expect(await response.text()).toBe('The page is not built: run npm run build.');
  });
});
