import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { atlas } from './atlas.ts';

// The server forbids inline scripts, inline styles and data: fonts, so nothing is inlined here.
export default defineConfig({
  plugins: [svelte(), atlas()],
  base: '/',
  build: {
    outDir: '../src/twosource/_web',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2022',
    reportCompressedSize: false,
  },
  server: { proxy: { '/api': { target: 'http://127.0.0.1:8765' } } },
  test: { include: ['tests/**/*.test.ts'] },
});
