import { lookup } from '../../../../shared/domain/platforms/catalogue.ts';
import type { HttpAnswer, HttpFailure } from '../http/http-call.ts';
import type { ReadFailure } from '../platform.ts';
import { messageOf } from './classify.ts';
import type { VvReply } from './reply.ts';

const TOO_LATE = new Set(['timeout', 'connect-timeout']);
const UNUSABLE = new Set(['too-large', 'bad-encoding', 'bad-http', 'bad-address', 'plain-http']);

/** A read that brought no answer, or half of one. */
export function networkFailure(failure: HttpFailure): ReadFailure {
  const { message, reason: network, status: httpStatus } = failure;
  const base = { network, httpStatus, code: null, requestId: '', message };
  if (TOO_LATE.has(network)) return { ...base, kind: 'timeout' };
  return { ...base, kind: UNUSABLE.has(network) ? 'bad-answer' : 'offline' };
}

/** A read that was answered with something other than what was asked for. `reply` is null where it is not JSON. */
export function answerFailure({ status }: HttpAnswer, reply: VvReply | null): ReadFailure {
  const facts = {
    httpStatus: status,
    code: reply?.key ?? null,
    message: messageOf(status, reply),
    requestId: '',
    ...(reply === null || reply.link === '' ? {} : { link: reply.link }),
  };
  if (status === 429) return { ...facts, kind: 'busy', code: facts.code ?? 'http-429' };
  if (status >= 500) return { ...facts, kind: 'busy' };
  if (facts.code === null || facts.code === '0') return { ...facts, kind: 'bad-answer' };
  if (status !== 200 && String(status) !== facts.code) return { ...facts, kind: 'bad-answer' };
  return { ...facts, ...kindOf(facts.code) };
}

/** Texts with which Taobao says that it has no such trade. */
const NOT_FOUND: ReadonlySet<string> = new Set(['614:order-missing', '614:order-not-found', '614:trade-not-found']);

function kindOf(key: string): Pick<ReadFailure, 'kind' | 'cause'> {
  if (NOT_FOUND.has(key)) return { kind: 'not-found' };
  const replyClass = lookup('vv-tool', key)?.replyClass;
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

/** The failure for an answer that says it succeeded and lacks what was asked for. */
export const incomplete = (what: string): { readonly ok: false; readonly error: ReadFailure } => ({
  ok: false,
  error: { kind: 'bad-answer', httpStatus: 200, code: null, message: `the answer lacks ${what}`, requestId: '' },
});
