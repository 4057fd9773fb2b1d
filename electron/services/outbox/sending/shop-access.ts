import type { ShopRecord } from '../../shops/shop-store.ts';
import { afterProbe, type Breaker, CLOSED_BREAKER, countAmbiguous } from '../gates/breaker.ts';
import type { OutboxCore } from '../core.ts';
import type { StartTask } from '../people/hand.ts';
import { probeShop } from '../gates/probe.ts';

/** What a shop allows now. `probe`: the one harmless read that may open it again is due. */
export type Access = 'open' | 'reads-only' | 'shut' | 'probe';

/** Whether a shop may be called: its gate, its network, its pause, and its run of unknown outcomes. */
export type ShopAccess = {
  readonly of: (shop: ShopRecord) => Access;
  /** How long until a closed shop is probed or a breaker's pause ends, in ms; null when nothing of that kind waits. */
  readonly reopensInMs: (shop: ShopRecord) => number | null;
  /** Makes the probe in the background, one at a time per shop. */
  readonly probe: (shop: ShopRecord) => void;
  readonly isProbing: (shopId: string) => boolean;
  readonly countAmbiguous: (shopId: string) => void;
  readonly forgetBreaker: (shopId: string) => void;
};

/** `onProbed` asks the loop for another round. */
export function createShopAccess(core: OutboxCore, start: StartTask, onProbed: () => void): ShopAccess {
  const { clock } = core;
  const breakers = new Map<string, Breaker>();
  const probing = new Set<string>();
  const breakerOf = (shopId: string): Breaker => breakers.get(shopId) ?? CLOSED_BREAKER;
  const limitsOf = (shopId: string) => core.policyOf(shopId).breaker;
  const reopensInMs = (shop: ShopRecord): number | null => {
    if (core.stopOf(shop) === 'plain-http') return null;
    const gate = core.gates.of(shop.id);
    if (gate !== null) return gate.recheckAtMs - clock.now();
    if (core.reach.isOffline(shop.id)) return core.reach.probeAtMs(shop.id) - clock.monotonic();
    const { openUntilMs } = breakerOf(shop.id);
    return openUntilMs === null || shop.paused ? null : openUntilMs - clock.monotonic();
  };
  return {
    reopensInMs,
    of: (shop) => {
      const stop = core.stopOf(shop);
      if (stop === 'plain-http') return 'shut';
      const waitMs = reopensInMs(shop);
      if (waitMs === null) return shop.paused || stop !== null ? 'reads-only' : 'open';
      if (waitMs <= 0) return 'probe';
      const unreadable = core.gates.of(shop.id) !== null || core.reach.isOffline(shop.id);
      return unreadable ? 'shut' : 'reads-only';
    },
    probe: (shop) => {
      probing.add(shop.id);
      void start(async () => {
        try {
          const answered = await probeShop(core, shop);
          if (breakerOf(shop.id).openUntilMs !== null)
            breakers.set(shop.id, afterProbe(answered, clock.monotonic(), limitsOf(shop.id)));
        } finally {
          probing.delete(shop.id);
          onProbed();
        }
      });
    },
    isProbing: (shopId) => probing.has(shopId),
    countAmbiguous: (shopId) => {
      breakers.set(shopId, countAmbiguous(breakerOf(shopId), clock.monotonic(), limitsOf(shopId)));
    },
    forgetBreaker: (shopId) => {
      breakers.delete(shopId);
    },
  };
}
