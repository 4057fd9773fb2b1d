import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron';
import { describe, expect, it } from 'vitest';
import { createDoor } from '../../../electron/host/door.ts';
import { pushEvents, serveIpc } from '../../../electron/main/ipc.ts';
import { createSenderCheck } from '../../../electron/main/trusted-sender.ts';
import { createEventHub } from '../../../electron/services/events.ts';
import { CALL_CHANNEL, EVENT_CHANNEL } from '../../../shared/channels.ts';
import { acrossProcesses, fakeContents, fakeIpc } from '../../support/electron-fakes.ts';
import { rememberingLog } from '../../support/hosts.ts';

function setup() {
  const ipc = fakeIpc();
  const ours = fakeContents();
  const window = { contents: ours as ReturnType<typeof fakeContents> | null };
  const calls: unknown[] = [];
  const door = createDoor({
    context: () => ({ role: 'packer', operator: '' }),
    call: async (message) => {
      calls.push(message);
      return { ok: true, value: 'answered' };
    },
  });
  const check = createSenderCheck(() => window.contents as unknown as WebContents | null);
  serveIpc(ipc as unknown as IpcMain, door, (event) => check(event as IpcMainInvokeEvent));
  const fromPage = { sender: ours, senderFrame: ours.mainFrame };
  const invoke = (
    from: { sender: object; senderFrame: object | null } = fromPage,
    message: unknown = { name: 'a.b', input: {} },
  ) => ipc.invoke(CALL_CHANNEL, message, from);
  return { ipc, ours, window, calls, invoke };
}

const REFUSED = { ok: false, error: { code: 'not-allowed', role: 'page' } };

describe('IPC', () => {
  it('has one channel for calls', () => {
    expect(setup().ipc.channels()).toEqual([CALL_CHANNEL]);
  });

  it('answers the top frame of our window', async () => {
    const { invoke, calls } = setup();
    expect(await invoke()).toEqual({ ok: true, value: 'answered' });
    expect(calls).toEqual([{ name: 'a.b', input: {} }]);
  });

  it('refuses every other sender', async () => {
    const { invoke, ours, window, calls } = setup();
    const other = fakeContents();
    expect(await invoke({ sender: other, senderFrame: other.mainFrame })).toEqual(REFUSED);
    expect(await invoke({ sender: ours, senderFrame: { url: 'app://bundle/' } })).toEqual(REFUSED);
    expect(await invoke({ sender: ours, senderFrame: null })).toEqual(REFUSED);
    expect(await invoke({ sender: other, senderFrame: ours.mainFrame })).toEqual(REFUSED);
    for (const url of ['https://evil.example/', 'app://bundle@evil/', 'app://bundle/files/sheet', 'about:blank', '']) {
      ours.mainFrame.url = url;
      expect(await invoke(), url).toEqual(REFUSED);
    }
    ours.mainFrame.url = 'app://bundle/';
    window.contents = null;
    expect(await invoke()).toEqual(REFUSED);
    expect(calls).toEqual([]);
  });

  it('makes a message worth no more than JSON', async () => {
    const { invoke, calls } = setup();
    const rich = {
      name: 'a.b',
      input: { when: new Date(0), bag: new Map([['a', 1]]), gap: undefined, bytes: new Uint8Array(2) },
    };
    expect(await invoke(undefined, rich)).toMatchObject({ ok: true });
    expect(calls).toEqual([
      { name: 'a.b', input: { when: '1970-01-01T00:00:00.000Z', bag: {}, bytes: { 0: 0, 1: 0 } } },
    ]);
    const cycle: { name: string; input: unknown } = { name: 'a.b', input: null };
    cycle.input = cycle;
    for (const odd of [cycle, { name: 'a.b', input: 1n }, null, 'a.b', []])
      expect(await invoke(undefined, odd)).toMatchObject({ ok: false, error: { code: 'bad-request' } });
    expect(calls).toHaveLength(1);
  });

  it('refuses what is larger than a call may be', async () => {
    const { invoke, calls } = setup();
    expect(await invoke(undefined, { name: 'a.b', input: 'x'.repeat(80_000) })).toMatchObject({ ok: false });
    expect(calls).toEqual([]);
  });
});

describe('events', () => {
  it('go to the window there is, as copies, and to none without complaint', () => {
    const hub = createEventHub(rememberingLog());
    const first = fakeContents();
    let contents: ReturnType<typeof fakeContents> | null = null;
    const stop = pushEvents(hub, () => contents as unknown as WebContents | null);
    hub.emit('orders.changed', ['1']);
    contents = first;
    hub.emit('orders.changed', ['2']);
    stop();
    hub.emit('orders.changed', ['3']);
    expect(first.sent).toEqual([
      { channel: EVENT_CHANNEL, value: acrossProcesses({ seq: 2, name: 'orders.changed', ids: ['2'] }) },
    ]);
  });
});
