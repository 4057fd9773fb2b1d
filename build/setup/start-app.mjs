import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { buildIfChanged } from './bundle.mjs';
import { fetchElectron } from './electron-binary.mjs';
import { findBrowser } from './find-browser.mjs';
import { handOver } from './hand-over.mjs';
import { messages } from './messages.mjs';
import { personFolder } from './person-folder.mjs';
import { projectRoot } from './project-root.mjs';
import { readyNode } from './ready-node.mjs';
import { runInForeground } from './run-in-foreground.mjs';
import { sayOnStdout } from './say.mjs';
import { installSystemPackages } from './system-packages.mjs';

/**
 * `npm start`: installs and builds what is missing, then becomes the app: in Electron where its binary is there or can
 * be fetched, else as the loopback host with a browser window.
 * @param {readonly string[]} args handed to the app as they are, such as `--data DIR` or `--no-open`
 */
export async function startApp(args) {
  const root = projectRoot;
  const node = await readyNode(root, process.stdout);
  if (node === undefined) return process.exit(1);
  const display = hasDisplay();
  const electron = display ? await fetchElectron(root, node, process.stdout) : undefined;
  if (display) await installSystemPackages(missingForWindow(electron), process.stdout);
  if (!(await buildIfChanged(root, node, process.stdout))) return process.exit(1);
  if (electron !== undefined) {
    const code = await runElectron(electron, [root, ...args]);
    if (!neverStarted(code)) return process.exit(code);
  }
  await startLoopback(node, args, { display, electronFound: electron !== undefined });
}

/** @param {string | undefined} electron */
function missingForWindow(electron) {
  const chinese = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' });
  const browser = electron === undefined && findBrowser() === undefined ? ['chromium'] : [];
  return chinese.status === 0 && chinese.stdout !== '' ? browser : [...browser, 'fonts-noto-cjk'];
}

/**
 * @param {string} electron
 * @param {readonly string[]} args
 */
function runElectron(electron, args) {
  const { ELECTRON_RUN_AS_NODE: _, ...env } = withLocale(process.env);
  // Chromium refuses to run its sandbox as root on Linux and would end at once.
  const flags = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return runInForeground(electron, [...flags, ...args], { env, ...personFolder('start') });
}

/**
 * Whether the program ended before it was one: not started or missing a system library (127), or stopped by Chromium's
 * own checks (SIGTRAP, SIGABRT), as where the kernel forbids its sandbox.
 * @param {number} code
 */
function neverStarted(code) {
  return process.platform === 'linux' && [127, 128 + 5, 128 + 6].includes(code);
}

/**
 * @param {string} node
 * @param {readonly string[]} args
 * @param {{ display: boolean, electronFound: boolean }} found
 */
async function startLoopback(node, args, { display, electronFound }) {
  const browser = findBrowser();
  if (!display) sayOnStdout(messages.noDisplay);
  else if (browser === undefined) sayOnStdout(messages.noBrowser);
  else sayOnStdout(electronFound ? messages.electronDoesNotStart : messages.noElectron);
  const canOpen = display && browser !== undefined;
  const host = join(projectRoot, 'dist', 'electron', 'loopback.js');
  await handOver(node, [host, ...(canOpen || args.includes('--no-open') ? [] : ['--no-open']), ...args], {
    ...personFolder('start'),
    env: { ...withLocale(process.env), ...(browser === undefined ? {} : { DISPATCH_DESK_BROWSER: browser }) },
  });
}

/**
 * Without a locale, as in a bare container, Chromium gives every file with a Chinese name the name `download`.
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
function withLocale(env) {
  const named = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'];
  return process.platform !== 'linux' || named ? env : { ...env, LANG: 'C.UTF-8' };
}

function hasDisplay() {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}
