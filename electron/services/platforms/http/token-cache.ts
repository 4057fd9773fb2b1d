import { SECOND_MS } from '../../../../shared/kernel/time.ts';
import type { Clock } from '../../ports.ts';
import type { ReadResult } from '../platform.ts';

/** A token as a platform gave it; `lifeMs` counts from the moment it was asked for. */
export type FetchedToken = { readonly token: string; readonly lifeMs: number };

/** The last token of each key (an account or a shop), in memory only, and the calls that fetch one. */
export type TokenCache = {
  /** A token that is good for a while yet, or null. */
  readonly usable: (key: string) => string | null;
  readonly drop: (key: string) => void;
  /** Another line of fetching: its calls are shared among themselves, what they bring is kept here. */
  readonly line: () => TokenLine;
};

/** One fetch per key at a time, shared by all who ask meanwhile. */
export type TokenLine = {
  readonly isFetching: (key: string) => boolean;
  readonly share: (key: string, task: () => Promise<ReadResult<FetchedToken>>) => Promise<ReadResult<string>>;
  /** What lands after this is handed out to those who wait for it and not kept. */
  readonly forget: (key: string) => void;
};

/** A token is renewed this long before its end, or at half its life where that comes first. */
const RENEW_BEFORE_MS = 120 * SECOND_MS;

type Kept = FetchedToken & { readonly wallMs: number; readonly monotonicMs: number };

export function createTokenCache(clock: Clock): TokenCache {
  const kept = new Map<string, Kept>();
  /** Age by whichever clock saw more: the wall clock jumps, the other may stop while the machine sleeps. */
  const ageMs = (entry: Kept): number => Math.max(clock.now() - entry.wallMs, clock.monotonic() - entry.monotonicMs);
  return {
    usable: (key) => {
      const entry = kept.get(key);
      if (entry === undefined) return null;
      return ageMs(entry) < entry.lifeMs - Math.min(RENEW_BEFORE_MS, entry.lifeMs / 2) ? entry.token : null;
    },
    drop: (key) => void kept.delete(key),
    line: () => createLine(clock, (key, token) => kept.set(key, token)),
  };
}

function createLine(clock: Clock, keep: (key: string, token: Kept) => void): TokenLine {
  const flights = new Map<string, Promise<ReadResult<string>>>();
  return {
    isFetching: (key) => flights.has(key),
    share: (key, task) => {
      const running = flights.get(key);
      if (running !== undefined) return running;
      const asked = { wallMs: clock.now(), monotonicMs: clock.monotonic() };
      const flight: Promise<ReadResult<string>> = task()
        .then((fetched): ReadResult<string> => {
          if (!fetched.ok) return fetched;
          if (flights.get(key) === flight) keep(key, { ...fetched.value, ...asked });
          return { ok: true, value: fetched.value.token };
        })
        .finally(() => {
          if (flights.get(key) === flight) flights.delete(key);
        });
      flights.set(key, flight);
      return flight;
    },
    forget: (key) => void flights.delete(key),
  };
}
