import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { messages } from './messages.mjs';
import { withProgress } from './progress.mjs';
import { runQuietly } from './run-quietly.mjs';

/** A failed download is not tried again for a day, so that the next start is quick. */
const retryAfterMs = 24 * 60 * 60 * 1000;
/** A silent firewall never answers; the address has this long to answer before the download is tried at all. */
const reachLimitMs = 4000;
const downloadLimitMs = 5 * 60 * 1000;

/**
 * The Electron executable, without importing the `electron` package, whose import downloads the binary or throws.
 * @param {string} root
 * @param {NodeJS.ProcessEnv} [env] ELECTRON_OVERRIDE_DIST_PATH names another folder that holds the executable
 * @returns {string | undefined}
 */
export function findElectron(root, env = process.env) {
  const folder = join(root, 'node_modules', 'electron');
  const pathFile = join(folder, 'path.txt');
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8').trim() : executableName(process.platform);
  const file = join(env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(folder, 'dist'), name);
  return existsSync(file) ? file : undefined;
}

/**
 * The Electron executable, fetched once where it is missing.
 * @param {string} root
 * @param {string} node
 * @param {NodeJS.WriteStream} stream where progress is shown
 * @returns {Promise<string | undefined>} undefined where it is not there and cannot be fetched
 */
export async function fetchElectron(root, node, stream) {
  const present = findElectron(root);
  const memory = join(root, 'node_modules', '.cache', 'dispatch-desk', 'electron-fetch.json');
  if (present !== undefined || failedLately(memory, Date.now())) return present;
  await withProgress(stream, messages.fetchingElectron, async () => {
    if (!(await answers(downloadHost(process.env)))) return;
    const installer = join(root, 'node_modules', 'electron', 'install.js');
    await runQuietly(node, [installer], { cwd: root, limitMs: downloadLimitMs });
  });
  const fetched = findElectron(root);
  if (fetched === undefined) remember(memory);
  else rmSync(memory, { force: true });
  return fetched;
}

/**
 * @param {string} memory file that holds the time of the last failure
 * @param {number} nowMs
 * @returns {boolean}
 */
export function failedLately(memory, nowMs) {
  if (!existsSync(memory)) return false;
  try {
    const { failedAtMs } = JSON.parse(readFileSync(memory, 'utf8'));
    return failedAtMs <= nowMs && nowMs - failedAtMs < retryAfterMs;
  } catch {
    return false;
  }
}

/** @param {string} memory */
function remember(memory) {
  mkdirSync(dirname(memory), { recursive: true });
  writeFileSync(memory, JSON.stringify({ failedAtMs: Date.now() }));
}

/** @param {NodeJS.Platform} platform */
function executableName(platform) {
  if (platform === 'win32') return 'electron.exe';
  return platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron';
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {string | undefined} undefined where a proxy stands between and only the download itself can tell
 */
function downloadHost(env) {
  if (env['ELECTRON_GET_USE_PROXY']) return undefined;
  return env['ELECTRON_MIRROR'] ?? env['npm_config_electron_mirror'] ?? 'https://github.com';
}

/** @param {string | undefined} url */
async function answers(url) {
  if (url === undefined) return true;
  try {
    await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(reachLimitMs) });
    return true;
  } catch {
    return false;
  }
}
