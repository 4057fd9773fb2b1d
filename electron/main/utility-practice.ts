import type { ForkOptions, UtilityProcess } from 'electron';
import type { SpawnPractice } from '../host/practice-process.ts';

export type Fork = (modulePath: string, args: string[], options: ForkOptions) => UtilityProcess;

/**
 * Runs the practice platforms as a utility process: the fuse that would let Electron act as Node is off. It has no stdin
 * to end on and dies with Electron by itself, hence `--stay`.
 */
export const createUtilitySpawn =
  (fork: Fork, entry: string): SpawnPractice =>
  (args) => {
    const child = fork(entry, [...args, '--stay'], {
      stdio: ['ignore', 'pipe', 'ignore'],
      serviceName: 'Dispatch Desk practice platforms',
    });
    if (child.stdout === null) throw new Error('The practice process has no output');
    const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    return { stdout: child.stdout, kill: () => void child.kill(), exited };
  };
