import type { IpcMain, WebContents } from 'electron';
import { CALL_CHANNEL, EVENT_CHANNEL } from '../../shared/channels.ts';
import type { CallEnvelope } from '../../shared/contract/define.ts';
import type { Door } from '../host/door.ts';
import type { Backend } from '../services/backend.ts';
import type { SenderCheck } from './trusted-sender.ts';

/**
 * The one channel of calls. The message is turned into JSON text first, so that Electron's richer copies (dates, maps,
 * bytes) are worth no more here than on any other transport.
 */
export function serveIpc(ipc: Pick<IpcMain, 'handle'>, door: Door, isTrusted: SenderCheck): void {
  ipc.handle(CALL_CHANNEL, async (event, message: unknown): Promise<CallEnvelope> => {
    if (!isTrusted(event)) return { ok: false, error: { code: 'not-allowed', role: 'page' } };
    return await door(asText(message));
  });
}

/** Pushes changes to the window there is, if any; returns how to stop. */
export function pushEvents(events: Backend['events'], ourContents: () => Pick<WebContents, 'send'> | null): () => void {
  return events.subscribe((event) => ourContents()?.send(EVENT_CHANNEL, event));
}

/** Empty text, which no door takes, for what JSON cannot hold (a cycle, a bigint). */
function asText(message: unknown): string {
  try {
    return JSON.stringify(message) ?? '';
  } catch {
    return '';
  }
}
