import { buildWhenChanged } from '../bin/build-when-changed.mjs';

/**
 * Builds what the tests start; each part counts as one test.
 * @param {string} root
 */
export async function runBuilds(root) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const part of /** @type {const} */ (['server', 'postgres', 'web'])) {
    try {
      await buildWhenChanged(root, part);
      counts.passed += 1;
    } catch (error) {
      console.log(error instanceof Error ? error.message : error);
      counts.failed += 1;
    }
  }
  return counts;
}
