import { createHash } from 'node:crypto';
import type { PlatformId } from '../../../../shared/domain/platforms/platform-id.ts';
import type { RefusedField } from '../../../../shared/domain/platforms/reply-class.ts';
import type { Account, ReadFailure, SendOutcome } from '../platform.ts';
import { classify } from './classify.ts';
import { post, secretsOf, type PostDeps } from './post.ts';
import type { TokenSource } from './token.ts';

/** Where an op goes and its exact bytes; or why it cannot be put on the wire at all. */
export type Wire =
  | { readonly path: string; readonly body: Uint8Array }
  | { readonly unsendable: string; readonly field: RefusedField };

/** Sends one op. */
export type Mutate = (account: Account, wire: Wire, timeoutMs: number) => Promise<SendOutcome>;

/**
 * Creates the sender of shipments and corrections: one request. Only where the platform answers that the token is bad,
 * which proves that nothing was applied, the token is renewed once and the same bytes go once more.
 */
export function createMutate(deps: PostDeps & { readonly tokens: TokenSource; readonly platform: PlatformId }): Mutate {
  const { tokens, platform } = deps;
  return async (account, wire, timeoutMs) => {
    if ('unsendable' in wire) return unsendable(wire.unsendable, wire.field);
    const { path, body } = wire;
    const attempt = async (token: string): Promise<SendOutcome> =>
      classify(
        platform,
        await post(deps, { account, path, query: { access_token: token }, body, timeoutMs }),
        secretsOf(account, token),
      );
    const token = await tokens.get(account);
    if (!token.ok) return withoutToken(token.error, createHash('sha256').update(body).digest('hex'));
    const first = await attempt(token.value);
    if (first.verdict.kind !== 'token') return first;
    const fresh = await tokens.replace(account, token.value);
    if (!fresh.ok) return { ...first, verdict: verdictWithoutToken(fresh.error, 'answered') };
    const second = await attempt(fresh.value);
    // A brand-new token that is refused too is not a matter of age: the credentials behind it are.
    return second.verdict.kind === 'token' ? { ...second, verdict: { kind: 'account', cause: 'credentials' } } : second;
  };
}

const unsendable = (message: string, field: RefusedField): SendOutcome => ({
  phase: 'none',
  httpStatus: null,
  code: null,
  message,
  requestId: '',
  verdict: { kind: 'refused', defect: true, field },
  bodySha256: '',
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
