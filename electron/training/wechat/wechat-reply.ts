import type { Reply } from '../core/reply.ts';
import { jsonReply } from '../core/reply.ts';
import { newRid } from '../core/rid.ts';

/** A code with the words that go with it: how a WeChat call refuses. */
export type Refusal = { readonly code: number; readonly message: string };

export const refuse = (code: number, message: string): Refusal => ({ code, message });

/** `{"errcode":0,"errmsg":"ok", …}`, the code being a number. */
export const wechatOk = (fields: Record<string, unknown> = {}): Reply =>
  jsonReply({ errcode: 0, errmsg: 'ok', ...fields }, '0');

/** A refusal with the request id that WeChat appends to the words. */
export function wechatRefusal({ code, message }: Refusal, nowMs: number): Reply {
  const rid = newRid(nowMs);
  return {
    ...jsonReply({ errcode: code, errmsg: `${message} rid: ${rid}` }, String(code)),
    requestId: rid,
  };
}
