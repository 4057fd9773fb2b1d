import { EventEmitter } from 'node:events';
import { PassThrough } from 'node:stream';
import type { App, BrowserWindow, PowerMonitor, Protocol, SafeStorage, Session, UtilityProcess } from 'electron';
import { describe, expect, it } from 'vitest';
import { createStartTraining } from '../../../electron/host/start-training.ts';
import { appMenu } from '../../../electron/main/app-menu.ts';
import { registerAppScheme, serveAppProtocol } from '../../../electron/main/app-protocol.ts';
import { closeOnQuit } from '../../../electron/main/close-once.ts';
import { createShellOpen } from '../../../electron/main/electron-ports.ts';
import { createPowerWake } from '../../../electron/main/power-wake.ts';
import { createCrashEnd, refuseStart } from '../../../electron/main/run-desk.ts';
import { createSafeStorageCipher } from '../../../electron/main/safe-storage-cipher.ts';
import { createSessionProxy } from '../../../electron/main/session-proxy.ts';
import { claimSingleInstance } from '../../../electron/main/single-instance.ts';
import { createUtilitySpawn } from '../../../electron/main/utility-practice.ts';
import { documentWindowOptions, pageWindowOptions } from '../../../electron/main/window-options.ts';
import { createWindows } from '../../../electron/main/windows.ts';
import { createResponder } from '../../../electron/services/web/respond.ts';
import { fakeContents, type FakeContents } from '../../support/electron-fakes.ts';
import { memoryFiles, pageFolder, rememberingLog } from '../../support/hosts.ts';

describe('key store', () => {
  const mask = (text: string): Buffer => Buffer.from([...Buffer.from(text)].map((byte) => byte ^ 0x55));
  const store = (backend: string, available = true): SafeStorage =>
    ({
      getSelectedStorageBackend: () => backend,
      isAsyncEncryptionAvailable: async () => available,
      encryptStringAsync: async (plain: string) => mask(plain),
      decryptStringAsync: async (sealed: Buffer) => ({
        result: mask(sealed.toString('latin1')).toString(),
        shouldReEncrypt: false,
      }),
    }) as unknown as SafeStorage;

  it.each(['basic_text', 'unknown'])('of the kind %s is refused on Linux, and says its name', async (backend) => {
    const cipher = await createSafeStorageCipher(store(backend), 'linux');
    expect([cipher.available, cipher.name]).toEqual([false, `safeStorage:${backend}`]);
    await expect(cipher.seal('example-secret')).rejects.toThrow('not available');
    await expect(cipher.open(new Uint8Array(1))).rejects.toThrow('not available');
  });

  it('that cannot encrypt, or fails to say, is refused', async () => {
    expect((await createSafeStorageCipher(store('gnome_libsecret', false), 'linux')).available).toBe(false);
    const broken = {
      ...store('kwallet6'),
      isAsyncEncryptionAvailable: async () => Promise.reject(new Error('no bus')),
    };
    expect((await createSafeStorageCipher(broken as unknown as SafeStorage, 'linux')).available).toBe(false);
  });

  it('passes on that a value should be sealed anew', async () => {
    const rotated = { ...store('kwallet6'), decryptStringAsync: async () => ({ result: 'x', shouldReEncrypt: true }) };
    const cipher = await createSafeStorageCipher(rotated as unknown as SafeStorage, 'linux');
    expect(await cipher.isOutdated?.(new Uint8Array(1))).toBe(true);
    const steady = await createSafeStorageCipher(store('kwallet6'), 'linux');
    expect(await steady.isOutdated?.(new Uint8Array(1))).toBe(false);
  });

  it.each([
    ['linux', 'gnome_libsecret', 'safeStorage:gnome_libsecret'],
    ['linux', 'kwallet5', 'safeStorage:kwallet5'],
    ['win32', 'unknown', 'safeStorage:dpapi'],
    ['darwin', 'unknown', 'safeStorage:keychain'],
  ] as const)('on %s with %s seals and opens as %s', async (platform, backend, name) => {
    const cipher = await createSafeStorageCipher(store(backend), platform);
    expect([cipher.available, cipher.name]).toEqual([true, name]);
    expect(await cipher.open(await cipher.seal('example'))).toBe('example');
  });
});

describe('windows', () => {
  it('are sandboxed, isolated and without Node, the page’s and a document’s', () => {
    for (const { webPreferences } of [pageWindowOptions('/preload.cjs', false), documentWindowOptions()]) {
      expect(webPreferences).toMatchObject({
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false,
        webSecurity: true,
        allowRunningInsecureContent: false,
        webviewTag: false,
        devTools: false,
      });
      expect(Object.keys(webPreferences ?? {})).not.toEqual(
        expect.arrayContaining(['enableBlinkFeatures', 'experimentalFeatures']),
      );
    }
    expect(documentWindowOptions().webPreferences).toMatchObject({ javascript: false });
    expect(documentWindowOptions().webPreferences).not.toHaveProperty('preload');
  });

  function setup() {
    const made: { contents: FakeContents; loaded: string[]; shown: number; events: EventEmitter }[] = [];
    const gone: string[] = [];
    let now = 0;
    const windows = createWindows({
      preload: '/preload.cjs',
      devTools: false,
      now: () => now,
      onPageGone: (reason) => gone.push(reason),
      create: () => {
        const window = { contents: fakeContents(), loaded: [] as string[], shown: 0, events: new EventEmitter() };
        made.push(window);
        return {
          webContents: window.contents,
          once: (name: string, listener: () => void) => window.events.once(name, listener),
          loadURL: async (url: string) => void window.loaded.push(url),
          show: () => (window.shown += 1),
          focus: () => undefined,
          isMinimized: () => false,
          isDestroyed: () => false,
          close: () => undefined,
        } as unknown as BrowserWindow;
      },
    });
    return { windows, made, gone, pass: (ms: number) => (now += ms) };
  }

  it('show the page when it is ready, and are forgotten when they close', async () => {
    const { windows, made } = setup();
    expect(windows.contents()).toBeNull();
    await windows.open();
    expect(made[0]?.loaded).toEqual(['app://bundle/']);
    expect(made[0]?.shown).toBe(0);
    made[0]?.events.emit('ready-to-show');
    expect(made[0]?.shown).toBe(1);
    expect(windows.contents()).toBe(made[0]?.contents);
    windows.focus();
    expect(made[0]?.shown).toBe(2);
    made[0]?.events.emit('closed');
    expect(windows.contents()).toBeNull();
  });

  it('open a document of ours in a window of its own, and print it when it is there', async () => {
    const { windows, made } = setup();
    await windows.open();
    expect(made[0]?.contents.state.opened?.({ url: 'app://bundle/files/sheet' })).toEqual({ action: 'deny' });
    expect(made[1]?.loaded).toEqual(['app://bundle/files/sheet']);
    made[1]?.contents.events.emit('did-finish-load');
    expect(made[1]?.contents.state.prints).toBe(1);
    expect(made[1]?.contents.state.opened?.({ url: 'app://bundle/files/other' })).toEqual({ action: 'deny' });
    expect(made).toHaveLength(2);
  });

  it('load a page that crashed again, but not in a loop', async () => {
    const { windows, made, gone, pass } = setup();
    await windows.open();
    const crash = () => made[0]?.contents.events.emit('render-process-gone', {}, { reason: 'crashed' });
    crash();
    crash();
    expect(made[0]?.contents.state.reloads).toBe(1);
    pass(20_000);
    crash();
    expect(made[0]?.contents.state.reloads).toBe(2);
    expect(gone).toEqual(['crashed', 'crashed', 'crashed']);
  });
});

describe('protocol', () => {
  it('is a secure scheme of its own with no more rights than the page needs', () => {
    const registered: unknown[] = [];
    registerAppScheme({ registerSchemesAsPrivileged: (schemes) => void registered.push(...schemes) });
    expect(registered).toEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
    ]);
  });

  it('serves our host and no other', async () => {
    const handlers = new Map<string, (request: Request) => Response | Promise<Response>>();
    const respond = createResponder({ pageDir: `${pageFolder()}/page`, files: memoryFiles() });
    serveAppProtocol(
      { handle: (scheme, handler) => void handlers.set(scheme, handler as never) } as Pick<Protocol, 'handle'>,
      respond,
    );
    const get = async (url: string) => (await handlers.get('app')?.(new Request(url)))?.status;
    expect([...handlers.keys()]).toEqual(['app']);
    expect(await get('app://bundle/')).toBe(200);
    expect(await get('app://bundle/../secret.txt')).toBe(404);
    expect(await get('app://evil/')).toBe(404);
  });
});

describe('proxy of the system', () => {
  it.each([
    ['DIRECT', null],
    ['PROXY proxy.example:3128', 'http://proxy.example:3128'],
    ['PROXY proxy.example:3128; DIRECT', 'http://proxy.example:3128'],
    ['DIRECT; PROXY proxy.example:3128', null],
    ['SOCKS5 socks.example:1080; PROXY proxy.example:3128', 'http://proxy.example:3128'],
    ['HTTPS secure.example:443', null],
    ['proxy lower.example:1', 'http://lower.example:1'],
    ['PROXY', null],
    ['', null],
  ])('%j means %s', async (answer, expected) => {
    const session = { resolveProxy: async () => answer } as unknown as Session;
    expect(await createSessionProxy(session)('https://api.example.com/')).toBe(expected);
  });
});

describe('the app around it', () => {
  it('leaves when another instance has the lock, and comes forward when it is the first', () => {
    const events = new EventEmitter();
    let focused = 0;
    const app = (first: boolean) =>
      ({ requestSingleInstanceLock: () => first, on: events.on.bind(events) }) as unknown as App;
    expect(claimSingleInstance(app(false), () => (focused += 1))).toBe(false);
    events.emit('second-instance');
    expect(focused).toBe(0);
    expect(claimSingleInstance(app(true), () => (focused += 1))).toBe(true);
    events.emit('second-instance');
    expect(focused).toBe(1);
  });

  it.each([
    ['closes the backend once before it ends', async () => undefined, 0],
    ['ends with a failure when closing fails', async () => Promise.reject(new Error('x')), 1],
  ])('%s', async (_what, close, code) => {
    const events = new EventEmitter();
    const exits: number[] = [];
    let closed = 0;
    closeOnQuit(
      { on: events.on.bind(events), exit: (given: number) => exits.push(given) } as unknown as App,
      async () => {
        closed += 1;
        await close();
      },
    );
    let prevented = 0;
    for (let count = 0; count < 2; count += 1) events.emit('will-quit', { preventDefault: () => (prevented += 1) });
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect([closed, prevented, exits]).toEqual([1, 2, [code]]);
  });

  it('tells when the machine wakes, until it is told to stop', () => {
    const powerMonitor = new EventEmitter();
    let woken = 0;
    const stop = createPowerWake(powerMonitor as unknown as PowerMonitor)(() => (woken += 1));
    powerMonitor.emit('resume');
    stop();
    powerMonitor.emit('resume');
    expect([woken, powerMonitor.listenerCount('resume')]).toEqual([1, 0]);
  });

  it('opens only allow-listed pages outside, and says so when the system refuses', async () => {
    const opened: string[] = [];
    const shell = { openExternal: async (url: string) => void opened.push(url) };
    expect(await createShellOpen(shell)('https://channels.weixin.qq.com/')).toBe(true);
    expect(await createShellOpen(shell)('https://evil.example/')).toBe(false);
    expect(
      await createShellOpen({ openExternal: async () => Promise.reject(new Error('no')) })(
        'https://channels.weixin.qq.com/',
      ),
    ).toBe(false);
    expect(opened).toEqual(['https://channels.weixin.qq.com/']);
  });

  it('has no menu, but on macOS what copy, paste and quit need', () => {
    expect(appMenu('win32')).toBeNull();
    expect(appMenu('linux')).toBeNull();
    expect(appMenu('darwin')).toEqual([{ role: 'appMenu' }, { role: 'editMenu' }]);
  });

  it('says in both languages why it does not start, and ends with the code of the cause', () => {
    const boxes: string[] = [];
    const exits: (number | undefined)[] = [];
    const app = { exit: (code?: number) => void exits.push(code) };
    const dialog = { showErrorBox: (_title: string, text: string) => void boxes.push(text) };
    refuseStart({ app, dialog }, { code: 'data-folder-in-use', dir: '/data/desk' });
    const log = rememberingLog();
    createCrashEnd(app, dialog, log)(new Error('example-secret'));
    expect(exits).toEqual([3, 1]);
    expect(boxes[0]).toMatch(/数据文件夹[\s\S]*\/data\/desk/);
    expect(boxes[1]).toContain(String(log.lines[0]?.fields['ref']));
    expect(JSON.stringify([boxes, log.lines])).not.toContain('example-secret');
  });
});

describe('practice platforms as a utility process', () => {
  it('run without stdin, are read, and end with stop', async () => {
    const child = Object.assign(new EventEmitter(), {
      stdout: new PassThrough(),
      kill: () => child.emit('exit', 0),
    });
    const forks: unknown[] = [];
    const spawn = createUtilitySpawn((...given) => {
      forks.push(given);
      return child as unknown as UtilityProcess;
    }, '/app/dist/electron/training.js');
    const starting = createStartTraining(spawn)({ stateDir: '/data/training' });
    child.stdout.write('{"ready":true,"baseUrl":"http://127.0.0.1:5000","adminUrl":"http://127.0.0.1:5001"}\n');
    const training = await starting;
    expect(training).toMatchObject({ baseUrl: 'http://127.0.0.1:5000', adminUrl: 'http://127.0.0.1:5001' });
    expect(forks).toMatchObject([
      [
        '/app/dist/electron/training.js',
        ['--state', '/data/training', '--stay'],
        { stdio: ['ignore', 'pipe', 'ignore'] },
      ],
    ]);
    await training.stop();
  });
});
