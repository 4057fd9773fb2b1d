import type { AuditLog } from './audit/audit-log.ts';
import type { Outbox } from './outbox/outbox.ts';
import type { Reentry } from './recovery/finish-recovery.ts';
import { remakeShop } from './shops/remake-shop.ts';
import type { ShopStore } from './shops/shop-store.ts';

/** After the database was recovered: everything open is in doubt, what only the journal knows comes back, audited. */
export function reenter(deps: {
  readonly outbox: Outbox;
  readonly shops: ShopStore;
  readonly audit: AuditLog;
  readonly nowMs: number;
}): Reentry {
  const { outbox, audit, nowMs } = deps;
  const restored = Object.values(outbox.counts().perState).reduce((sum, count) => sum + count, 0);
  const shops: string[] = [];
  const { fromJournal, unplaced } = outbox.reenterAfterRestore((shop) => {
    shops.push(shop.name);
    return remakeShop(deps.shops, shop, nowMs);
  });
  const inDoubt = outbox.counts().perState.in_doubt;
  audit.append({
    ...{ atMs: nowMs, actor: 'system', action: 'database.recovered', subject: 'system' },
    detail: { restored, fromJournal, inDoubt, unplaced, shops: shops.length },
  });
  return { restored, fromJournal, inDoubt, unplaced, shops, journalTo: outbox.journalTo() };
}
