import { EventEmitter } from 'node:events';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { DeskBridge } from '../../../shared/channels.ts';

const electron = vi.hoisted(() => ({
  exposed: {} as Record<string, unknown>,
  invoked: [] as unknown[][],
  events: undefined as unknown,
}));
vi.mock('electron', () => ({
  contextBridge: { exposeInMainWorld: (name: string, value: unknown) => (electron.exposed[name] = value) },
  ipcRenderer: {
    invoke: async (...given: unknown[]) => electron.invoked.push(given),
    on: (name: string, listener: (...given: unknown[]) => void) => (electron.events as EventEmitter).on(name, listener),
    removeListener: (name: string, listener: (...given: unknown[]) => void) =>
      (electron.events as EventEmitter).off(name, listener),
  },
}));

describe('preload', () => {
  beforeEach(async () => {
    electron.events = new EventEmitter();
    electron.invoked.length = 0;
    vi.resetModules();
    await import('../../../electron/preload/index.ts');
  });
  const bridge = () => electron.exposed['dispatchDesk'] as DeskBridge;

  it('puts two functions on the window and nothing else', () => {
    expect(Object.keys(electron.exposed)).toEqual(['dispatchDesk']);
    expect(Object.entries(bridge()).map(([name, value]) => [name, typeof value])).toEqual([
      ['call', 'function'],
      ['onEvent', 'function'],
    ]);
  });

  it('calls on one fixed channel with name and input only', async () => {
    const message = { name: 'a.b', input: { x: 1 }, channel: 'other' };
    await bridge().call(message);
    expect(electron.invoked).toEqual([['dispatch-desk:call', { name: 'a.b', input: { x: 1 } }]]);
  });

  it('passes a change on without the event object, until it is told to stop', () => {
    const seen: unknown[][] = [];
    const stop = bridge().onEvent((...given: unknown[]) => seen.push(given));
    const emitter = electron.events as EventEmitter;
    emitter.emit('dispatch-desk:event', { sender: 'ipcRenderer' }, { seq: 1 });
    emitter.emit('other', {}, { seq: 2 });
    stop();
    emitter.emit('dispatch-desk:event', {}, { seq: 3 });
    expect(seen).toEqual([[{ seq: 1 }]]);
  });
});
