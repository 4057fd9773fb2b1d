import { lookup } from '../../../../shared/domain/platforms/catalogue.ts';
import { gatewayKey } from '../../../../shared/domain/platforms/douyin-fengchao/reply-key.ts';
import type { HttpAnswer } from '../http/http-call.ts';
import type { ReadFailure } from '../platform.ts';
import { outerKey } from './classify.ts';
import type { DouyinReply } from './reply.ts';

/**
 * A read that was answered with something other than what was asked for. `reply` is null where it is not JSON;
 * `clockOutside` where the answer's own date shows our clock outside the window.
 */
export function answerFailure({ status }: HttpAnswer, reply: DouyinReply | null, clockOutside: boolean): ReadFailure {
  const code = reply?.code ?? null;
  const facts = {
    httpStatus: status,
    code: code === null ? null : outerKey(code),
    message: reply?.message || `HTTP ${status}`,
    requestId: reply?.traceId ?? '',
  };
  if (status === 403 && code === null) return { ...facts, kind: 'account', cause: 'ip', code: 'http-403' };
  if (status === 429) return { ...facts, kind: 'busy', code: 'http-429' };
  if (status >= 500) return { ...facts, kind: 'busy' };
  if (status !== 200 || code === null || code === 0) return { ...facts, kind: 'bad-answer' };
  const words = reply?.words ?? '';
  const key = gatewayKey(words);
  const known = key === null ? undefined : lookup('douyin-fengchao', key)?.replyClass;
  if (key !== null && known?.kind === 'account') return { ...facts, code: key, kind: 'account', cause: known.cause };
  if (key === null && clockOutside) return { ...facts, code: 'gateway:clock', kind: 'account', cause: 'clock' };
  return { ...facts, ...(key === null ? {} : { code: key }), kind: NO_ORDER.test(words) ? 'not-found' : 'refused' };
}

/** The words with which Douyin says that this shop has no such order. */
const NO_ORDER = /订单(?:号)?不存在|未查询到(?:此|该)?订单|订单信息不存在/;
