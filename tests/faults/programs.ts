import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** The processes a stage starts again and again, by their files below this folder. */
const PROGRAMS = {
  desk: 'desk-process',
  load: 'load/load-process',
  'big-desk': 'load/big-desk-process',
  upgrade: 'upgrade/upgrade-process',
} as const;

export type Program = keyof typeof PROGRAMS;

/** Says where a run has put its bundles; handed on to the processes of its stages. */
const BUNDLES = 'DISPATCH_DESK_FAULT_PROGRAMS';
const ROOT = join(import.meta.dirname, '..', '..');

/**
 * The file to start for a program: its bundle within a run, its source otherwise. A bundle is how the app is handed out,
 * and a process of one file is there in a quarter of the time.
 */
export function programFile(program: Program): string {
  const bundles = process.env[BUNDLES];
  return bundles === undefined ? join(import.meta.dirname, `${PROGRAMS[program]}.ts`) : join(bundles, `${program}.js`);
}

/** Bundles all programs for this process and those it starts, inside the project, where the native package is found. */
export async function bundlePrograms(): Promise<{ readonly remove: () => void }> {
  const { build } = await import('vite');
  const cache = join(ROOT, '.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'fault-programs-'));
  const input = Object.entries(PROGRAMS).map(([name, file]) => [name, join(import.meta.dirname, `${file}.ts`)]);
  await build({
    ...{ configFile: false, root: ROOT, publicDir: false, logLevel: 'warn' },
    ssr: { noExternal: true, external: ['better-sqlite3'], target: 'node' },
    build: {
      ...{ ssr: true, outDir: folder, emptyOutDir: true, target: 'node24', minify: false },
      rolldownOptions: {
        input: Object.fromEntries(input) as Record<string, string>,
        external: ['better-sqlite3', /^node:/],
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name].js' },
      },
    },
  });
  process.env[BUNDLES] = folder;
  return { remove: () => rmSync(folder, { recursive: true, force: true }) };
}
