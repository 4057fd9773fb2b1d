import { runInForeground } from './run-in-foreground.mjs';

/** @typedef {(file: string, args: readonly string[], env: Record<string, string>) => never} Execve */

/**
 * Becomes another program: the process is replaced where Node can do that, so that a signal or a kill reaches the app
 * itself and no orphan keeps the data folder locked; elsewhere a child runs in the foreground and its exit code is kept.
 * @param {string} file
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, cwd?: string }} [options]
 * @returns {Promise<void>}
 */
export async function handOver(file, args, options = {}) {
  /** @type {Execve | undefined} */
  const execve = Reflect.get(process, 'execve');
  if (execve !== undefined && process.platform !== 'win32') {
    if (options.cwd !== undefined) process.chdir(options.cwd);
    execve.call(process, file, [file, ...args], definedOnly(options.env ?? process.env));
  }
  process.exitCode = await runInForeground(file, args, options);
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {Record<string, string>}
 */
function definedOnly(env) {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
