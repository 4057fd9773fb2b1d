import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

const ENTRY = join(import.meta.dirname, '..', '..', 'electron', 'loopback', 'index.ts');

export type HostProcess = {
  readonly child: ChildProcess;
  readonly out: () => string;
  readonly err: () => string;
  /** Resolves with the first match on stdout; rejects with all that was printed when the process ends before. */
  readonly says: (pattern: RegExp) => Promise<string>;
  /** Exit code. */
  readonly ended: Promise<number | null>;
};

/** The loopback host as a process of its own, run from source; killed when the test ends. */
export function startHostProcess(args: readonly string[], env: Readonly<Record<string, string>> = {}): HostProcess {
  const { DISPATCH_DESK_BROWSER: _, ...inherited } = process.env;
  const child = spawn(process.execPath, [ENTRY, ...args], {
    env: { ...inherited, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  const ended = once(child, 'close').then(([code]) => code as number | null);
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  const says = async (pattern: RegExp): Promise<string> => {
    for (;;) {
      const found = pattern.exec(out);
      if (found) return found[0];
      if (child.exitCode !== null || child.signalCode !== null)
        throw new Error(`The host ended with ${child.exitCode ?? child.signalCode}: ${out}${err}`);
      await Promise.race([once(child.stdout, 'data'), ended]);
    }
  };
  return { child, ended, says, out: () => out, err: () => err };
}

/** The launch link as the host prints it. */
export const LAUNCH_LINK = /http:\/\/127\.0\.0\.1:\d+\/launch\?key=[\w-]+/;
