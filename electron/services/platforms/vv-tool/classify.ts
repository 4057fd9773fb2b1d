import { lookup } from '../../../../shared/domain/platforms/catalogue.ts';
import type { ReplyClass } from '../../../../shared/domain/platforms/reply-class.ts';
import type { HttpAnswer, HttpFailure } from '../http/http-call.ts';
import type { SendOutcome } from '../platform.ts';
import { readReply, type VvReply } from './reply.ts';

const AMBIGUOUS: ReplyClass = { kind: 'ambiguous' };

/** What the answer to `tool/erps/send` proves (RELIABILITY 3e, P4). Pure: the same answer gives the same outcome. */
export function classify(result: HttpAnswer | HttpFailure, secrets: readonly string[]): SendOutcome {
  if (!result.ok) return classifyFailure(result);
  const reply = readReply(result.text, secrets);
  const { code, verdict } = judge(result.status, reply);
  const link = reply?.link ?? '';
  return {
    phase: 'answered',
    httpStatus: result.status,
    code,
    message: messageOf(result.status, reply),
    requestId: '',
    verdict,
    ...(result.retryAfterMs === null ? {} : { retryAfterMs: result.retryAfterMs }),
    ...(reply?.charge === null || reply === null ? {} : { charge: reply.charge }),
    ...(link === '' ? {} : { link }),
    bodySha256: result.bodySha256,
  };
}

/** What people read. The link is part of it, for it is what they have to act on. */
export function messageOf(status: number, reply: VvReply | null): string {
  if (reply === null) return `HTTP ${status}`;
  const words = reply.message === '' ? `HTTP ${status}` : reply.message;
  return reply.link === '' ? words : `${words} ${reply.link}`;
}

/** Only a connection that never came about proves that nothing arrived; every other broken call may have been applied. */
const classifyFailure = (failure: HttpFailure): SendOutcome => ({
  phase: failure.phase,
  httpStatus: failure.status,
  code: null,
  message: failure.message,
  requestId: '',
  verdict: failure.phase === 'none' ? { kind: 'not-sent', reason: failure.reason } : AMBIGUOUS,
  bodySha256: failure.bodySha256,
  network: failure.reason,
});

/** Statuses with which a server may repeat its own code; nothing else but 200 and 429 is believed. */
const ECHOED: ReadonlySet<number> = new Set([401, 404]);

function judge(status: number, reply: VvReply | null): { code: string | null; verdict: ReplyClass } {
  if (status === 429) return { code: reply?.key ?? 'http-429', verdict: classOf('http-429') };
  const believed = status === 200 || (ECHOED.has(status) && reply?.code === status);
  if (!believed || reply === null || reply.key === null) return { code: reply?.key ?? null, verdict: AMBIGUOUS };
  if (reply.code === 0) return { code: '0', verdict: reply.success ? { kind: 'applied' } : AMBIGUOUS };
  return { code: reply.key, verdict: classOf(reply.key) };
}

const classOf = (key: string): ReplyClass => lookup('vv-tool', key)?.replyClass ?? AMBIGUOUS;
