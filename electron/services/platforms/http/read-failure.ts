import type { ReplyClass } from '../../../../shared/domain/platforms/reply-class.ts';
import type { ReadFailure } from '../platform.ts';
import type { HttpFailure } from './http-call.ts';

const TOO_LATE = new Set(['timeout', 'connect-timeout']);
const UNUSABLE = new Set(['too-large', 'bad-encoding', 'bad-http', 'bad-address', 'plain-http']);

/** A read that brought no answer, or half of one. */
export function networkFailure({ message, reason: network, status: httpStatus }: HttpFailure): ReadFailure {
  const base = { network, httpStatus, code: null, requestId: '', message };
  if (TOO_LATE.has(network)) return { ...base, kind: 'timeout' };
  return { ...base, kind: UNUSABLE.has(network) ? 'bad-answer' : 'offline' };
}

/** The same for a platform that turns away an address it does not know with a 403, however little of it arrives. */
export const networkOrIpFailure = (failure: HttpFailure): ReadFailure =>
  failure.status === 403
    ? { ...networkFailure(failure), kind: 'account', cause: 'ip', code: 'http-403' }
    : networkFailure(failure);

/** What the class of a code means for a read; undefined for a code that is in no document. */
export function kindOfClass(replyClass: ReplyClass | undefined): Pick<ReadFailure, 'kind' | 'cause'> {
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
