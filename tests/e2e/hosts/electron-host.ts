import { once } from 'node:events';
import { join } from 'node:path';
import { _electron } from '@playwright/test';
import { findElectron } from '../../../build/setup/electron-binary.mjs';
import type { RunningHost } from './running-host.ts';

const root = join(import.meta.dirname, '../../..');

/** Where Electron's program lies, or undefined: it is downloaded from outside the package registry. */
export const electronProgram = (): string | undefined => findElectron(root);

/** The built app in real Electron, from the project's folder as `npm start` runs it. */
export async function startElectronHost(dataDir: string): Promise<RunningHost> {
  const executablePath = electronProgram();
  if (executablePath === undefined) throw new Error('There is no Electron on this machine');
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env;
  const app = await _electron.launch({
    executablePath,
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), root, '--data', dataDir],
    env: Object.fromEntries(
      Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
    ),
  });
  return {
    open: () => app.firstWindow(),
    openPrepared: async (_page, prepare) => {
      const window = await app.firstWindow();
      await prepare(window);
      await window.reload();
      return window;
    },
    stop: () => app.close(),
    kill: async () => {
      const child = app.process();
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  };
}
