import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildWhenChanged } from '../bin/build-when-changed.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const compiler = join(root, 'node_modules/typescript/bin/tsc');
const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
let folder: string;

function run(...command: readonly string[]) {
  const done = spawnSync(process.execPath, command, { cwd: folder, encoding: 'utf8' });
  return { code: done.status, said: done.stdout + done.stderr };
}

/** Another project that has what `npm pack` takes of this one among its packages. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'earshot-package-'));
  const installed = join(folder, 'node_modules/earshot');
  mkdirSync(installed, { recursive: true });
  await buildWhenChanged(root, 'server');
  cpSync(join(root, 'dist/core'), join(installed, 'dist/core'), { recursive: true });
  cpSync(join(root, 'package.json'), join(installed, 'package.json'));
  symlinkSync(join(root, 'node_modules'), join(installed, 'node_modules'));
  const types = run(compiler, '-p', join(root, 'tsconfig.types.json'), '--outDir', join(installed, 'dist/types'));
  expect(types).toEqual({ code: 0, said: '' });
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
});

afterAll(() => rmSync(folder, { recursive: true }));

test('the methods run in another project, each by its part of the package', () => {
  const parts = Object.keys(exports).map((part) => `earshot${part.slice(1)}`);
  writeFileSync(
    join(folder, 'run.js'),
    `for (const part of ${JSON.stringify(parts)}) if (Object.keys(await import(part)).length === 0) throw new Error(part);
     const { kaplanMeier } = await import('earshot/stats');
     console.log(kaplanMeier({ durations: [1, 2, 3, 4], events: [1, 0, 1, 0] }).survival.join());`,
  );
  expect(run('run.js')).toEqual({ code: 0, said: '0.75,0.375\n' });
});

test('the methods have types in another project', () => {
  const lines = [
    "import { type GlmFit, kaplanMeier, logisticRegression, type Predictor, type SurvivalCurve } from 'earshot/stats';",
    "const columns: readonly Predictor[] = [{ name: 'x', values: [1, 2, 3, 4] }];",
    'export const fit: GlmFit = logisticRegression([0, 1, 0, 1], columns);',
    'export const curve: SurvivalCurve = kaplanMeier({ durations: [1, 2], events: new Uint8Array([1, 0]) });',
    "export const wrong: string = kaplanMeier({ durations: [1, 2], events: [1, 0] }, 'log').n;",
  ];
  writeFileSync(join(folder, 'use.ts'), lines.join('\n'));
  const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2023', '--skipLibCheck', 'false', '--types', ''];
  const { said } = run(compiler, ...options, 'use.ts');
  expect(said.trim()).toBe("use.ts(5,14): error TS2322: Type 'number' is not assignable to type 'string'.");
});
