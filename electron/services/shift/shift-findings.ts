import type { ShiftFindings } from '../../../shared/contract/shift.ts';
import { clockWarning } from '../../../shared/domain/clock-warning.ts';
import { clockResult, networkResult, queueResult, type ShopReach } from '../../../shared/domain/shift-checks.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { Clock } from '../ports.ts';
import type { ShopStore, ShopRecord } from '../shops/shop-store.ts';

export type FindingsDeps = {
  readonly outbox: Pick<Outbox, 'counts' | 'gateOf' | 'isOffline'>;
  readonly shops: Pick<ShopStore, 'list'>;
  readonly clockSkewSeconds: () => number | null;
  readonly clock: Pick<Clock, 'now'>;
};

/** What the desk knows before a shift starts, without a call: every call it makes anyway has told something. */
export function shiftFindings({ outbox, shops, clockSkewSeconds, clock }: FindingsDeps): ShiftFindings {
  const list = shops.list();
  const reach = list.map((shop) => ({ name: shop.name, reach: reachOf(outbox, shop) }));
  const { open, oldestOpenAt } = outbox.counts();
  const ahead = clockSkewSeconds();
  return {
    network: { result: networkResult(reach.map((shop) => shop.reach)), shops: reach },
    queue: {
      result: queueResult(oldestOpenAt === null ? null : clock.now() - Date.parse(oldestOpenAt)),
      open,
      oldestAt: oldestOpenAt,
    },
    clock: { result: clockResult(ahead !== null, clockWarning(ahead ?? 0, list) !== null), aheadSeconds: ahead },
  };
}

function reachOf(outbox: FindingsDeps['outbox'], shop: Pick<ShopRecord, 'id' | 'paused'>): ShopReach {
  if (shop.paused) return 'paused';
  if (outbox.gateOf(shop.id) !== null) return 'blocked';
  return outbox.isOffline(shop.id) ? 'offline' : 'reached';
}
