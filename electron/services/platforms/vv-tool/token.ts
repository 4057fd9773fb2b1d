import { HOUR_MS } from '../../../../shared/kernel/time.ts';
import type { Account, ReadFailure, ReadResult } from '../platform.ts';
import { createTokenCache } from '../http/token-cache.ts';
import { createRation } from '../rate-limit/ration.ts';
import type { CallDeps } from './call.ts';
import { accountKey, pastedToken } from './options.ts';
import { fetchToken } from './token-fetch.ts';

/** Access tokens of the aggregator's accounts. Shops of one account share one. */
export type TokenSource = {
  /** The pasted token, or one with life left, fetched when there is none. */
  readonly get: (account: Account) => Promise<ReadResult<string>>;
  /** A token other than `bad`, which has just been refused. A pasted one cannot be replaced. */
  readonly replace: (account: Account, bad: string) => Promise<ReadResult<string>>;
  readonly forget: (shopId: string) => void;
};

/** Two programs with one account void each other's tokens for ever: the ration ends that contest with a sentence. */
const RENEWALS_PER_HOUR = 12;

/** Creates the tokens' keeper. A new token voids the old one everywhere, so one is fetched only when needed. */
export function createTokenSource(deps: CallDeps): TokenSource {
  const cache = createTokenCache(deps.clock);
  const renewals = createRation({ perWindow: RENEWALS_PER_HOUR, windowMs: HOUR_MS, clock: deps.clock });
  const line = cache.line();
  const keyOfShop = new Map<string, string>();

  const renew = (key: string, account: Account): Promise<ReadResult<string>> =>
    line.share(key, () => fetchToken(deps, account));

  return {
    get: async (account) => {
      const pasted = pastedToken(account);
      if (pasted !== '') return { ok: true, value: pasted };
      const key = accountKey(account);
      keyOfShop.set(account.shopId, key);
      const known = cache.usable(key);
      return known === null ? renew(key, account) : { ok: true, value: known };
    },
    replace: async (account, bad) => {
      if (pastedToken(account) !== '') return refusedToken('the pasted token is not valid any more');
      const key = accountKey(account);
      const known = cache.usable(key);
      if (known !== null && known !== bad) return { ok: true, value: known };
      if (!line.isFetching(key) && !renewals.take(key)) {
        deps.log.warn('platform.token-contest', { shop: account.shopId });
        return refusedToken('another program keeps replacing the token of this account: let both use one pasted token');
      }
      cache.drop(key);
      return renew(key, account);
    },
    forget: (shopId) => {
      const key = keyOfShop.get(shopId);
      if (key === undefined) return;
      cache.drop(key);
      line.forget(key);
    },
  };
}

const refusedToken = (message: string): { readonly ok: false; readonly error: ReadFailure } => ({
  ok: false,
  error: { kind: 'account', cause: 'credentials', httpStatus: 200, code: '401', message, requestId: '' },
});
