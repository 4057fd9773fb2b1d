import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { posix, win32 } from 'node:path';

/**
 * @typedef {object} BrowserSearch
 * @property {NodeJS.Platform} [platform]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {(path: string) => boolean} [exists]
 * @property {string} [home]
 */

const linuxNames = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
];
const macApps = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
const windowsPaths = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
];

/**
 * The Chromium, Chrome or Edge of this machine. `DISPATCH_DESK_BROWSER` names one and then no other is looked for.
 * @param {BrowserSearch} [search]
 * @returns {string | undefined} path of the executable
 */
export function findBrowser(search = {}) {
  const { platform = process.platform, env = process.env, exists = existsSync, home = homedir() } = search;
  const named = env['DISPATCH_DESK_BROWSER'];
  if (named !== undefined && named !== '') return exists(named) ? named : undefined;
  return candidates(platform, env, home).find((path) => exists(path));
}

/**
 * @param {NodeJS.Platform} platform
 * @param {NodeJS.ProcessEnv} env
 * @param {string} home
 * @returns {string[]}
 */
function candidates(platform, env, home) {
  if (platform === 'win32') {
    const roots = [env['ProgramFiles'], env['ProgramFiles(x86)'], env['LOCALAPPDATA']];
    return windowsPaths.flatMap((path) => roots.flatMap((root) => (root ? [win32.join(root, ...path)] : [])));
  }
  if (platform === 'darwin') {
    const roots = ['/Applications', posix.join(home, 'Applications')];
    return macApps.flatMap((app) => roots.map((root) => posix.join(root, `${app}.app`, 'Contents', 'MacOS', app)));
  }
  const folders = (env['PATH'] ?? '').split(':').filter((folder) => folder !== '');
  return linuxNames.flatMap((name) => folders.map((folder) => posix.join(folder, name)));
}
