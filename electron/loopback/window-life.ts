import { setTimeout as wait } from 'node:timers/promises';
import type { BrowserWindow } from './browser-window.ts';

/** How long a page may take to come in after the browser that was started has already ended. */
const ENTRY_LIMIT_MS = 5_000;
/** How long there must be no page before its window counts as closed; a reload takes less. */
const GONE_MS = 1_000;
const LOOK_EVERY_MS = 100;

export type WindowLife = {
  readonly window: Pick<BrowserWindow, 'ended'>;
  readonly server: { readonly wasEntered: () => boolean; readonly openPages: () => number };
  /** Called when no window came up, and the link is all there is. */
  readonly onNoWindow: () => void;
};

/**
 * Resolves when the window is closed; never where none came up. The process that was started is not the whole truth: a
 * browser that still runs on the same profile takes the address over, and ours ends at once while its window is open.
 */
export async function untilWindowCloses({ window, server, onNoWindow }: WindowLife): Promise<void> {
  await window.ended;
  for (let waited = 0; !server.wasEntered() && waited < ENTRY_LIMIT_MS; waited += LOOK_EVERY_MS)
    await wait(LOOK_EVERY_MS);
  if (!server.wasEntered()) {
    onNoWindow();
    await new Promise(() => undefined);
  }
  for (let gone = 0; gone < GONE_MS; gone += LOOK_EVERY_MS) {
    await wait(LOOK_EVERY_MS);
    if (server.openPages() > 0) gone = 0;
  }
}
