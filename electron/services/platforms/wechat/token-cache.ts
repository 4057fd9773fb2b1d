import { SECOND_MS } from '../../../../shared/kernel/time.ts';
import type { Clock } from '../../ports.ts';
import type { Account } from '../platform.ts';
import { appIdOf } from './token-fetch.ts';

/** The last token of each shop, with what is left of its life. */
export type TokenCache = {
  /** A token that is good for a while yet, or null. Another app id or address than it was fetched for finds nothing. */
  readonly usable: (account: Account) => string | null;
  /** When a call for a token starts: its life counts from there. */
  readonly mark: () => Mark;
  readonly keep: (account: Account, token: string, lifeMs: number, mark: Mark) => void;
  readonly drop: (shopId: string) => void;
};
export type Mark = { readonly wallMs: number; readonly monotonicMs: number };

type Kept = Mark & {
  readonly token: string;
  readonly appId: string;
  readonly baseUrl: string;
  readonly lifeMs: number;
};

/** A token is renewed this long before its end, or at half its life where that comes first. */
const RENEW_BEFORE_MS = 120 * SECOND_MS;

export function createTokenCache(clock: Clock): TokenCache {
  const kept = new Map<string, Kept>();
  /** Age by whichever clock saw more: the wall clock jumps, the other may stop while the machine sleeps. */
  const ageMs = (entry: Mark): number => Math.max(clock.now() - entry.wallMs, clock.monotonic() - entry.monotonicMs);
  return {
    usable: (account) => {
      const entry = kept.get(account.shopId);
      if (entry === undefined || entry.appId !== appIdOf(account) || entry.baseUrl !== account.baseUrl) return null;
      return ageMs(entry) < entry.lifeMs - Math.min(RENEW_BEFORE_MS, entry.lifeMs / 2) ? entry.token : null;
    },
    mark: () => ({ wallMs: clock.now(), monotonicMs: clock.monotonic() }),
    keep: (account, token, lifeMs, mark) => {
      const { shopId, baseUrl } = account;
      kept.set(shopId, { token, appId: appIdOf(account), baseUrl, lifeMs, ...mark });
    },
    drop: (shopId) => {
      kept.delete(shopId);
    },
  };
}
