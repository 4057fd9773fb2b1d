import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { createKnownOrders } from './orders/known-orders.ts';
import { createOrderStore } from './orders/order-store.ts';
import { createUnreadStore } from './orders/unread-store.ts';
import { createAuditHeads, HEADS_FILE } from './audit/audit-heads.ts';
import { createAuditLog } from './audit/audit-log.ts';
import type { AuditSigning } from './audit/audit-signing.ts';
import { createDiskRoom } from './care/disk-room.ts';
import type { EventHub } from './events.ts';
import { leftOutOf, readRecoveryReport } from './recovery/recovery-report.ts';
import { createFileShelf } from './files/file-shelf.ts';
import { createOperators } from './operators/operators.ts';
import { createBenchMemory } from './packing/bench-memory.ts';
import { createDraftStore } from './packing/draft-store.ts';
import { createHeldStore } from './packing/held-store.ts';
import { createPackageExtras } from './packing/package-extras.ts';
import { createStoppedBoxStore } from './packing/stopped-box-store.ts';
import type { HostPorts } from './ports.ts';
import { createCameraUse } from './photos/camera-use.ts';
import { openPhotoFiles } from './photos/photo-files.ts';
import { createPhotoStore } from './photos/photo-store.ts';
import { createPhotos } from './photos/photos.ts';
import { createScanLog } from './scans/scan-log-store.ts';
import { createSettingsStore } from './settings/settings-store.ts';
import { createHandOverStore } from './shift/hand-over-store.ts';
import { createParcelStore } from './shift/parcel-store.ts';
import { createSavedBoxes } from './shift/saved-boxes.ts';
import { createShiftStore } from './shift/shift-store.ts';
import { createCarrierChoices } from './shops/carrier-choices.ts';
import { createCarrierStore } from './shops/carrier-store.ts';
import { createShopStore } from './shops/shop-store.ts';
import { createVault } from './vault/vault.ts';

/** Keys of this desk; null where the host has no safe place for them, or this machine cannot open them. */
export type DeskKeys = { readonly pepper: Uint8Array | null; readonly signing: AuditSigning | null };

type StoreDeps = {
  readonly ports: HostPorts;
  readonly database: Database;
  readonly events: EventHub;
  readonly keys: DeskKeys;
};

/** Every store and every service that stands on its tables alone, created once. */
export function createStores({ database, ports, events, keys }: StoreDeps) {
  const { dataDir, clock, cipher, log } = ports;
  const audit = createAuditLog(database, keys.signing);
  const settings = createSettingsStore(database);
  const carriers = createCarrierStore(database);
  const shops = createShopStore(database);
  const orders = createOrderStore(database);
  const unread = createUnreadStore(database);
  const room = createDiskRoom(dataDir);
  const extras = createPackageExtras(database);
  return {
    orders,
    unread,
    knownOrders: createKnownOrders({ orders, unread, shops, clock }),
    held: createHeldStore(database),
    drafts: createDraftStore(database),
    audit,
    settings,
    heads: createAuditHeads({ file: join(dataDir, HEADS_FILE), audit, signing: keys.signing, now: clock.now }),
    shops,
    carriers,
    carrierChoices: createCarrierChoices({ carriers, audit, events, clock }),
    vault: createVault({ database, cipher }),
    files: createFileShelf(),
    room,
    isDiskFull: room.isBlocked,
    photos: createPhotos({
      ...{ audit, room, clock, log },
      store: createPhotoStore(database),
      files: openPhotoFiles(dataDir),
    }),
    cameraUse: createCameraUse({ clock, photographsAny: extras.photographsAny }),
    leftOut: () => leftOutOf(readRecoveryReport(dataDir)),
    scanLog: createScanLog(database),
    memory: createBenchMemory(database),
    extras,
    stops: createStoppedBoxStore(database),
    shifts: createShiftStore(database),
    savedBoxes: createSavedBoxes({ parcels: createParcelStore(database), hands: createHandOverStore(database) }),
    operators: createOperators({
      ...{ database, audit, clock, events, settings: settings.get },
      ...{ pepper: keys.pepper, cipherName: cipher.name },
    }),
  };
}
