import { fileURLToPath } from 'node:url';
import { buildWhenChanged } from './build-when-changed.mjs';
import { installWhenMissing } from './install-when-missing.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const asked = process.argv.slice(2);
const parts = /** @type {const} */ (['server', 'postgres', 'web']).filter((part) => asked.length === 0 || asked.includes(part));

async function build() {
  await installWhenMissing(root);
  for (const part of parts) await buildWhenChanged(root, part);
}

build().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
