import type { DeskBridge } from '../../shared/channels.ts';
import type { Transport } from './transport.ts';
import { uploadFile } from './upload-file.ts';

/** Through the preload's bridge. Messages of one window arrive in order; none is lost while the page lives. */
export const createBridgeTransport = (
  bridge: DeskBridge,
  send: typeof fetch = (input, init) => fetch(input, init),
): Transport => ({
  call: (message) => bridge.call(message),
  subscribe: ({ onEvent }) => bridge.onEvent(onEvent),
  upload: (file) => uploadFile(file, send),
});
