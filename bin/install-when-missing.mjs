import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exclusive } from './exclusive.mjs';

/** @typedef {Record<string, { version?: string, optional?: boolean }>} Packages */

/**
 * Runs `npm ci` when the packages are not there or not those of the lockfile.
 * @param {string} root the checkout
 */
export async function installWhenMissing(root) {
  if (isInstalled(root)) return;
  await exclusive(join(root, 'dist', '.install.lock'), () => {
    if (!isInstalled(root)) install(root);
  });
}

/** @param {string} root */
function isInstalled(root) {
  const installed = packagesOf(join(root, 'node_modules/.package-lock.json'));
  return Object.entries(packagesOf(join(root, 'package-lock.json'))).every(
    ([path, wanted]) => path === '' || wanted.optional || installed[path]?.version === wanted.version,
  );
}

/**
 * @param {string} lockfile
 * @returns {Packages}
 */
function packagesOf(lockfile) {
  return existsSync(lockfile) ? JSON.parse(readFileSync(lockfile, 'utf8')).packages : {};
}

/** @param {string} root */
function install(root) {
  console.error('Installing packages (once, about 1.1 GB) …');
  const npm = process.env.npm_execpath;
  const [command, ...before] = npm?.endsWith('.js') ? [process.execPath, npm] : ['npm'];
  const done = spawnSync(command, [...before, 'ci', '--include=dev', '--no-audit', '--no-fund'], { cwd: root, stdio: ['ignore', 2, 2] });
  if (done.error || done.status !== 0) throw new Error('The packages could not be installed: see npm’s message above.');
}
