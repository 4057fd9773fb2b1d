import type { AuditLog } from './audit/audit-log.ts';
import type { Outbox } from './outbox/outbox.ts';
import type { Reentry } from './recovery/finish-recovery.ts';
import type { PackingService } from './packing/packing-service.ts';
import { remakeShop } from './shops/remake-shop.ts';
import type { ShopStore } from './shops/shop-store.ts';

/** Waybills of this many packages that fit nowhere are told. */
const TOLD = 20;

/**
 * After the database was recovered: everything open is in doubt, what only the journal knows comes back, audited. In a
 * folder that is a copy no shop sends before a person lets it: the other desk may send the same packages.
 */
export function reenter(deps: {
  readonly outbox: Outbox;
  readonly shops: ShopStore;
  readonly audit: AuditLog;
  readonly packing: Pick<PackingService, 'startOver'>;
  readonly nowMs: number;
  readonly copied: boolean;
  readonly by: string;
}): Reentry {
  const { outbox, audit, nowMs, copied, by } = deps;
  const restored = Object.values(outbox.counts().perState).reduce((sum, count) => sum + count, 0);
  const shops: string[] = [];
  const { fromJournal, unplaced } = outbox.reenterAfterRestore((shop) => {
    // A practice shop's come with the practice platforms.
    if (!shop.training) shops.push(shop.name);
    return remakeShop(deps.shops, shop, nowMs);
  });
  // A bench from before those packages would name another box as its last one, and an order that is done as open.
  if (fromJournal + unplaced.length > 0) deps.packing.startOver();
  const inDoubt = outbox.counts().perState.in_doubt;
  const { acknowledged, accounted } = outbox.conservation({ unplaced: 0, unreadable: 0 });
  const unreadable = Math.max(0, acknowledged - accounted - unplaced.length);
  if (copied) for (const { id, training } of deps.shops.list()) if (!training) deps.shops.setPaused(id, true);
  audit.append({
    ...{ atMs: nowMs, actor: by === '' ? 'system' : by, action: 'database.recovered', subject: 'system' },
    detail: { restored, fromJournal, inDoubt, unplaced: unplaced.length, unreadable, shops: shops.length, copied },
  });
  return {
    ...{ restored, fromJournal, inDoubt, unreadable, shops, journalTo: outbox.journalTo() },
    ...{ unplaced: unplaced.length, waybills: unplaced.slice(0, TOLD) },
  };
}
