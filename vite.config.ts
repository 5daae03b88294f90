import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: 'src/app/web',
  base: '/',
  plugins: [react()],
  build: {
    outDir: '../../../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
    // zod must be told not to use eval before the first schema is made: both stand in one chunk, in order of import.
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: 'schemas', test: /node_modules\/zod\/|zod-without-eval|src\/core\// }] } },
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:4000' } },
});
