import { spawn } from 'node:child_process';

/**
 * @typedef {object} QuietRun
 * @property {number} code exit code; 127 where the program could not be started, 124 where the time limit ended it
 * @property {string} output the end of what it printed, at most 20,000 characters
 */

/**
 * Runs a program with no input and keeps its output, so that a good run prints nothing and a bad one can be shown.
 * @param {string} file
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, limitMs?: number, shell?: boolean }} [options]
 * @returns {Promise<QuietRun>}
 */
export function runQuietly(file, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(file, args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      shell: options.shell ?? false,
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    });
    let output = '';
    let timedOut = false;
    const limit = setTimeout(
      () => {
        timedOut = true;
        child.kill('SIGKILL');
      },
      options.limitMs ?? 2 ** 31 - 1,
    );
    const keep = (/** @type {Buffer} */ chunk) => {
      output = (output + chunk.toString()).slice(-20_000);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error) => {
      clearTimeout(limit);
      resolve({ code: 127, output: String(error) });
    });
    child.on('close', (code) => {
      clearTimeout(limit);
      resolve({ code: timedOut ? 124 : (code ?? 1), output });
    });
  });
}
