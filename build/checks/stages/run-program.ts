import { spawn } from 'node:child_process';

export interface ProgramRun {
  /** Exit code; 127 where it did not start, 124 where the time limit ended it. */
  readonly code: number;
  readonly output: string;
}

const mostOutput = 60_000;

/** Runs a program without input and keeps the end of its output. The time limit ends the whole process group. */
export function runProgram(
  file: string,
  args: readonly string[],
  options: { readonly limitMs: number; readonly env?: NodeJS.ProcessEnv },
): Promise<ProgramRun> {
  return new Promise((resolve) => {
    const ownGroup = process.platform !== 'win32';
    const child = spawn(file, args, {
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: ownGroup,
    });
    let output = '';
    let timedOut = false;
    const keep = (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-mostOutput);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    const limit = setTimeout(() => {
      timedOut = true;
      endGroup(child.pid, ownGroup);
    }, options.limitMs);
    child.on('error', (error) => {
      clearTimeout(limit);
      resolve({ code: 127, output: String(error) });
    });
    child.on('close', (code) => {
      clearTimeout(limit);
      resolve(
        timedOut
          ? { code: 124, output: `${output}\nended after ${options.limitMs / 1000} s` }
          : { code: code ?? 1, output },
      );
    });
  });
}

function endGroup(pid: number | undefined, ownGroup: boolean): void {
  if (pid === undefined) return;
  try {
    process.kill(ownGroup ? -pid : pid, 'SIGKILL');
  } catch {
    // It has ended by itself in the meantime.
  }
}
