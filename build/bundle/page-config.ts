import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import type { InlineConfig } from 'vite';

/** Chromium of the pinned Electron, and no older browser, shows the page. */
const target = 'chrome152';

/**
 * The page: renderer/index.html → dist/renderer. Every script and style is a file of its own and no asset becomes a
 * `data:` address, because the page is served under `script-src 'self'`; addresses are relative, because one host
 * serves `app://` and the other http.
 */
export function pageConfig(root: string): InlineConfig {
  return {
    configFile: false,
    root: join(root, 'renderer'),
    base: './',
    publicDir: false,
    logLevel: 'warn',
    plugins: [react()],
    // React 19 has itself what this stand-in lends to older ones.
    resolve: { alias: [{ find: /^use-sync-external-store\/shim(\/index\.js)?$/, replacement: 'react' }] },
    build: {
      outDir: join(root, 'dist', 'renderer'),
      emptyOutDir: true,
      target,
      cssTarget: target,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 2000,
    },
  };
}
