import { chinaDay } from '../../../shared/kernel/china-time.ts';
import type { AuditLog } from '../audit/audit-log.ts';
import type { EventHub } from '../events.ts';
import type { Charge } from '../platforms/platform.ts';
import type { Clock } from '../ports.ts';
import type { ChargeStore, Spent } from './charge-store.ts';
import type { ShopRecord, ShopStore } from './shop-store.ts';

/** What platforms charge, kept and summed by the day in China; and the daily limit above which sending waits. */
export type Spending = {
  /** Takes note of one charged call; this is the only source of every sum. */
  readonly note: (charge: Charge) => void;
  readonly today: (shopId: string) => Spent;
  readonly ofOrder: (shopId: string, orderId: string) => Spent;
  /** Points that may still be spent today before a person has to agree; null where nothing limits them. */
  readonly left: (shopId: string) => number | null;
  /** True where a person has let the shop spend on today. */
  readonly isAgreed: (shop: ShopRecord) => boolean;
  /** Null takes the limit away. */
  readonly setLimit: (shop: ShopRecord, points: number | null, actor: string) => void;
  /** Lets the shop spend on until midnight in China. */
  readonly agree: (shop: ShopRecord, actor: string) => void;
};

/** Creates the spending over its stores. */
export function createSpending(deps: {
  readonly charges: ChargeStore;
  readonly shops: Pick<ShopStore, 'get' | 'setSpendLimit' | 'setSpendAgreed'>;
  readonly audit: AuditLog;
  readonly events: Pick<EventHub, 'emit'>;
  readonly clock: Pick<Clock, 'now'>;
}): Spending {
  const { charges, shops, audit, events, clock } = deps;
  const dayNow = (): string => chinaDay(clock.now());
  const today = (shopId: string): Spent => charges.ofDay(shopId, dayNow());
  const isAgreed = (shop: ShopRecord): boolean => shop.spendAgreedOn === dayNow();
  const left = (shopId: string): number | null => {
    const shop = shops.get(shopId);
    if (shop === null || shop.spendLimitPoints === null || isAgreed(shop)) return null;
    return Math.max(0, shop.spendLimitPoints - today(shopId).points);
  };
  const tell = (shopId: string): void => {
    events.emit('shops.changed', [shopId]);
    events.emit('status.changed', []);
  };
  const write = (actor: string, action: string, shopId: string, points: number | null): void =>
    audit.append({ atMs: clock.now(), actor, action, subject: `shop:${shopId}`, detail: { points } });
  return {
    today,
    isAgreed,
    left,
    ofOrder: charges.ofOrder,
    note: ({ shopId, path, orderId, points }) => {
      const before = left(shopId);
      // A part of a point counts as a whole one: a sum of money is never told too low.
      charges.add({ shopId, path, orderId, points: Math.ceil(points), day: dayNow(), atMs: clock.now() });
      if (before === null || before === 0 || left(shopId) !== 0) return;
      write('system', 'shop.spend-limit-reached', shopId, today(shopId).points);
      tell(shopId);
    },
    setLimit: (shop, points, actor) => {
      shops.setSpendLimit(shop.id, points);
      write(actor, 'shop.spend-limit-set', shop.id, points);
      tell(shop.id);
    },
    agree: (shop, actor) => {
      shops.setSpendAgreed(shop.id, dayNow());
      write(actor, 'shop.spend-agreed', shop.id, today(shop.id).points);
      tell(shop.id);
    },
  };
}
