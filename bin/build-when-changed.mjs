import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exclusive } from './exclusive.mjs';
import { sourceHash } from './source-hash.mjs';

/** @typedef {'server' | 'web' | 'postgres'} Part */

const settings = ['package-lock.json', 'tsconfig.json', 'bin/build-when-changed.mjs'];

/** @type {Record<Part, readonly string[]>} */
const sources = {
  server: ['src/core', 'src/catalog', 'src/engine', 'src/app/server', 'src/app/cli', 'tsconfig.build.json', ...settings],
  postgres: ['package-lock.json', 'bin/make-postgres.mjs'],
  web: ['src/core', 'src/catalog', 'src/app/web', 'vite.config.ts', ...settings],
};

/** @type {Record<Part, string>} */
const messages = { server: 'Building Earshot …', postgres: 'Preparing the database of the settings …', web: 'Building the page …' };

/**
 * Types are checked by `npm run check`; a build only takes them off.
 * @type {Record<Part, (next: string) => readonly string[]>}
 */
const commands = {
  server: (next) => ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json', '--noCheck', '--outDir', next],
  postgres: (next) => ['bin/make-postgres.mjs', next],
  web: (next) => ['node_modules/vite/bin/vite.js', 'build', '--outDir', next, '--emptyOutDir', '--logLevel', 'warn'],
};

/**
 * Builds one part into `dist` when what it is built from has changed since. A build that fails leaves the former one in place.
 * @param {string} root the checkout
 * @param {Part} part
 * @returns {Promise<boolean>} whether it was built
 */
export async function buildWhenChanged(root, part) {
  if (isFresh(root, part)) return false;
  return exclusive(join(root, 'dist', `.${part}.lock`), () => {
    if (isFresh(root, part)) return false;
    console.error(messages[part]);
    const hash = sourceHash(root, sources[part]);
    const next = join(root, 'dist', `.${part}-next`);
    rmSync(next, { recursive: true, force: true });
    run(root, commands[part](next));
    rmSync(stampOf(root, part), { force: true });
    putInPlace(root, part, next);
    writeFileSync(stampOf(root, part), hash);
    return true;
  });
}

/**
 * @param {string} root
 * @param {Part} part
 */
function isFresh(root, part) {
  const stamp = stampOf(root, part);
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === sourceHash(root, sources[part]);
}

/**
 * @param {string} root
 * @param {Part} part
 */
function stampOf(root, part) {
  return join(root, 'dist', `.${part}.stamp`);
}

/**
 * @param {string} root
 * @param {readonly string[]} command
 */
function run(root, command) {
  // A test that builds would otherwise build a page for development, which is larger.
  const env = { ...process.env, NODE_ENV: 'production' };
  const done = spawnSync(process.execPath, command, { cwd: root, encoding: 'utf8', env });
  if (done.error) throw done.error;
  if (done.status !== 0) throw new Error(`The build failed:\n${done.stdout}${done.stderr}`);
}

/**
 * @param {string} root
 * @param {Part} part
 * @param {string} next
 */
function putInPlace(root, part, next) {
  const dist = join(root, 'dist');
  if (part !== 'server') return replace(next, join(dist, part));
  for (const storey of ['core', 'catalog', 'engine', 'app']) replace(join(next, storey), join(dist, storey));
  rmSync(next, { recursive: true });
}

/**
 * @param {string} from
 * @param {string} to
 */
function replace(from, to) {
  rmSync(to, { recursive: true, force: true });
  if (existsSync(from)) renameSync(from, to);
}
