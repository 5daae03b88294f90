import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildWhenChanged } from './build-when-changed.mjs';
import { installWhenMissing } from './install-when-missing.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const argv = process.argv.slice(2);
const showsPage = argv.includes('serve') || argv.includes('demo');

async function start() {
  await installWhenMissing(root);
  await buildWhenChanged(root, 'server');
  await buildWhenChanged(root, 'postgres');
  if (showsPage) await buildWhenChanged(root, 'web');
  const { main } = await import(pathToFileURL(join(root, 'dist/app/cli/main.js')).href);
  process.exitCode = await main(argv, process.env);
}

start().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
