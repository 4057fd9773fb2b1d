import type { Handlers } from '../../../shared/contract/define.ts';
import type { AppContract } from '../../../shared/contract/index.ts';
import type { HeldOrderView, ProblemShelf, StoppedBoxView } from '../../../shared/contract/packing.ts';
import { needsLift } from '../../../shared/domain/problem-shelf.ts';
import { ok } from '../../../shared/kernel/result.ts';
import { isoFromMs } from '../../../shared/kernel/time.ts';
import type { AuditLog } from '../audit/audit-log.ts';
import type { EventHub } from '../events.ts';
import type { OrderStore } from '../orders/order-store.ts';
import type { HeldOrder, HeldStore } from '../packing/held-store.ts';
import type { PackingDeps, SavedBox } from '../packing/packing-deps.ts';
import type { StoppedBox, StoppedBoxStore } from '../packing/stopped-box-store.ts';
import type { Clock } from '../ports.ts';
import type { ShopStore } from '../shops/shop-store.ts';

export type ShelfDeps = {
  readonly held: HeldStore;
  readonly stops: StoppedBoxStore;
  readonly savedBoxes: PackingDeps['savedBoxes'];
  readonly shops: Pick<ShopStore, 'get'>;
  readonly audit: AuditLog;
  /** Runs several changes in one transaction. */
  readonly together: OrderStore['together'];
  readonly clock: Pick<Clock, 'now'>;
  readonly events: Pick<EventHub, 'emit'>;
};

/** Answers what `packing.*` says of the problem shelf: held orders, and boxes to be brought there. */
export const shelfHandlers = (
  deps: ShelfDeps,
): Pick<Handlers<AppContract>['packing'], 'shelf' | 'liftHold' | 'boxFound'> => ({
  shelf: () => ok(shelfView(deps)),
  liftHold: ({ shopId, orderId }, { operator }) => {
    deps.together(() => {
      deps.held.lift({ shopId, orderId }, operator);
      note(deps, operator, 'order-lifted', `order:${shopId}/${orderId}`);
    });
    return ok(shelfView(deps));
  },
  boxFound: ({ opId }, { operator }) => {
    deps.together(() => {
      const found = deps.stops.found(opId, operator, deps.clock.now());
      if (found) note(deps, operator, 'box-found', `op:${opId}`);
    });
    return ok(shelfView(deps));
  },
});

function note({ audit, clock, events }: ShelfDeps, actor: string, action: string, subject: string): void {
  audit.append({ atMs: clock.now(), actor, action, subject, detail: {} });
  events.emit('packing.changed', []);
}

const shelfView = ({ held, stops, savedBoxes, shops }: ShelfDeps): ProblemShelf => {
  const shopName = (id: string): string => shops.get(id)?.name ?? id;
  return {
    stopped: stops.open().map((box) => {
      const now = savedBoxes(box.shopId, box.orderId).find(({ opId }) => opId === box.opId);
      return stoppedView(box, shopName(box.shopId), now);
    }),
    held: held.list().map((order) => heldView(order, shopName(order.shopId))),
  };
};

const stoppedView = (
  { shopId: _, raisedAtMs, savedAtMs, ...box }: StoppedBox,
  shop: string,
  now: SavedBox | undefined,
): StoppedBoxView => ({
  ...box,
  ...(now === undefined ? {} : { packageNo: now.no, waybill: now.waybill, carrierName: now.carrierName }),
  ...(now?.handed ? { handedAt: isoFromMs(now.handed.atMs) } : {}),
  shop,
  raisedAt: isoFromMs(raisedAtMs),
  savedAt: isoFromMs(savedAtMs),
});

const heldView = ({ packages, heldAtMs, liftedBy, ...order }: HeldOrder, shop: string): HeldOrderView => ({
  ...order,
  shop,
  heldAt: isoFromMs(heldAtMs),
  pieces: packages.flatMap(({ items }) => items).reduce((sum, { quantity }) => sum + quantity, 0),
  waitsForLead: needsLift(order.reason) && liftedBy === '',
});
