import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findChromium } from './find-chromium.mjs';

/** What the tests need from the system, how it is recognised, and what is left out without it. */
const needs = [
  { packages: ['chromium', 'fonts-noto-cjk'], isThere: () => findChromium() !== null, leftOut: 'the browser tests' },
  { packages: ['postgresql'], isThere: () => existsSync('/usr/lib/postgresql'), leftOut: 'the tests against a PostgreSQL server' },
];

/** Installs what is missing where that is possible (root on Debian), and says what is left out where it is not. */
export function installDebianPackages() {
  const missing = needs.filter((need) => !need.isThere());
  if (missing.length === 0) return;
  if (canInstall()) install(missing.flatMap((need) => need.packages));
  for (const need of missing.filter((candidate) => !candidate.isThere())) {
    console.error(
      `Left out: ${need.leftOut}; for them install ${need.packages.join(' and ')} (Debian: apt-get install ${need.packages.join(' ')}).`,
    );
  }
}

function canInstall() {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get');
}

/** @param {readonly string[]} packages */
function install(packages) {
  console.error(`Installing ${packages.join(', ')} …`);
  const run = (/** @type {string[]} */ ...command) => {
    spawnSync('apt-get', command, { stdio: ['ignore', 'ignore', 2], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  };
  run('update', '-qq');
  run('install', '-y', '-qq', '--no-install-recommends', ...packages);
}
