import { EventEmitter } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { WebContents } from 'electron';
import { createFileLog } from '../../../electron/host/log/file-log.ts';
import { type DeskParts, runDesk } from '../../../electron/main/run-desk.ts';
import { CALL_CHANNEL, EVENT_CHANNEL } from '../../../shared/channels.ts';
import { fakeContents, fakeIpc } from '../../support/electron-fakes.ts';
import { folderWith, temporaryFolder } from '../../support/hosts.ts';

/** Electron as far as one run of the desk touches it: the objects `main/index.ts` hands over. */
function setup(dataDir = temporaryFolder(), backend = 'gnome_libsecret') {
  const app = Object.assign(new EventEmitter(), { quits: 0, exits: [] as (number | undefined)[] });
  const ipc = fakeIpc();
  const contents = fakeContents();
  const pages = new Map<string, (request: Request) => Promise<Response>>();
  const boxes: string[] = [];
  const denied: string[] = [];
  const choosers: string[] = [];
  let opened = 0;
  const root = folderWith({ 'dist/renderer/index.html': '<title>desk</title>' });
  const deny = (name: string) => () => denied.push(name);
  const parts = {
    dataDir,
    log: createFileLog(dataDir),
    entry: join(root, 'dist', 'electron', 'main.js'),
    env: {},
    platform: 'linux',
    appVersion: '1.2.3',
    ipc,
    app: Object.assign(app, { exit: (code?: number) => void app.exits.push(code), quit: () => (app.quits += 1) }),
    dialog: { showErrorBox: (_title: string, text: string) => void boxes.push(text) },
    protocol: {
      handle: (scheme: string, handler: (request: Request) => Promise<Response>) => void pages.set(scheme, handler),
    },
    windows: {
      open: async () => void (opened += 1),
      contents: () => contents as unknown as WebContents,
      focus: () => undefined,
    },
    session: {
      setPermissionRequestHandler: deny('request'),
      setPermissionCheckHandler: deny('check'),
      setDevicePermissionHandler: deny('device'),
      on: (name: string) => void choosers.push(name),
      resolveProxy: async () => 'DIRECT',
    },
    safeStorage: {
      getSelectedStorageBackend: () => backend,
      isAsyncEncryptionAvailable: async () => true,
      encryptStringAsync: async (plain: string) => Buffer.from(`sealed:${Buffer.from(plain).toString('hex')}`),
      decryptStringAsync: async (sealed: Buffer) => ({
        result: Buffer.from(sealed.toString().slice(7), 'hex').toString(),
      }),
    },
    powerMonitor: new EventEmitter(),
    shell: { openExternal: async () => undefined },
    fork: () => {
      throw new Error('no practice here');
    },
    showNotification: () => undefined,
  } as unknown as DeskParts;
  const invoke = (name: string, input: unknown = {}) =>
    ipc.invoke(CALL_CHANNEL, { name, input }, { sender: contents, senderFrame: contents.mainFrame });
  const quit = async () => {
    app.emit('will-quit', { preventDefault: () => undefined });
    for (let tries = 0; app.exits.length === 0 && tries < 400; tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 5));
  };
  onTestFinished(async () => (app.exits.length === 0 ? await quit() : undefined));
  return { parts, app, contents, pages, boxes, denied, choosers, invoke, quit, opened: () => opened };
}

describe('one run in Electron', () => {
  it('guards permissions first, serves the page, answers its window and pushes what changes', async () => {
    const { parts, pages, contents, denied, choosers, invoke, opened } = setup();
    await runDesk(parts);
    expect(denied).toEqual(['request', 'check', 'device']);
    expect(choosers).toEqual(['select-serial-port', 'select-hid-device']);
    expect(opened()).toBe(1);
    expect(await (await pages.get('app')?.(new Request('app://bundle/')))?.text()).toContain('desk');
    expect(await invoke('system.info')).toMatchObject({
      ok: true,
      value: {
        version: '1.2.3',
        features: { host: 'electron', ownWindow: true, pdf: true },
        vault: { available: true, backend: 'safeStorage:gnome_libsecret' },
      },
    });
    await invoke('settings.set', { key: 'ui.sound', value: false });
    expect(contents.sent.map(({ channel, value }) => [channel, (value as { name: string }).name])).toEqual([
      [EVENT_CHANNEL, 'settings.changed'],
    ]);
  });

  it('makes a PDF of the page by its own print styles, and says where it could not', async () => {
    const { parts, pages, contents, invoke } = setup();
    await runDesk(parts);
    const name = '命令码.pdf';
    const made = (await invoke('system.pagePdf', { name })) as { readonly value: { readonly fileId: string } };
    expect(contents.state.pdfs).toEqual([{ preferCSSPageSize: true, printBackground: true }]);
    const file = await pages.get('app')?.(new Request(`app://bundle/files/${made.value.fileId}`));
    expect([file?.headers.get('content-type'), await file?.text()]).toEqual(['application/pdf', '%PDF-1.4']);
    contents.printToPDF = async () => Promise.reject(new Error('Printing failed'));
    expect(await invoke('system.pagePdf', { name })).toEqual({ ok: false, error: { code: 'pdf-failed' } });
  });

  it('lets go of the data folder when it quits, and quits with its last window', async () => {
    const first = setup();
    await runDesk(first.parts);
    first.app.emit('window-all-closed');
    expect(first.app.quits).toBe(1);
    await first.quit();
    expect(first.app.exits).toEqual([0]);
    const second = setup(first.parts.dataDir);
    await runDesk(second.parts);
    expect(await second.invoke('system.info')).toMatchObject({ ok: true });
  });

  it('says why it does not start where the folder is in use, and opens no window', async () => {
    const first = setup();
    await runDesk(first.parts);
    const second = setup(first.parts.dataDir);
    await runDesk(second.parts);
    expect([second.app.exits, second.opened()]).toEqual([[3], 0]);
    expect(second.boxes[0]).toContain(first.parts.dataDir);
  });

  it('keeps no credential where the key store is a password everybody knows', async () => {
    const { parts, invoke } = setup(temporaryFolder(), 'basic_text');
    await runDesk(parts);
    const credentials = { appId: 'wx0000000000000001', appSecret: 'example-secret' };
    expect(await invoke('shops.add', { name: 'a', platform: 'wechat-channels', credentials })).toEqual({
      ok: false,
      error: { code: 'credentials-unsafe', backend: 'safeStorage:basic_text' },
    });
    expect(existsSync(join(parts.dataDir, 'vault.key'))).toBe(false);
  });

  it('takes a passphrase instead where one is given', async () => {
    const { parts, invoke } = setup(temporaryFolder(), 'basic_text');
    await runDesk({ ...parts, env: { DISPATCH_DESK_PASSPHRASE: 'four example words' } });
    expect(await invoke('system.info')).toMatchObject({
      ok: true,
      value: { vault: { available: true, backend: 'passphrase' } },
    });
  });
});
