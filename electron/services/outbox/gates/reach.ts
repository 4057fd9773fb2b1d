import { SECOND_MS } from '../../../../shared/kernel/time.ts';

/** Whether the platforms can be reached, as told by calls that were made anyway and by probes. */
export type Reach = {
  /** Takes note of a call: it got an answer of any kind, or it proved that nobody was reached. True when that is news. */
  readonly saw: (shopId: string, answered: boolean) => boolean;
  readonly isOffline: (shopId: string) => boolean;
  /** Monotonic ms at which an offline shop may be probed next. */
  readonly probeAtMs: (shopId: string) => number;
  /** Makes every offline shop's probe due now (network change, wake, a person asking). */
  readonly hurry: () => void;
  /** How long the shop has been online without interruption, in ms; 0 while offline. */
  readonly onlineMs: (shopId: string) => number;
  /** Online while any shop was reached last time, or none was tried. `sinceMs`: epoch ms of the last change. */
  readonly overall: () => { readonly online: boolean; readonly sinceMs: number | null };
};

type ShopReach = { offline: boolean; failures: number; probeAtMs: number; sinceMonotonicMs: number };

/** Longest wait between two probes while offline. */
const PROBE_CAP_MS = 30 * SECOND_MS;

/** Starts with everything presumed online. */
export function createReach(clock: { readonly now: () => number; readonly monotonic: () => number }): Reach {
  const startedMs = clock.monotonic();
  const shops = new Map<string, ShopReach>();
  let sinceMs: number | null = null;
  let wasOnline = true;
  const online = (): boolean => shops.size === 0 || [...shops.values()].some((shop) => !shop.offline);
  const of = (shopId: string): ShopReach => {
    const known = shops.get(shopId);
    if (known !== undefined) return known;
    const fresh = { offline: false, failures: 0, probeAtMs: 0, sinceMonotonicMs: startedMs };
    shops.set(shopId, fresh);
    return fresh;
  };
  return {
    saw: (shopId, answered) => {
      const shop = of(shopId);
      const nowMs = clock.monotonic();
      const changed = shop.offline === answered;
      if (changed) shop.sinceMonotonicMs = nowMs;
      shop.offline = !answered;
      shop.failures = answered ? 0 : shop.failures + 1;
      shop.probeAtMs = nowMs + Math.min(PROBE_CAP_MS, SECOND_MS * 2 ** Math.min(shop.failures, 10));
      if (online() !== wasOnline) {
        wasOnline = !wasOnline;
        sinceMs = clock.now();
      }
      return changed;
    },
    isOffline: (shopId) => shops.get(shopId)?.offline ?? false,
    probeAtMs: (shopId) => shops.get(shopId)?.probeAtMs ?? 0,
    hurry: () => {
      for (const shop of shops.values()) shop.probeAtMs = 0;
    },
    onlineMs: (shopId) => {
      const shop = shops.get(shopId);
      if (shop?.offline === true) return 0;
      return clock.monotonic() - (shop?.sinceMonotonicMs ?? startedMs);
    },
    overall: () => ({ online: online(), sinceMs }),
  };
}
