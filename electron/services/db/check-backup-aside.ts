import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Problem } from '../../../shared/contract/problem.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import { type BackupFacts, checkBackup } from './check-backup.ts';

/**
 * {@link checkBackup} in a thread of its own: it reads the whole file, which takes a second for every hundred thousand
 * packages, and no scan waits for it. Where no such thread can be started the check is made here; it is never left out.
 */
export function checkBackupAside(file: string, program = checkProgram()): Promise<Result<BackupFacts, Problem>> {
  return new Promise((resolve) => {
    let said: Result<BackupFacts, Problem> | null = null;
    const thread = new Worker(program, { workerData: file, execArgv: [], stdin: false });
    thread.on('message', (result: Result<BackupFacts, Problem>) => {
      said = result;
    });
    // What went wrong in the thread goes wrong here too, where it is told.
    thread.on('error', () => undefined);
    thread.on('exit', () => resolve(said ?? checkBackup(file)));
  });
}

/** Beside this module, or in the folder above the bundle's chunks. */
function checkProgram(): string {
  const source = join(import.meta.dirname, 'check-worker.ts');
  return existsSync(source) ? source : join(dirname(import.meta.dirname), 'check-worker.js');
}
