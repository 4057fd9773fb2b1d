import { EventEmitter } from 'node:events';

/** What Electron does to every message between processes: a structured clone, so nothing shared and no functions. */
export const acrossProcesses = <Value>(value: Value): Value => structuredClone(value);

type Listener = (...given: never[]) => unknown;

/** A frame as a message names its sender. */
export type FakeFrame = { url: string };

/** The contents of a window: remembers what was set, sends by structured clone. */
export function fakeContents(url = 'app://bundle/') {
  const events = new EventEmitter();
  const mainFrame: FakeFrame = { url };
  const state = {
    opened: undefined as undefined | ((details: { url: string }) => { action: string }),
    reloads: 0,
    prints: 0,
    pdfs: [] as unknown[],
  };
  const sent: { channel: string; value: unknown }[] = [];
  return {
    mainFrame,
    sent,
    state,
    events,
    on: (name: string, listener: Listener) => events.on(name, listener as (...given: unknown[]) => void),
    once: (name: string, listener: Listener) => events.once(name, listener as (...given: unknown[]) => void),
    send: (channel: string, value: unknown) => {
      sent.push({ channel, value: acrossProcesses(value) });
      events.emit('sent', channel, acrossProcesses(value));
    },
    setWindowOpenHandler: (handler: (details: { url: string }) => { action: string }) => {
      state.opened = handler;
    },
    reload: () => {
      state.reloads += 1;
    },
    print: () => {
      state.prints += 1;
    },
    printToPDF: async (options: unknown) => {
      state.pdfs.push(options);
      return Buffer.from('%PDF-1.4');
    },
  };
}
export type FakeContents = ReturnType<typeof fakeContents>;

/** The main process's side of IPC; `invoke` is what a preload does, from whichever frame. */
export function fakeIpc() {
  const handlers = new Map<string, (event: object, message: unknown) => unknown>();
  return {
    channels: () => [...handlers.keys()],
    handle: (channel: string, handler: (event: object, message: unknown) => unknown) => {
      handlers.set(channel, handler);
    },
    invoke: async (channel: string, message: unknown, from: { sender: object; senderFrame: object | null }) => {
      const handler = handlers.get(channel);
      if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
      return acrossProcesses(await handler(from, acrossProcesses(message)));
    },
  };
}

/** A navigation event: remembers whether it was prevented. */
export function fakeNavigation(url: string) {
  const event = { url, prevented: false, preventDefault: () => undefined as void };
  event.preventDefault = () => {
    event.prevented = true;
  };
  return event;
}
