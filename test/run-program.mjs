// Runs a TypeScript file of this checkout as a program: node test/run-program.mjs FILE ARGUMENTS…
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildWhenChanged } from '../bin/build-when-changed.mjs';
import { installWhenMissing } from '../bin/install-when-missing.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const [file = '', ...programArguments] = process.argv.slice(2);

await installWhenMissing(root);
await buildWhenChanged(root, 'server');
await buildWhenChanged(root, 'postgres');
const { bundleProgram } = await import('./bundle-program.mjs');
const cache = join(root, 'node_modules/.cache');
mkdirSync(cache, { recursive: true });
const folder = mkdtempSync(join(cache, 'earshot-program-'));
try {
  await bundleProgram(join(root, file), folder);
  const program = ['--enable-source-maps', join(folder, 'script.mjs'), ...programArguments];
  // As bin/earshot does: the engine takes one of Node's threads for each statement.
  const env = { ...process.env, UV_THREADPOOL_SIZE: process.env.UV_THREADPOOL_SIZE || '16' };
  process.exitCode = spawnSync(process.execPath, program, { cwd: root, stdio: 'inherit', env }).status ?? 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
