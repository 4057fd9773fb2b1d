import type { PlatformId } from '../../../../shared/domain/platforms/platform-id.ts';
import { type Unsendable, unsendable, verdictWithoutToken, withoutToken } from '../http/unsent.ts';
import type { Account, SendOutcome } from '../platform.ts';
import { classify } from './classify.ts';
import { post, secretsOf, type PostDeps } from './post.ts';
import type { TokenSource } from './token.ts';

/** Where an op goes and its exact bytes; or why it cannot be put on the wire at all. */
export type Wire = { readonly path: string; readonly body: Uint8Array } | Unsendable;

/** Sends one op. */
export type Mutate = (account: Account, wire: Wire, timeoutMs: number) => Promise<SendOutcome>;

/**
 * Creates the sender of shipments and corrections: one request. Only where the platform answers that the token is bad,
 * which proves that nothing was applied, the token is renewed once and the same bytes go once more.
 */
export function createMutate(deps: PostDeps & { readonly tokens: TokenSource; readonly platform: PlatformId }): Mutate {
  const { tokens, platform } = deps;
  return async (account, wire, timeoutMs) => {
    if (!('body' in wire)) return unsendable(wire);
    const { path, body } = wire;
    const attempt = async (token: string): Promise<SendOutcome> =>
      classify(
        platform,
        await post(deps, { account, path, query: { access_token: token }, body, timeoutMs }),
        secretsOf(account, token),
      );
    const token = await tokens.get(account);
    if (!token.ok) return withoutToken(token.error, body);
    const first = await attempt(token.value);
    if (first.verdict.kind !== 'token') return first;
    const fresh = await tokens.replace(account, token.value);
    if (!fresh.ok) return { ...first, verdict: verdictWithoutToken(fresh.error, 'answered') };
    const second = await attempt(fresh.value);
    // A brand-new token that is refused too is not a matter of age: the credentials behind it are.
    return second.verdict.kind === 'token' ? { ...second, verdict: { kind: 'account', cause: 'credentials' } } : second;
  };
}
