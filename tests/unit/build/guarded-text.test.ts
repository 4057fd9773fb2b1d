import { describe, expect, test } from 'vitest';
import { findGuardedText } from '../../../build/checks/house/guarded-text.ts';
import { sourceFiles } from '../../../build/checks/house/source-files.ts';
import { guardedBreaches } from './guarded-breaches.ts';

const file = (path: string, text: string) => ({ path, text, lines: text.split('\n').length });

describe('taking a protection away is found in the sources', () => {
  test.each(guardedBreaches)('%s', (_what, path, text, told) => {
    expect(findGuardedText([file(path, `\n${text}`)])).toEqual([expect.stringContaining(told)]);
  });

  test('with its place', () => {
    expect(findGuardedText([file('renderer/x.ts', '\n\neval(text);')])).toEqual([
      'renderer/x.ts:3: text taken for code',
    ]);
  });

  test('and these sources hold none of it', () => {
    const files = sourceFiles(process.cwd());
    expect(files.length).toBeGreaterThan(800);
    expect(findGuardedText(files)).toEqual([]);
  });
});

test('the one place that may hold a thing does hold it, so that no exception outlives its reason', () => {
  const texts = new Map(sourceFiles(process.cwd()).map(({ path, text }) => [path, text]));
  for (const [path, text] of [
    ['electron/main/electron-ports.ts', 'openExternal('],
    ['electron/main/index.ts', 'new BrowserWindow('],
    ['electron/main/window-options.ts', 'webPreferences'],
    ['electron/main/ipc.ts', 'ipc.handle('],
    ['electron/preload/index.ts', 'ipcRenderer'],
    ['electron/loopback/browser-window.ts', 'no-sandbox'],
  ] as const)
    expect(texts.get(path), path).toContain(text);
});

test('Electron is told to sandbox every page before anything else is done', () => {
  const main = sourceFiles(process.cwd()).find(({ path }) => path === 'electron/main/index.ts')?.text ?? '';
  const statements = main
    .replace(/^import[\s\S]*?from '[^']+';\n/gm, '')
    .replace(/^\s*\/\/.*\n/gm, '')
    .trim();
  expect(statements.startsWith('app.enableSandbox();')).toBe(true);
});
