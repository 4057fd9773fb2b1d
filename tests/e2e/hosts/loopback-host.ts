import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { RunningHost } from './running-host.ts';

const entry = join(import.meta.dirname, '../../../dist/electron/loopback.js');
const START_LIMIT_MS = 30_000;

/** A loopback host as `npm start` runs it, on a data folder, without a window of its own. */
export async function startLoopbackHost(dataDir: string): Promise<RunningHost> {
  const child = spawn(process.execPath, [entry, '--data', dataDir, '--no-open'], { stdio: ['ignore', 'pipe', 'pipe'] });
  const url = await launchLink(child);
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  };
  return {
    open: async (page) => {
      await page.goto(url);
      return page;
    },
    openPrepared: async (page, prepare) => {
      // The link lets the browser in; the app's icon is enough to call from, and takes far less time than the app.
      const html = await (await page.context().request.get(url)).text();
      await page.goto(new URL(iconPath(html), url).href);
      await prepare(page);
      await page.goto(new URL('/', url).href);
      return page;
    },
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  };
}

async function launchLink(child: ChildProcess): Promise<string> {
  const said: string[] = [];
  child.stderr?.on('data', (chunk: Buffer) => said.push(chunk.toString()));
  const limit = setTimeout(() => child.kill(), START_LIMIT_MS);
  try {
    if (child.stdout)
      for await (const line of createInterface({ input: child.stdout })) {
        said.push(line);
        const link = /http:\/\/127\.0\.0\.1:\d+\/launch\S+/.exec(line)?.[0];
        if (link) return link;
      }
  } finally {
    clearTimeout(limit);
  }
  throw new Error(`The loopback host gave no link: ${said.join('\n')}`);
}

function iconPath(html: string): string {
  const path = /<link rel="icon"[^>]* href="([^"]+)"/.exec(html)?.[1];
  if (path === undefined) throw new Error('The page names no icon');
  return path;
}
