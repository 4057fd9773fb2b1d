import { createHash } from 'node:crypto';
import type { OpPayload } from '../../../../shared/domain/shipment.ts';
import type { Account, ReadFailure, SendOutcome } from '../platform.ts';
import { classify } from './classify.ts';
import { post, secretsOf, type PostDeps } from './post.ts';
import type { TokenSource } from './token.ts';
import { serialNumbersOf, wireOf } from './wire.ts';

/** Sends one op. */
export type Mutate = (account: Account, payload: OpPayload, timeoutMs: number) => Promise<SendOutcome>;

/**
 * Creates the sender of shipments and corrections: one request. Only where the platform answers that the token is bad,
 * which proves that nothing was applied, the token is renewed once and the same bytes go once more.
 */
export function createMutate(deps: PostDeps & { readonly tokens: TokenSource }): Mutate {
  const { tokens } = deps;
  return async (account, payload, timeoutMs) => {
    const { path, body } = wireOf(payload);
    const bodySha256 = createHash('sha256').update(body).digest('hex');
    // One parcel has room for one serial number; dropping the others would ship goods nobody can trace.
    if (serialNumbersOf(payload.items).length > 1) return unsendable(bodySha256);
    const attempt = async (token: string): Promise<SendOutcome> =>
      classify(
        await post(deps, { account, path, query: { access_token: token }, body, timeoutMs }),
        secretsOf(account, token),
      );
    const token = await tokens.get(account);
    if (!token.ok) return withoutToken(token.error, bodySha256);
    const first = await attempt(token.value);
    if (first.verdict.kind !== 'token') return first;
    const fresh = await tokens.replace(account, token.value);
    if (!fresh.ok) return { ...first, verdict: verdictWithoutToken(fresh.error, 'answered') };
    const second = await attempt(fresh.value);
    // A brand-new token that is refused too is not a matter of age: the credentials behind it are.
    return second.verdict.kind === 'token' ? { ...second, verdict: { kind: 'account', cause: 'credentials' } } : second;
  };
}

const unsendable = (bodySha256: string): SendOutcome => ({
  phase: 'none',
  httpStatus: null,
  code: null,
  message: 'more than one serial number in one package',
  requestId: '',
  verdict: { kind: 'refused', defect: true, field: 'serial-number' },
  bodySha256,
});

const withoutToken = (failure: ReadFailure, bodySha256: string): SendOutcome => ({
  phase: 'none',
  httpStatus: failure.httpStatus,
  code: failure.code,
  message: failure.message,
  requestId: failure.requestId,
  verdict: verdictWithoutToken(failure, 'none'),
  bodySha256,
});

function verdictWithoutToken(failure: ReadFailure, phase: 'none' | 'answered'): SendOutcome['verdict'] {
  if (failure.kind === 'account' && failure.cause !== undefined) return { kind: 'account', cause: failure.cause };
  if (phase === 'none') return { kind: 'not-sent', reason: failure.network ?? failure.kind };
  return { kind: 'retry', minWaitMs: 5_000, maxTries: 8 };
}
