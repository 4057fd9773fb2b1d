import { contextBridge, ipcRenderer } from 'electron';
import { BRIDGE_NAME, CALL_CHANNEL, type DeskBridge, EVENT_CHANNEL } from '../../shared/channels.ts';

/** All the page gets: one way to call, one way to listen. Neither ipcRenderer nor an event object reaches it. */
const bridge: DeskBridge = {
  call: ({ name, input, override }) =>
    ipcRenderer.invoke(CALL_CHANNEL, override === undefined ? { name, input } : { name, input, override }),
  onEvent: (listener) => {
    const pass = (_event: unknown, change: unknown): void => listener(change);
    ipcRenderer.on(EVENT_CHANNEL, pass);
    return () => {
      ipcRenderer.removeListener(EVENT_CHANNEL, pass);
    };
  },
};

contextBridge.exposeInMainWorld(BRIDGE_NAME, bridge);
