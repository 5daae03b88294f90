import { spawnSync } from 'node:child_process';

const checks = [
  ['types', 'node_modules/typescript/bin/tsc', '-p', 'tsconfig.json'],
  ['types of the page', 'node_modules/typescript/bin/tsc', '-p', 'tsconfig.web.json'],
  ['style', 'node_modules/@biomejs/biome/bin/biome', 'check', '.'],
  ['unused code', 'node_modules/knip/bin/knip.js'],
];

/**
 * Runs what `npm run check` runs; each counts as one test.
 * @param {string} root
 */
export function runChecks(root) {
  const failed = checks.filter(([name, ...command]) => {
    const done = spawnSync(process.execPath, command, { cwd: root, encoding: 'utf8' });
    console.log(done.status === 0 ? ` ✓ ${name}` : ` × ${name}\n${done.stdout}${done.stderr}`);
    return done.status !== 0;
  });
  return { passed: checks.length - failed.length, failed: failed.length, skipped: 0 };
}
