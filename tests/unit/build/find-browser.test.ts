import { expect, test } from 'vitest';
import { findBrowser } from '../../../build/setup/find-browser.mjs';

const only = (path: string) => (asked: string) => asked === path;

test.each([
  ['linux' as const, '/usr/bin/chromium'],
  ['linux' as const, '/opt/bin/google-chrome-stable'],
  ['linux' as const, '/usr/bin/microsoft-edge'],
  ['darwin' as const, '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
  ['darwin' as const, '/Users/packer/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'],
  ['win32' as const, 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'],
  ['win32' as const, 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'],
  ['win32' as const, 'C:\\Users\\packer\\AppData\\Local\\Chromium\\Application\\chrome.exe'],
])('on %s it finds %s', (platform, path) => {
  const env = {
    PATH: '/usr/bin:/opt/bin',
    ProgramFiles: 'C:\\Program Files',
    'ProgramFiles(x86)': 'C:\\Program Files (x86)',
    LOCALAPPDATA: 'C:\\Users\\packer\\AppData\\Local',
  };
  expect(findBrowser({ platform, env, home: '/Users/packer', exists: only(path) })).toBe(path);
});

test('the browser named in the environment wins', () => {
  const env = { PATH: '/usr/bin', DISPATCH_DESK_BROWSER: '/opt/own/chrome' };
  expect(findBrowser({ platform: 'linux', env, exists: () => true })).toBe('/opt/own/chrome');
});

test('a named browser that is not there is not replaced by another', () => {
  const env = { PATH: '/usr/bin', DISPATCH_DESK_BROWSER: '/opt/gone/chrome' };
  expect(findBrowser({ platform: 'linux', env, exists: only('/usr/bin/chromium') })).toBeUndefined();
});

test('a machine without any of the three has none', () => {
  expect(findBrowser({ platform: 'win32', env: {}, exists: () => true })).toBeUndefined();
  expect(findBrowser({ platform: 'linux', env: { PATH: '/usr/bin' }, exists: () => false })).toBeUndefined();
});
