import type { SourceFile } from './source-files.ts';

interface GuardedText {
  readonly pattern: RegExp;
  readonly why: string;
  /** Rooms the rule holds in. */
  readonly where: RegExp;
  /** The one place, or the few, that may hold it. */
  readonly but?: RegExp;
}

const code = /\.(ts|tsx|mjs|html)$/;
const product = /^(electron|renderer|shared)\/.*\.(ts|tsx|html)$/;
const app = /^(electron\/(?!training\/)|renderer\/|shared\/).*\.(ts|tsx|html)$/;
const page = /^(renderer|shared)\/.*\.(ts|tsx|html)$/;

/** What would take a protection away (RELIABILITY 4e): each is a string no honest code of ours needs. */
const guardedTexts: readonly GuardedText[] = [
  { pattern: /rejectUnauthorized['"]?\s*:(?!\s*true\b|\\)/, why: 'TLS without verification', where: code },
  {
    pattern: /\bNODE_TLS_REJECT_UNAUTHORIZED\b/,
    why: 'TLS without verification',
    where: /^(?!tests\/).*\.(ts|tsx|mjs)$/,
  },
  { pattern: /certificate-error|setCertificateVerifyProc/, why: 'a say of our own about certificates', where: product },
  {
    pattern: /import\s+(?!type\b)\{[^}]*\bnet\b[^}]*\}\s+from 'electron'/,
    why: 'Electron’s own network',
    where: product,
  },
  {
    pattern: /\b(electron|session)\.(net|fetch)\b|\bnet\.(request|fetch)\(/,
    why: 'Electron’s own network',
    where: product,
  },
  { pattern: /\bfetch\(/, why: 'a way out beside platforms/http', where: app, but: /^renderer\/api\// },
  {
    pattern: /\b(XMLHttpRequest|WebSocket|EventSource|RTCPeerConnection|sendBeacon|importScripts)\b/,
    why: 'a way out beside renderer/api',
    where: page,
    but: /^renderer\/api\//,
  },
  {
    pattern: /https?:\/\/(?!www\.w3\.org\/)[a-z]/,
    why: 'an address of another machine in the page',
    where: /^renderer\//,
  },
  {
    pattern: /(inner|outer)HTML\b|insertAdjacentHTML|document\.write|createContextualFragment|srcdoc/i,
    why: 'text taken for markup',
    where: product,
  },
  { pattern: /\beval\(|new Function\(|\bset(Timeout|Interval)\(\s*['"`]/, why: 'text taken for code', where: code },
  { pattern: /<webview|webviewTag['"]?\s*:(?!\s*false\b)/, why: 'a web view', where: product },
  {
    pattern: /\bopenExternal\(/,
    why: 'an address opened outside without its allow-list',
    where: product,
    but: /^electron\/main\/electron-ports\.ts$/,
  },
  {
    pattern: /\bnew BrowserWindow\(|\bnew (BrowserView|WebContentsView)\(/,
    why: 'a window made beside main/index.ts',
    where: product,
    but: /^electron\/main\/index\.ts$/,
  },
  {
    pattern: /\bwebPreferences\s*:/,
    why: 'window options beside window-options.ts',
    where: product,
    but: /^electron\/main\/window-options\.ts$/,
  },
  {
    pattern: /\b(sandbox|contextIsolation|webSecurity)\s*:\s*false\b/,
    why: 'a window without its walls',
    where: product,
  },
  {
    pattern:
      /\b(nodeIntegration\w*|allowRunningInsecureContent|experimentalFeatures)\s*:(?!\s*false\b)|enableBlinkFeatures/,
    why: 'a window without its walls',
    where: product,
  },
  {
    pattern: /no-sandbox/,
    why: 'a browser without its sandbox',
    where: code,
    but: /^(electron\/loopback\/browser-window|build\/setup\/start-app|build\/package\/draw-icons|build\/checks\/house\/guarded-text)\.|^tests\//,
  },
  {
    pattern: /\bipc(Main)?\.(handle|handleOnce|on|once)\(/,
    why: 'a message that no sender check sees',
    where: product,
    but: /^electron\/main\/ipc\.ts$/,
  },
  {
    pattern: /\bipcRenderer\b/,
    why: 'the bridge beside its preload',
    where: product,
    but: /^electron\/preload\/index\.ts$/,
  },
  { pattern: /crashReporter/, why: 'memory sent away in crash dumps', where: product },
  {
    pattern:
      /from '(p-retry|async-retry|retry|promise-retry|cockatiel|axios|got|ky|undici|node-fetch|superagent)(\/[^']*)?'/,
    why: 'a client that resends by itself',
    where: product,
  },
];

const itself = /^(build\/checks\/house\/guarded-text|tests\/unit\/build\/guarded-breaches)\.ts$/;

/** Places where a protection is taken away. Comments count: they name such things in other words. */
export function findGuardedText(files: readonly SourceFile[]): string[] {
  return files
    .filter(({ path }) => !itself.test(path))
    .flatMap(({ path, text }) =>
      guardedTexts
        .filter(({ pattern, where, but }) => where.test(path) && but?.test(path) !== true && pattern.test(text))
        .map(({ pattern, why }) => `${path}:${text.slice(0, text.search(pattern)).split('\n').length}: ${why}`),
    );
}
