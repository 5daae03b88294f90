import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { endpoints } from './src/core/model/endpoints/index.ts';

/** Of each call the page needs its method and path, and not the schemas that the server checks with: they are written into it. */
const calls = Object.fromEntries(Object.entries(endpoints).map(([name, { method, path }]) => [name, { method, path }]));

export default defineConfig({
  root: 'src/app/web',
  base: '/',
  plugins: [react()],
  define: { EARSHOT_CALLS: JSON.stringify(calls) },
  // zod must be told not to use eval before the first schema is made.
  resolve: { alias: [{ find: /^zod$/, replacement: fileURLToPath(new URL('src/app/web/parts/zod-without-eval.ts', import.meta.url)) }] },
  build: {
    outDir: '../../../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
  },
  server: { proxy: { '/api': 'http://127.0.0.1:4000' } },
});
