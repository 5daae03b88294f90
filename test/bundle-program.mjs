import { build } from 'vite';

/**
 * Bundles a TypeScript file to `folder/script.mjs`, because Node 20 runs no TypeScript. Packages stay outside of the bundle.
 * @param {string} file absolute path
 * @param {string} folder inside of the checkout, so that packages are found
 */
export async function bundleProgram(file, folder) {
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: file,
      outDir: folder,
      emptyOutDir: true,
      target: 'node20',
      minify: false,
      rollupOptions: { output: { entryFileNames: 'script.mjs' } },
    },
  });
}
