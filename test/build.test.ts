import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildWhenChanged } from '../bin/build-when-changed.mjs';
import { exclusive } from '../bin/exclusive.mjs';
import { sourceHash } from '../bin/source-hash.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
let checkout: string;

function write(path: string, content: string): void {
  mkdirSync(join(checkout, path, '..'), { recursive: true });
  writeFileSync(join(checkout, path), content);
}

/** A checkout of three files with the settings and packages of this one. */
beforeEach(() => {
  checkout = mkdtempSync(join(tmpdir(), 'earshot-build-'));
  for (const path of ['tsconfig.json', 'tsconfig.build.json']) write(path, readFileSync(join(root, path), 'utf8'));
  write('package.json', '{ "type": "module" }');
  write('src/core/one.ts', 'export const one: number = 1;\n');
  write('src/engine/two.ts', "import { one } from '../core/one.ts';\n\nexport const two: number = one + 1;\n");
  symlinkSync(join(root, 'node_modules'), join(checkout, 'node_modules'));
});

afterEach(() => rmSync(checkout, { recursive: true }));

describe('a build', () => {
  test('happens once, and again when a source has changed or is gone', async () => {
    expect(await buildWhenChanged(checkout, 'server')).toBe(true);
    expect(await buildWhenChanged(checkout, 'server')).toBe(false);
    const { two } = await import(pathToFileURL(join(checkout, 'dist/engine/two.js')).href);
    expect(two).toBe(2);
    write('src/core/three.ts', 'export const three = 3;\n');
    expect(await buildWhenChanged(checkout, 'server')).toBe(true);
    expect(existsSync(join(checkout, 'dist/core/three.js'))).toBe(true);
    rmSync(join(checkout, 'src/core/three.ts'));
    expect(await buildWhenChanged(checkout, 'server')).toBe(true);
    expect(existsSync(join(checkout, 'dist/core/three.js'))).toBe(false);
  });

  test('that fails says why, leaves the former one in place and is tried again', async () => {
    await buildWhenChanged(checkout, 'server');
    write('src/core/one.ts', 'export const one = ;\n');
    await expect(buildWhenChanged(checkout, 'server')).rejects.toThrow(/The build failed:\nsrc\/core\/one\.ts/);
    expect(existsSync(join(checkout, 'dist/core/one.js'))).toBe(true);
    write('src/core/one.ts', 'export const one = 5;\n');
    expect(await buildWhenChanged(checkout, 'server')).toBe(true);
  });

  test('asked for by several at once happens once', async () => {
    const built = await Promise.all([1, 2, 3].map(() => buildWhenChanged(checkout, 'server')));
    expect(built.filter(Boolean)).toHaveLength(1);
  });
});

describe('sourceHash', () => {
  test('changes with content and names, not with tests', () => {
    const before = sourceHash(checkout, ['src', 'absent.json']);
    write('src/core/one.test.ts', 'a test');
    expect(sourceHash(checkout, ['src', 'absent.json'])).toBe(before);
    write('src/core/one.ts', 'export const one: number = 2;\n');
    const changed = sourceHash(checkout, ['src', 'absent.json']);
    expect(changed).not.toBe(before);
    write('absent.json', '{}');
    expect(sourceHash(checkout, ['src', 'absent.json'])).not.toBe(changed);
  });
});

describe('exclusive', () => {
  test('lets one in at a time', async () => {
    let inside = 0;
    const most: number[] = [];
    const enter = async () => {
      inside += 1;
      most.push(inside);
      await new Promise((resolve) => setTimeout(resolve, 5));
      inside -= 1;
    };
    await Promise.all([1, 2, 3].map(() => exclusive(join(checkout, 'lock'), enter)));
    expect(most).toEqual([1, 1, 1]);
  });

  test('takes over from a process that died', async () => {
    const child = spawn(process.execPath, ['-e', '']);
    await once(child, 'exit');
    write('lock', String(child.pid));
    expect(await exclusive(join(checkout, 'lock'), () => 'done')).toBe('done');
    expect(existsSync(join(checkout, 'lock'))).toBe(false);
  });
});

test('a Node that is too old is told which one is needed', () => {
  const script = "Object.defineProperty(process.versions, 'node', { value: '18.20.0' }); require(process.argv[1]);";
  const done = spawnSync(process.execPath, ['-e', script, join(root, 'bin/node-version.cjs')], { encoding: 'utf8' });
  expect(done.status).toBe(1);
  expect(done.stderr).toBe('Earshot needs Node 20.19 or newer; this is Node 18.20.0. See https://nodejs.org.\n');
});
