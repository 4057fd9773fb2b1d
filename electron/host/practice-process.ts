import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';

/** The practice platforms as a running process, whichever way a host started it. */
export type PracticeProcess = {
  readonly stdout: NodeJS.ReadableStream;
  readonly kill: () => void;
  /** Resolves when the process is gone, or could not be started. */
  readonly exited: Promise<unknown>;
};
export type SpawnPractice = (args: readonly string[]) => PracticeProcess;

/**
 * The program of the practice platforms: beside the bundled host, or in its room when a host runs from source.
 * @param hostEntry file of the host's own entry module
 */
export const practiceEntry = (hostEntry: string): string =>
  hostEntry.endsWith('.ts')
    ? join(dirname(hostEntry), '..', 'training', 'index.ts')
    : join(dirname(hostEntry), 'training.js');

/**
 * Starts it under the Node that runs now. Its stdin is a pipe that we never write to: it closes with this process, even
 * when that is killed, and the child ends on it. Our own secrets in the environment are not handed on.
 */
export function createNodeSpawn(entry: string, env: NodeJS.ProcessEnv): SpawnPractice {
  const { DISPATCH_DESK_PASSPHRASE: _, ...handedOn } = env;
  return (args) => {
    const child = spawn(process.execPath, [entry, ...args], { stdio: ['pipe', 'pipe', 'ignore'], env: handedOn });
    const exited = Promise.race([once(child, 'close'), once(child, 'error')]).catch(() => null);
    return { stdout: child.stdout, kill: () => void child.kill(), exited };
  };
}
