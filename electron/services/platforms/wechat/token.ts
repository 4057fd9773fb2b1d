import type { PlatformId } from '../../../../shared/domain/platforms/platform-id.ts';
import { DAY_MS, SECOND_MS } from '../../../../shared/kernel/time.ts';
import type { Clock } from '../../ports.ts';
import type { Account, ReadResult } from '../platform.ts';
import { createTokenCache, type FetchedToken } from '../http/token-cache.ts';
import { createRation } from '../rate-limit/ration.ts';
import type { PostDeps } from './post.ts';
import { appIdOf, fetchToken } from './token-fetch.ts';

/**
 * Access tokens of all shops of one platform, in memory only. Each platform has a source of its own: a shop's token opens
 * nothing of a supplier's and the other way round, even where the shops carry the same id here.
 */
export type TokenSource = {
  /** A token with life left, fetched when there is none. Callers of one shop share one fetch. */
  readonly get: (account: Account) => Promise<ReadResult<string>>;
  /** Asks the platform even where a token is known: for the test of a connection. */
  readonly renew: (account: Account) => Promise<ReadResult<string>>;
  /** A token other than `bad`, which the platform has just refused. Fails rather than try for ever. */
  readonly replace: (account: Account, bad: string) => Promise<ReadResult<string>>;
  readonly forget: (shopId: string) => void;
};

/** What the keeper of tokens needs. */
export type TokenDeps = PostDeps & { readonly clock: Clock; readonly platform: PlatformId };

/** Creates the tokens' keeper. Forced renewal, which voids other desks' tokens, is the last resort within its budget. */
export function createTokenSource(deps: TokenDeps): TokenSource {
  const cache = createTokenCache(deps.clock);
  const renewals = cache.line();
  const replacements = cache.line();
  const force = createRation({ perWindow: 20, windowMs: DAY_MS, spacingMs: 30 * SECOND_MS, clock: deps.clock });
  const keyOfShop = new Map<string, string>();

  const drop = (key: string): void => {
    cache.drop(key);
    renewals.forget(key);
    replacements.forget(key);
  };
  /** Another app id or address of a shop is another key; what was kept under the old one goes. */
  const keyOf = (account: Account): string => {
    const key = JSON.stringify([account.shopId, appIdOf(account), account.baseUrl]);
    const before = keyOfShop.get(account.shopId);
    if (before !== undefined && before !== key) drop(before);
    keyOfShop.set(account.shopId, key);
    return key;
  };
  const renew = (account: Account): Promise<ReadResult<string>> =>
    renewals.share(keyOf(account), () => fetchToken(deps, account, false));

  return {
    get: async (account) => {
      const token = cache.usable(keyOf(account));
      return token === null ? renew(account) : { ok: true, value: token };
    },
    renew,
    replace: async (account, bad) => {
      const key = keyOf(account);
      const known = cache.usable(key);
      if (known !== null && known !== bad) return { ok: true, value: known };
      cache.drop(key);
      return replacements.share(key, () => otherThan(deps, account, bad, () => force.take(appIdOf(account))));
    },
    forget: (shopId) => drop(keyOfShop.get(shopId) ?? ''),
  };
}

/** Normal mode first: another desk may have renewed already. Only the very same bad token again calls for force. */
async function otherThan(
  deps: TokenDeps,
  account: Account,
  bad: string,
  mayForce: () => boolean,
): Promise<ReadResult<FetchedToken>> {
  const normal = await fetchToken(deps, account, false);
  if (!normal.ok || normal.value.token !== bad) return normal;
  if (mayForce()) return fetchToken(deps, account, true);
  deps.log.warn('platform.token-force-spent', { shop: account.shopId });
  const message = 'the platform refuses the token it hands out; forced renewal is used up for now';
  return { ok: false, error: { kind: 'busy', httpStatus: 200, code: null, message, requestId: '' } };
}
