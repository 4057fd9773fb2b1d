import type { CallMessage } from './contract/define.ts';

/**
 * Names, paths and limits that a door and the page must agree on. Free of zod, because the sandboxed preload bundles
 * this file whole.
 */

/** Electron: request and answer of one call, and events pushed to the page. */
export const CALL_CHANNEL = 'dispatch-desk:call';
export const EVENT_CHANNEL = 'dispatch-desk:event';
/** Name under which the preload puts the bridge on `window`. */
export const BRIDGE_NAME = 'dispatchDesk';

/** HTTP of the loopback host; `/files` is also served by Electron's own protocol. */
export const LAUNCH_PATH = '/launch';
export const CALL_PATH = '/call';
export const EVENTS_PATH = '/events';
export const FILES_PATH = '/files';
/** Sent with every POST: a form or an image of a foreign page cannot set it. */
export const DESK_HEADER = 'x-dispatch-desk';
export const DESK_HEADER_VALUE = '1';

/** 64 KiB of payload (RELIABILITY S15), and room around it so that a scan of 64 KB still gets the bench's own sentence. */
export const CALL_LIMIT_BYTES = 72 * 1024;
/** The largest file that may be handed over for import. */
export const FILE_LIMIT_BYTES = 64 * 1024 * 1024;

/** What the preload puts on `window`: two narrow functions, plain cloneable values only. */
export type DeskBridge = {
  readonly call: (message: CallMessage) => Promise<unknown>;
  /** Returns how to stop listening. */
  readonly onEvent: (listener: (event: unknown) => void) => () => void;
};
