import { chmodSync, existsSync, mkdirSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { appVersion } from '../../../electron/host/app-version.ts';
import { exitCodeOf } from '../../../electron/host/exit-code.ts';
import { isOpenableOutside } from '../../../electron/host/external-hosts.ts';
import { parseHostArgs } from '../../../electron/host/host-args.ts';
import { problemLines } from '../../../electron/host/messages.ts';
import { createNodeClock } from '../../../electron/host/node-clock.ts';
import { prepareDataDir } from '../../../electron/host/prepare-data-dir.ts';
import { syncedBy } from '../../../electron/host/synced-folder.ts';
import { defaultCacheDir, defaultDataDir } from '../../../electron/host/user-folders.ts';
import { createWakeByClock } from '../../../electron/host/wake-by-clock.ts';
import packageFile from '../../../package.json' with { type: 'json' };
import { temporaryFolder } from '../../support/hosts.ts';

describe('arguments', () => {
  it('are all optional', () => {
    expect(parseHostArgs([])).toEqual({ ok: true, value: { dataDir: null, port: 0, open: true, printUrl: false } });
  });

  it('are read in both spellings', () => {
    expect(parseHostArgs(['--data=/a', '--port', '4000', '--no-open', '--print-url'])).toEqual({
      ok: true,
      value: { dataDir: '/a', port: 4000, open: false, printUrl: true },
    });
  });

  it.each([
    [['--nope']],
    [['file.txt']],
    [['--port', 'x']],
    [['--port', '70000']],
    [['--data']],
    [['--data', '']],
    [['--host', '0.0.0.0']],
  ])('refuses %j', (args) => {
    expect(parseHostArgs(args)).toMatchObject({ ok: false, error: expect.stringMatching(/./) });
  });

  it('are found among the switches of Chromium', () => {
    expect(
      parseHostArgs(['--no-sandbox', '/app', '--remote-debugging-port=0', '--data', '/a'], 'others'),
    ).toMatchObject({
      ok: true,
      value: { dataDir: '/a' },
    });
  });
});

describe('folders', () => {
  const home = '/home/ling';
  it.each([
    ['linux', {}, '/home/ling/.local/share/dispatch-desk', '/home/ling/.cache/dispatch-desk'],
    ['linux', { XDG_DATA_HOME: '/d', XDG_CACHE_HOME: '/c' }, '/d/dispatch-desk', '/c/dispatch-desk'],
    [
      'linux',
      { XDG_DATA_HOME: 'relative' },
      '/home/ling/.local/share/dispatch-desk',
      '/home/ling/.cache/dispatch-desk',
    ],
    ['darwin', {}, '/home/ling/Library/Application Support/Dispatch Desk', '/home/ling/Library/Caches/Dispatch Desk'],
    ['win32', { LOCALAPPDATA: 'C:\\L' }, 'C:\\L\\Dispatch Desk', 'C:\\L\\Dispatch Desk\\Cache'],
  ] as const)('on %s with %j', (platform, env, data, cache) => {
    expect(defaultDataDir({ platform, env, home })).toBe(data);
    expect(defaultCacheDir({ platform, env, home })).toBe(cache);
  });

  it('are made for their user only, with everything written into them', () => {
    const before = process.umask();
    onTestFinished(() => void process.umask(before));
    const dir = join(temporaryFolder(), 'a', 'b');
    expect(prepareDataDir(dir)).toEqual({ ok: true, value: dir });
    writeFileSync(join(dir, 'later'), 'x');
    expect(statSync(dir).mode & 0o777).toBe(0o700);
    expect(statSync(join(dir, 'later')).mode & 0o777).toBe(0o600);
    expect(readdirSync(dir)).toEqual(['later']);
  });

  it('are refused with a problem where nothing can be written', () => {
    const parent = temporaryFolder();
    writeFileSync(join(parent, 'file'), 'x');
    const impossible = process.getuid?.() === 0 ? '/proc/dispatch-desk' : join(parent, 'shut', 'in');
    if (process.getuid?.() !== 0) chmodSync(parent, 0o500);
    for (const dir of [impossible, join(parent, 'file', 'below')]) {
      expect(prepareDataDir(dir)).toEqual({ ok: false, error: { code: 'data-folder-read-only', dir } });
      expect(existsSync(dir)).toBe(false);
    }
    chmodSync(parent, 0o700);
  });
});

describe('folders that are copied or shared', () => {
  it.each([
    ['win32', 'C:\\Users\\Ling\\OneDrive\\Desk', 'OneDrive'],
    ['win32', 'C:\\Users\\Ling\\OneDrive - Example Ltd\\Desk', 'OneDrive - Example Ltd'],
    ['win32', 'C:/Users/Ling/dropbox/Desk', 'dropbox'],
    ['win32', 'D:\\坚果云\\Desk', '坚果云'],
    ['win32', '\\\\server\\share\\Desk', 'server'],
    ['win32', '//server/share/Desk', 'server'],
    ['win32', 'C:\\Users\\Ling\\AppData\\Local\\Dispatch Desk', null],
    ['win32', '\\\\?\\C:\\Desk', null],
    ['win32', 'C:\\MyOneDriveNotes\\Desk', null],
    ['darwin', '/Users/ling/Library/Mobile Documents/Desk', 'Mobile Documents'],
    ['darwin', '/Users/ling/Library/CloudStorage/Dropbox/Desk', 'CloudStorage'],
    ['darwin', '/Users/ling/Library/Application Support/Dispatch Desk', null],
    ['linux', '/home/ling/Dropbox (Personal)/desk', 'Dropbox (Personal)'],
    ['linux', '/home/ling/Nextcloud/desk', 'Nextcloud'],
    ['linux', '/nowhere/at/all', null],
    ['linux', '/tmp', null],
  ] as const)('on %s %s: %s', (platform, dir, by) => {
    expect(syncedBy(dir, platform)).toBe(by);
  });

  it('are refused before anything is written into them', () => {
    const dir = join(temporaryFolder(), 'Dropbox', 'desk');
    expect(prepareDataDir(dir)).toEqual({ ok: false, error: { code: 'data-folder-synced', dir, by: 'Dropbox' } });
    expect(existsSync(dir)).toBe(false);
  });

  it('are refused behind a link of another name as well', () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'Dropbox', 'desk'), { recursive: true });
    symlinkSync(join(folder, 'Dropbox', 'desk'), join(folder, 'link'));
    for (const dir of [join(folder, 'link'), join(folder, 'link', 'below')])
      expect(prepareDataDir(dir)).toMatchObject({ error: { code: 'data-folder-synced', by: 'Dropbox' } });
  });
});

describe('what a host says and ends with', () => {
  it('tells a folder in use and a damaged file by their exit codes', () => {
    expect(exitCodeOf({ code: 'data-folder-in-use', dir: '/a' })).toBe(3);
    expect(exitCodeOf({ code: 'database-damaged', detail: 'x' })).toBe(4);
    expect(exitCodeOf({ code: 'no-good-backup', count: 2, detail: '' })).toBe(4);
    expect(exitCodeOf({ code: 'disk-full', dir: '/a' })).toBe(1);
  });

  it('says a problem in Chinese first, then in English', () => {
    const [zh = '', en = ''] = problemLines({ code: 'data-folder-in-use', dir: '/data/desk' }).split('\n');
    expect(zh).toMatch(/数据文件夹.*\/data\/desk/);
    expect(en).toMatch(/[a-z]+.*\/data\/desk/);
  });

  it('has the version of package.json', () => {
    expect(appVersion()).toBe(packageFile.version);
  });
});

describe('clock', () => {
  it('tells the time, never goes back, and calls a task once unless it was called off', async () => {
    const clock = createNodeClock();
    expect(Math.abs(clock.now() - Date.now())).toBeLessThan(100);
    const before = clock.monotonic();
    let ran = 0;
    const off = clock.at(5, () => (ran += 100));
    clock.at(5, () => (ran += 1));
    off();
    await new Promise((resolve) => setTimeout(resolve, 40));
    expect(ran).toBe(1);
    expect(clock.monotonic()).toBeGreaterThan(before);
  });

  it('notices that the machine slept, and stops noticing when asked', async () => {
    let now = 1_000_000;
    let woken = 0;
    const off = createWakeByClock(() => now, 5)(() => (woken += 1));
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(woken).toBe(0);
    now += 60_000;
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(woken).toBe(1);
    off();
    now += 60_000;
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(woken).toBe(1);
  });
});

describe('pages outside', () => {
  it.each([
    ['https://channels.weixin.qq.com/shop', true],
    ['https://developers.weixin.qq.com/doc/x?y=1', true],
    ['http://channels.weixin.qq.com/', false],
    ['https://channels.weixin.qq.com.evil.example/', false],
    ['https://evil.example/?channels.weixin.qq.com', false],
    ['https://channels.weixin.qq.com@evil.example/', false],
    ['https://user@channels.weixin.qq.com/', false],
    ['https://channels.weixin.qq.com:8443/', false],
    ['https://CHANNELS.weixin.qq.com/', true],
    ['javascript:alert(1)', false],
    ['file:///etc/passwd', false],
    ['ms-settings:', false],
    ['not an address', false],
  ])('%s may be opened: %s', (address, allowed) => {
    expect(isOpenableOutside(address)).toBe(allowed);
  });
});
