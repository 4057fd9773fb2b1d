import type { PlatformId } from '../../../../shared/domain/platforms/platform-id.ts';
import { DAY_MS, SECOND_MS } from '../../../../shared/kernel/time.ts';
import type { Clock } from '../../ports.ts';
import type { Account, ReadResult } from '../platform.ts';
import { createForceBudget } from './force-budget.ts';
import type { PostDeps } from './post.ts';
import { createTokenCache } from './token-cache.ts';
import { appIdOf, fetchToken, type FetchedToken } from './token-fetch.ts';

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

type Flights = Map<string, Promise<ReadResult<string>>>;

/** Creates the tokens' keeper. Forced renewal, which voids other desks' tokens, is the last resort within its budget. */
export function createTokenSource(deps: TokenDeps): TokenSource {
  const cache = createTokenCache(deps.clock);
  const fetching: Flights = new Map();
  const replacing: Flights = new Map();
  const force = createForceBudget({ perWindow: 20, windowMs: DAY_MS, spacingMs: 30 * SECOND_MS, clock: deps.clock });

  /** One flight per shop, shared by all who ask meanwhile. What lands after `forget` is handed out and not kept. */
  const share = (
    flights: Flights,
    account: Account,
    task: () => Promise<ReadResult<FetchedToken>>,
  ): Promise<ReadResult<string>> => {
    const running = flights.get(account.shopId);
    if (running !== undefined) return running;
    const mark = cache.mark();
    const flight: Promise<ReadResult<string>> = task()
      .then((fetched): ReadResult<string> => {
        if (!fetched.ok) return fetched;
        const { token, lifeMs } = fetched.value;
        if (flights.get(account.shopId) === flight) cache.keep(account, token, lifeMs, mark);
        return { ok: true, value: token };
      })
      .finally(() => {
        if (flights.get(account.shopId) === flight) flights.delete(account.shopId);
      });
    flights.set(account.shopId, flight);
    return flight;
  };

  const renew = (account: Account): Promise<ReadResult<string>> =>
    share(fetching, account, () => fetchToken(deps, account, false));

  return {
    get: async (account) => {
      const token = cache.usable(account);
      return token === null ? renew(account) : { ok: true, value: token };
    },
    renew,
    replace: async (account, bad) => {
      const known = cache.usable(account);
      if (known !== null && known !== bad) return { ok: true, value: known };
      cache.drop(account.shopId);
      return share(replacing, account, () => otherThan(deps, account, bad, () => force.take(appIdOf(account))));
    },
    forget: (shopId) => {
      cache.drop(shopId);
      fetching.delete(shopId);
      replacing.delete(shopId);
    },
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
