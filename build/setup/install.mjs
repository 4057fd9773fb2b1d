import { existsSync, lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { messages } from './messages.mjs';
import { withProgress } from './progress.mjs';
import { runQuietly } from './run-quietly.mjs';

/**
 * Runs `npm ci` where node_modules is missing or is not what the lockfile says, and prints npm's words only if it fails.
 * @param {string} root
 * @param {NodeJS.WriteStream} stream where progress is shown
 * @returns {Promise<boolean>} whether the dependencies are there
 */
export async function installDependencies(root, stream) {
  if (isLink(join(root, 'node_modules')) || dependenciesMatch(root)) return true;
  const { code, output } = await withProgress(stream, messages.installing, () => npmCi(root));
  if (code === 0) return true;
  process.stderr.write(`${output}\n${messages.installFailed.zh} · ${messages.installFailed.en}\n`);
  return false;
}

/**
 * `npm ci` empties the folder first. One that is linked here belongs to another working copy, which would lose its own.
 * @param {string} folder
 * @returns {boolean}
 */
const isLink = (folder) => lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink() === true;

/**
 * Compares the lockfile with the copy npm leaves in node_modules as its last act, so that an interrupted or an outdated
 * installation is seen and one made by hand is accepted. A package for another platform may be absent.
 * @param {string} root
 * @returns {boolean}
 */
export function dependenciesMatch(root) {
  const wanted = readPackages(join(root, 'package-lock.json'));
  const present = readPackages(join(root, 'node_modules', '.package-lock.json'));
  if (wanted === undefined || present === undefined) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (!path.startsWith('node_modules/')) return true;
    const installed = present[path];
    if (installed === undefined) return entry.optional === true || entry.devOptional === true || entry.peer === true;
    return installed.version === entry.version && installed.integrity === entry.integrity;
  });
}

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, devOptional?: boolean, peer?: boolean }} Entry
 * @param {string} file
 * @returns {Record<string, Entry> | undefined}
 */
function readPackages(file) {
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/** @param {string} root */
function npmCi(root) {
  const args = [
    'ci',
    '--include=dev',
    '--include=optional',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ];
  const npm = process.env['npm_execpath'];
  // npm's own script runs under the Node that runs now; the name `npm` is a .cmd file on Windows and needs a shell.
  return npm !== undefined && /npm-cli\.[cm]?js$/.test(npm)
    ? runQuietly(process.execPath, [npm, ...args], { cwd: root })
    : runQuietly('npm', args, { cwd: root, shell: process.platform === 'win32' });
}
