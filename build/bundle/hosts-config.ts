import { join } from 'node:path';
import type { InlineConfig } from 'vite';
import { leanHttp } from './lean-http.ts';

/** What a host finds on the machine: Electron's own module and the one package with a native part. */
const external = ['electron', 'better-sqlite3', /^node:(?!http$)/];

const hosts = ['main', 'loopback', 'training'] as const;

/** Runs in a thread of whichever host; found by its name. */
const checkWorker = 'check-worker';

/**
 * The programs outside the page: electron/<host>/index.ts → dist/electron/<host>.js, as ES modules for Node 24 with
 * everything else bundled in. They stay readable, because their stack traces end up in a log.
 */
export function hostsConfig(root: string): InlineConfig {
  return {
    configFile: false,
    root,
    publicDir: false,
    logLevel: 'warn',
    plugins: [leanHttp()],
    ssr: { noExternal: true, external: ['electron', 'better-sqlite3'], target: 'node' },
    build: {
      ssr: true,
      outDir: join(root, 'dist', 'electron'),
      emptyOutDir: true,
      target: 'node24',
      minify: false,
      rolldownOptions: {
        input: {
          ...Object.fromEntries(hosts.map((host) => [host, join(root, 'electron', host, 'index.ts')])),
          [checkWorker]: join(root, 'electron', 'services', 'db', `${checkWorker}.ts`),
        },
        external,
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  };
}

/**
 * The bridge: electron/preload/index.ts → dist/electron/preload.cjs. A sandboxed preload is one CommonJS file that
 * requires only `electron`.
 */
export function preloadConfig(root: string): InlineConfig {
  return {
    configFile: false,
    root,
    publicDir: false,
    logLevel: 'warn',
    ssr: { noExternal: true, external: ['electron'], target: 'node' },
    build: {
      ssr: true,
      outDir: join(root, 'dist', 'electron'),
      emptyOutDir: false,
      target: 'node24',
      minify: false,
      rolldownOptions: {
        input: { preload: join(root, 'electron', 'preload', 'index.ts') },
        external: ['electron'],
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  };
}
