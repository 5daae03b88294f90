import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleScript, firstLine, type Script } from '../../../test/store/run-script.ts';
import { openDataDirectory } from './data-directory.ts';
import { openEmbeddedStore } from './embedded-store.ts';

describe('a data directory', () => {
  let base: string;
  let script: Script;

  beforeAll(async () => {
    base = await mkdtemp(join(tmpdir(), 'earshot-directory-'));
    script = await bundleScript('test/store/clickhouse-http-front.ts');
  });

  afterAll(async () => {
    await script.remove();
    await rm(base, { recursive: true, force: true });
  });

  it('is laid out where nothing was, and found again', async () => {
    const directory = await openDataDirectory(join(base, 'a', 'b'));
    expect((await readdir(directory.path)).sort()).toEqual(['backups', 'chdb', 'meta', 'tmp', 'version']);
    await rm(directory.tmp, { recursive: true });
    expect(await openDataDirectory(directory.path)).toEqual(directory);
    expect(await readdir(directory.path)).toContain('tmp');
  });

  it('is laid out in an empty folder, but not where data is expected', async () => {
    const path = join(base, 'empty');
    await mkdir(path);
    await expect(openDataDirectory(path, { expectData: true })).rejects.toThrow(`There is no data in ${path}.`);
    expect(await readdir(path)).toEqual([]);
    await openDataDirectory(path);
    await openDataDirectory(path, { expectData: true });
  });

  it('is laid out again when laying it out was cut off', async () => {
    const path = join(base, 'cut');
    await mkdir(path);
    await writeFile(join(path, '.version-x'), '');
    await openDataDirectory(path);
    expect(await readdir(path)).toContain('version');
  });

  it('refuses a file, a folder with other content and one of a newer version', async () => {
    const file = join(base, 'file');
    await writeFile(file, 'x');
    await expect(openDataDirectory(file)).rejects.toThrow(`${file} is a file; the data directory must be a folder.`);
    await expect(openDataDirectory(join(file, 'below'))).rejects.toThrow('a part of the path is a file');
    const foreign = join(base, 'foreign');
    await mkdir(foreign);
    await writeFile(join(foreign, 'thesis.doc'), 'x');
    await expect(openDataDirectory(foreign)).rejects.toThrow(`${foreign} holds files that are not Earshot's`);
    expect(await readdir(foreign)).toEqual(['thesis.doc']);
    const newer = join(base, 'newer');
    await mkdir(newer);
    await writeFile(join(newer, 'version'), '2\n');
    await expect(openDataDirectory(newer)).rejects.toThrow('written by a newer version of Earshot (layout 2; this version knows 1)');
  });

  it('refuses a folder that this user may not write to', async ({ skip }) => {
    const path = join(base, 'sealed');
    await mkdir(path);
    await chmod(path, 0o555);
    if (process.getuid?.() === 0) skip('root may write everywhere');
    await expect(openDataDirectory(path)).rejects.toThrow('this user may not write there');
  });

  it('is refused with the number of the process that holds it, and is free when that has been killed', async () => {
    const { chdb } = await openDataDirectory(join(base, 'held'));
    const child = script.start([chdb]);
    await firstLine(child);
    await expect(openEmbeddedStore({ directory: chdb })).rejects.toThrow(`The data in ${chdb} is in use by process ${child.pid}`);
    const exit = new Promise((done) => child.once('exit', done));
    child.kill('SIGKILL');
    await exit;
    const store = await openEmbeddedStore({ directory: chdb });
    await store.close();
  });

  it('cannot be opened on a path that chDB cannot use', async () => {
    const path = join(base, 'broken');
    await writeFile(path, 'x');
    await expect(openEmbeddedStore({ directory: path })).rejects.toThrow(`The data in ${path} cannot be opened`);
  });
});
