import type { Reply } from '../core/reply.ts';

/** A refusal in the aggregator's own words; `url` is where the owner authorises the shop. */
export type VvRefusal = { readonly code: number; readonly message: string; readonly url?: string };

export const refuse = (code: number, message: string, url?: string): VvRefusal => ({
  code,
  message,
  ...(url === undefined ? {} : { url }),
});

/** A 614 with one of the document's texts. */
export const refuseText = (message: string): VvRefusal => refuse(614, message);

/** Puts an id into an answer as the bare digits of a number, which JSON can carry and a JavaScript number cannot. */
export const rawNumber = (digits: string): string => `raw:${digits}`;

/** An answer in the form of the document's sample: code, msg, msec, time, data. */
export const vvReply = (
  nowMs: number,
  { code, message, data, more }: { code: number; message: string; data?: unknown; more?: Record<string, unknown> },
): Reply => ({
  status: 200,
  contentType: 'application/json; charset=utf-8',
  code: String(code),
  body: JSON.stringify({
    code,
    msg: message,
    msec: 12,
    time: Math.floor(nowMs / 1_000),
    ...more,
    ...(data === undefined ? {} : { data }),
  }).replace(/"raw:(\d+)"/g, '$1'),
});

export const vvRefusal = (nowMs: number, { code, message, url }: VvRefusal): Reply =>
  vvReply(nowMs, { code, message, ...(url === undefined ? {} : { more: { url } }) });
