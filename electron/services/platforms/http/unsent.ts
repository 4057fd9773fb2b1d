import { createHash } from 'node:crypto';
import type { RefusedField } from '../../../../shared/domain/platforms/reply-class.ts';
import type { ReadFailure, SendOutcome } from '../platform.ts';

/** A payload that has no form on the wire: what is wrong, and the field a person has to change. */
export type Unsendable = { readonly field: RefusedField; readonly message: string };

/** The outcome of what cannot be put on the wire: no call was made. */
export const unsendable = ({ field, message }: Unsendable): SendOutcome => ({
  phase: 'none',
  httpStatus: null,
  code: null,
  message,
  requestId: '',
  verdict: { kind: 'refused', defect: true, field },
  bodySha256: '',
});

/** The outcome of what waits for a token that could not be had: no call was made. `body` is what would have gone. */
export const withoutToken = (failure: ReadFailure, body: Uint8Array): SendOutcome => ({
  phase: 'none',
  httpStatus: failure.httpStatus,
  code: failure.code,
  message: failure.message,
  requestId: failure.requestId,
  verdict: verdictWithoutToken(failure, 'none'),
  ...(failure.network === undefined ? {} : { network: failure.network }),
  bodySha256: createHash('sha256').update(body).digest('hex'),
});

/** `answered`: the call was made and refused for its token, and no other token could be had. */
export function verdictWithoutToken(failure: ReadFailure, phase: 'none' | 'answered'): SendOutcome['verdict'] {
  if (failure.kind === 'account' && failure.cause !== undefined) return { kind: 'account', cause: failure.cause };
  if (phase === 'none') return { kind: 'not-sent', reason: failure.network ?? failure.kind };
  return { kind: 'retry', minWaitMs: 5_000, maxTries: 8 };
}
