import { outboxHandlers } from '../../../electron/services/api/outbox-handlers.ts';
import { createFileShelf } from '../../../electron/services/files/file-shelf.ts';
import { createOrderList } from '../../../electron/services/orders/order-list.ts';
import { createOrderStore } from '../../../electron/services/orders/order-store.ts';
import { createShippable } from '../../../electron/services/orders/shippable.ts';
import { createBenchMemory } from '../../../electron/services/packing/bench-memory.ts';
import { createBenchOffer } from '../../../electron/services/packing/bench-offer.ts';
import { createDraftStore } from '../../../electron/services/packing/draft-store.ts';
import { createPackageExtras } from '../../../electron/services/packing/package-extras.ts';
import { createHeldStore } from '../../../electron/services/packing/held-store.ts';
import { packingOrders } from '../../../electron/services/packing/packing-orders.ts';
import { createPackingService } from '../../../electron/services/packing/packing-service.ts';
import { createHandOverStore } from '../../../electron/services/shift/hand-over-store.ts';
import { createParcelStore } from '../../../electron/services/shift/parcel-store.ts';
import { createSavedBoxes } from '../../../electron/services/shift/saved-boxes.ts';
import { createStoppedBoxStore } from '../../../electron/services/packing/stopped-box-store.ts';
import { createScanLog } from '../../../electron/services/scans/scan-log-store.ts';
import { createCarrierStore } from '../../../electron/services/shops/carrier-store.ts';
import type { PackingView } from '../../../shared/contract/packing.ts';
import { guessCarriers } from '../../../shared/domain/carriers/guess-carriers.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { composeRule } from '../../../shared/domain/platforms/compose-check.ts';
import { type DeskOptions, openDesk } from '../../outbox/outbox-desk.ts';
import type { BenchAction } from '../../../electron/services/packing/bench-keys.ts';
import { photosOf } from '../photos/photo-desk.ts';
import { who } from './bench.ts';

const CARRIERS = [
  { code: 'ZTO', name: '中通快递' },
  { code: 'YTO', name: '圆通速递' },
];

/** The bench, the orders and the outbox as the app puts them together, in front of a scripted platform. */
export function openWholeDesk(options: DeskOptions = {}, free?: () => number) {
  const desk = openDesk(options);
  const photos = photosOf({ ...desk, ...(free === undefined ? {} : { free }) });
  const { database, clock, events, shops, outbox } = desk;
  const orders = createOrderStore(database);
  const shippable = createShippable({ opsOfOrder: outbox.opsOfOrder });
  const memory = createBenchMemory(database);
  const extras = createPackageExtras(database);
  const open = () =>
    createPackingService({
      ...{ outbox, shops, memory, events, clock, composeRule, guessCarriers },
      orders: packingOrders({ orders, list: createOrderList(database), shippable, outbox }),
      carrierLists: { known: () => CARRIERS },
      carriers: createCarrierStore(database),
      offer: createBenchOffer({ outbox, serialUse: memory.serialUse, canLookUp: () => false }),
      extras,
      photos,
      held: createHeldStore(database),
      stops: createStoppedBoxStore(database),
      savedBoxes: createSavedBoxes({ parcels: createParcelStore(database), hands: createHandOverStore(database) }),
      refresh: () => undefined,
      restLimit: () => 5,
      drafts: createDraftStore(database),
      scanLog: createScanLog(database),
    });
  let packing = open();
  return {
    ...desk,
    photos,
    packing: () => packing,
    orders,
    shippable,
    view: (): PackingView => packing.view(),
    /** What the platform says of an order from now on. */
    know: (order: Order): void => void orders.putPulled(order, clock.now()),
    /** The courier takes what has this label. */
    handOver: (waybill: string): void =>
      createHandOverStore(database).put({ waybill, carrier: 'ZTO', atMs: clock.now(), operator: 'Bo' }),
    scan: async (...codes: string[]): Promise<string> => {
      let verdict = '';
      for (const code of codes) {
        await clock.pass(3_000);
        verdict = (await packing.scan(code, who())).verdict;
      }
      return verdict;
    },
    key: async (action: 'acknowledge' | 'hold' | 'seal' | 'new-package' | 'undo'): Promise<string> =>
      (await packing.act({ action }, who())).verdict,
    act: async (action: BenchAction): Promise<string> => (await packing.act(action, who('supervisor'))).verdict,
    weigh: async (grams: number): Promise<string> => (await packing.act({ action: 'weigh', grams }, who())).verdict,
    answer: async (option: string): Promise<string> =>
      (await packing.act({ action: 'answer', option }, who('supervisor'))).verdict,
    outboxHandlers: () =>
      outboxHandlers({
        ...{ ...desk, orders, shippable, extras, photos },
        files: createFileShelf(),
        costOf: () => ({ calls: 0, points: 0 }),
        carriers: { list: () => CARRIERS },
      }),
    /** The bench as a new start of the app finds it. */
    reopenBench: (): void => {
      packing = open();
    },
  };
}
