import { lookup } from '../../../../shared/domain/platforms/catalogue.ts';
import type { PlatformId } from '../../../../shared/domain/platforms/platform-id.ts';
import type { HttpAnswer } from '../http/http-call.ts';
import { kindOfClass } from '../http/read-failure.ts';
import type { ReadFailure, ReadResult } from '../platform.ts';
import type { WechatReply } from './reply.ts';

/** "This shop has no such order": the same number on every WeChat platform. */
const NO_SUCH_ORDER = '100002';

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

const kindOf = (platform: PlatformId, code: string): Pick<ReadFailure, 'kind' | 'cause'> =>
  code === NO_SUCH_ORDER ? { kind: 'not-found' } : kindOfClass(lookup(platform, code)?.replyClass);
