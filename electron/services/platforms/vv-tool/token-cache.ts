import { SECOND_MS } from '../../../../shared/kernel/time.ts';
import type { Clock } from '../../ports.ts';
import type { FetchedToken } from './token-fetch.ts';

/** The last token of each of the aggregator's accounts, in memory only. */
export type TokenCache = {
  /** A token that is good for a while yet, or null. */
  readonly usable: (key: string) => string | null;
  /** When a call for a token starts: its life counts from there. */
  readonly mark: () => Mark;
  readonly keep: (key: string, fetched: FetchedToken, mark: Mark) => void;
  readonly drop: (key: string) => void;
};
export type Mark = { readonly wallMs: number; readonly monotonicMs: number };

/** A token is renewed this long before its end, or at half its life where that comes first. */
const RENEW_BEFORE_MS = 120 * SECOND_MS;

export function createTokenCache(clock: Clock): TokenCache {
  const kept = new Map<string, FetchedToken & Mark>();
  /** Age by whichever clock saw more: the wall clock jumps, the other may stop while the machine sleeps. */
  const ageMs = (entry: Mark): number => Math.max(clock.now() - entry.wallMs, clock.monotonic() - entry.monotonicMs);
  return {
    usable: (key) => {
      const entry = kept.get(key);
      if (entry === undefined) return null;
      return ageMs(entry) < entry.lifeMs - Math.min(RENEW_BEFORE_MS, entry.lifeMs / 2) ? entry.token : null;
    },
    mark: () => ({ wallMs: clock.now(), monotonicMs: clock.monotonic() }),
    keep: (key, fetched, mark) => {
      kept.set(key, { ...fetched, ...mark });
    },
    drop: (key) => {
      kept.delete(key);
    },
  };
}
