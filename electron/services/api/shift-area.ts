import type { Database } from 'better-sqlite3';
import type { Handlers } from '../../../shared/contract/define.ts';
import type { AppContract } from '../../../shared/contract/index.ts';
import type { AuditHeads } from '../audit/audit-heads.ts';
import type { AuditLog } from '../audit/audit-log.ts';
import type { EventHub } from '../events.ts';
import type { HeldStore } from '../packing/held-store.ts';
import type { PackingService } from '../packing/packing-service.ts';
import type { Clock } from '../ports.ts';
import type { ScanLog } from '../scans/scan-log-store.ts';
import { createHandOverStore } from '../shift/hand-over-store.ts';
import { createParcelStore } from '../shift/parcel-store.ts';
import { createShiftService, type ShiftDeps } from '../shift/shift-service.ts';
import { createShiftStore } from '../shift/shift-store.ts';
import type { ShopStore } from '../shops/shop-store.ts';
import type { FileStore } from '../web/file-store.ts';
import { shiftHandlers } from './shift-handlers.ts';

/** What the shift reads of the rest of the desk. */
export type ShiftAreaDeps = Pick<ShiftDeps, 'outbox' | 'orders' | 'clockSkewSeconds'> & {
  readonly database: Database;
  readonly held: HeldStore;
  readonly shops: Pick<ShopStore, 'get' | 'list'>;
  readonly packing: Pick<PackingService, 'view'>;
  readonly scanLog: ScanLog;
  readonly audit: AuditLog;
  readonly heads: AuditHeads;
  readonly clock: Clock;
  readonly events: Pick<EventHub, 'emit'>;
  readonly files: FileStore;
};

/** Shift and hand-over, put together. */
export function shiftArea(deps: ShiftAreaDeps): Handlers<AppContract>['shift'] {
  const { database, shops, packing, events } = deps;
  const shifts = createShiftService({
    ...deps,
    store: createShiftStore(database),
    parcels: createParcelStore(database),
    hands: createHandOverStore(database),
    shopName: (id) => shops.get(id)?.name ?? id,
    onBench: () => {
      const { parked, carrierChoice } = packing.view();
      return [parked.waybill, carrierChoice?.waybill].flatMap((waybill) => waybill ?? []);
    },
    changed: () => events.emit('shift.changed', []),
  });
  return shiftHandlers({ ...deps, shifts });
}
