import { svelte } from '@sveltejs/vite-plugin-svelte';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig } from 'vitest/config';

/**
 * The address of a running loopback engine, for `npm run dev`.
 */
const engine = process.env.DOSSIER_ENGINE ?? 'http://127.0.0.1:4173';

export default defineConfig({
  // Relative addresses work under the window's own protocol and under plain HTTP alike.
  base: './',
  plugins: [svelte(), svelteTesting()],
  build: {
    target: ['safari17.5', 'chrome123'],
    // Nothing inlined: the window's content security policy refuses `data:` and inline code.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1500,
  },
  server: {
    port: 5173,
    strictPort: true,
    proxy: { '/call': engine, '/events': engine },
  },
  test: {
    include: ['src/**/*.test.ts'],
    environment: 'node',
    restoreMocks: true,
  },
});
