import { lookup } from '../../../../shared/domain/platforms/catalogue.ts';
import type { PlatformId } from '../../../../shared/domain/platforms/platform-id.ts';
import type { HttpAnswer, HttpFailure } from '../http/http-call.ts';
import type { ReadFailure, ReadResult } from '../platform.ts';
import type { WechatReply } from './reply.ts';

const TOO_LATE = new Set(['timeout', 'connect-timeout']);
const UNUSABLE = new Set(['too-large', 'bad-encoding', 'bad-http', 'bad-address', 'plain-http']);

/** "This shop has no such order": the same number on every WeChat platform. */
const NO_SUCH_ORDER = '100002';

/** A read that brought no answer, or half of one. */
export function networkFailure(failure: HttpFailure): ReadFailure {
  const base = { network: failure.reason, httpStatus: failure.status, code: null, requestId: '' };
  const { message } = failure;
  if (failure.status === 403) return { ...base, kind: 'account', cause: 'ip', code: 'http-403', message };
  if (TOO_LATE.has(failure.reason)) return { ...base, kind: 'timeout', message };
  return { ...base, kind: UNUSABLE.has(failure.reason) ? 'bad-answer' : 'offline', message };
}

/** A read that was answered with something other than what was asked for. `reply` is null where it is not JSON. */
export function answerFailure(platform: PlatformId, answer: HttpAnswer, reply: WechatReply | null): ReadFailure {
  const facts = {
    httpStatus: answer.status,
    code: reply?.errcode === null || reply === null ? null : String(reply.errcode),
    message: reply?.message || `HTTP ${answer.status}`,
    requestId: reply?.rid ?? '',
  };
  if (answer.status === 403 && facts.code === null) return { ...facts, kind: 'account', cause: 'ip', code: 'http-403' };
  if (answer.status === 429) return { ...facts, kind: 'busy', code: facts.code ?? 'http-429' };
  if (answer.status >= 500) return { ...facts, kind: 'busy' };
  if ((answer.status !== 200 && answer.status !== 403) || facts.code === null || facts.code === '0')
    return { ...facts, kind: 'bad-answer' };
  return { ...facts, ...kindOf(platform, facts.code) };
}

/** The failure for an answer that says it succeeded and lacks what was asked for. */
export const incomplete = (what: string): Extract<ReadResult<never>, { ok: false }> => ({
  ok: false,
  error: { kind: 'bad-answer', httpStatus: 200, code: '0', message: `unexpected answer: ${what}`, requestId: '' },
});

function kindOf(platform: PlatformId, code: string): Pick<ReadFailure, 'kind' | 'cause'> {
  const replyClass = lookup(platform, code)?.replyClass;
  if (code === NO_SUCH_ORDER) return { kind: 'not-found' };
  switch (replyClass?.kind) {
    case 'account':
      return { kind: 'account', cause: replyClass.cause };
    // A token that is still refused after its one renewal means the credentials behind it.
    case 'token':
      return { kind: 'account', cause: 'credentials' };
    case 'retry':
    case 'ambiguous':
      return { kind: 'busy' };
    default:
      return { kind: 'refused' };
  }
}
