import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { runInForeground } from '../setup/run-in-foreground.mjs';
import { pageConfig } from './page-config.ts';

/**
 * `npm run dev [-- ARGS of the loopback host]`: the page is built again at every change (reload to see it) and the
 * loopback host runs from its sources and starts again at every change. It is the real host under the real policy.
 */
const root = process.cwd();
const page = pageConfig(root);

// dist/ now holds a page for work; without its stamp the next `npm start` builds the real one.
rmSync(join(root, 'dist', '.sources'), { force: true });
const watcher = await build({
  ...page,
  mode: 'development',
  logLevel: 'info',
  build: { ...page.build, minify: false, sourcemap: true, watch: {} },
});
if ('on' in watcher) {
  await new Promise<void>((resolve) => {
    watcher.on('event', ({ code }) => {
      if (code === 'END' || code === 'ERROR') resolve();
    });
  });
}

const watched = ['electron', 'shared'].map((room) => `--watch-path=${join(root, room)}`);
const host = join(root, 'electron', 'loopback', 'index.ts');
const args = [...watched, '--watch-preserve-output', host, ...process.argv.slice(2)];
process.exit(await runInForeground(process.execPath, args));
