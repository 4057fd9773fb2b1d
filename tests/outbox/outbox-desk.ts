import { join } from 'node:path';
import { createAuditLog } from '../../electron/services/audit/audit-log.ts';
import { JOURNAL_FILE, openDatabase } from '../../electron/services/db/open.ts';
import { createEventHub } from '../../electron/services/events.ts';
import type { OutboxDeps } from '../../electron/services/outbox/core.ts';
import { createKnownOrders } from '../../electron/services/orders/known-orders.ts';
import { createUnreadStore } from '../../electron/services/orders/unread-store.ts';
import { createOrderStore } from '../../electron/services/orders/order-store.ts';
import { createOutbox, type Outbox } from '../../electron/services/outbox/outbox.ts';
import { createPackageExtras } from '../../electron/services/packing/package-extras.ts';
import { createSettingsStore } from '../../electron/services/settings/settings-store.ts';
import type { Accounts } from '../../electron/services/shops/accounts.ts';
import { createShopStore } from '../../electron/services/shops/shop-store.ts';
import type { SendPayload } from '../../shared/domain/shipment.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import { temporaryFolder } from '../support/hosts.ts';
import { rememberingLog } from '../unit/platforms/quiet-deps.ts';
import { createFakeClock, type FakeClock } from './fake-clock.ts';
import { createFakePlatform, type FakePlatform } from './fake-platform.ts';

export const SHOP = 'shop-1';
export const MINUTE = 60_000;

export type DeskOptions = {
  readonly dataDir?: string;
  readonly clock?: FakeClock;
  readonly fake?: FakePlatform;
  readonly shops?: readonly string[];
  readonly baseUrl?: string;
  readonly journalFile?: string;
  readonly random?: () => number;
  readonly isDiskFull?: () => boolean;
  /** Old orders are read before their packages are sent. */
  readonly knowsOrders?: boolean;
};

/** The outbox on a real database in a folder of its own, in front of a scripted platform, on a clock a test moves. */
export function openDesk(options: DeskOptions = {}) {
  const { dataDir = temporaryFolder(), clock = createFakeClock(), fake = createFakePlatform() } = options;
  const opened = openDatabase({ dataDir, nowMs: clock.now() });
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  const { database, epoch } = opened.value;
  const log = rememberingLog();
  const shops = createShopStore(database);
  for (const id of options.shops ?? [SHOP])
    if (shops.get(id) === null)
      shops.insert({
        id,
        name: `Name of ${id}`,
        platform: 'wechat-channels',
        baseUrl: options.baseUrl ?? 'https://api.example.com',
        training: false,
        createdAtMs: clock.now(),
      });
  const state = { credentials: true, opening: Promise.resolve() as Promise<unknown> };
  const accounts: Accounts = {
    use: async (shopId, task) => {
      await state.opening;
      return state.credentials
        ? ok(await task(fake.platform, { shopId, baseUrl: 'https://api.example.com', credentials: {} }))
        : err({ code: 'credentials-missing', shop: shopId });
    },
    platformOf: (shopId) => (shops.get(shopId) === null ? null : fake.platform),
  };
  const audit = createAuditLog(database);
  const events = createEventHub(log);
  const settings = createSettingsStore(database);
  const orders = createOrderStore(database);
  const knownOrders = createKnownOrders({ orders, unread: createUnreadStore(database), shops, clock });
  const extras = createPackageExtras(database);
  const deps: OutboxDeps = {
    database,
    epoch,
    journalFile: options.journalFile ?? join(dataDir, JOURNAL_FILE),
    clock,
    log,
    audit,
    events,
    shops,
    accounts,
    settings,
    extras,
    random: options.random ?? (() => 0.5),
    ...(options.knowsOrders === true ? { knownOrders } : {}),
    ...(options.isDiskFull === undefined ? {} : { isDiskFull: options.isDiskFull }),
  };
  const outbox = createOutbox(deps);
  return {
    ...deps,
    extras,
    dataDir,
    clock,
    events,
    fake,
    log,
    shops,
    audit,
    settings,
    outbox,
    knownOrders,
    credentials: state,
    save: (orderId: string, waybill: string, more: Partial<SendPayload> = {}, shopId = SHOP): string =>
      save(outbox, shopId, sendPayload(orderId, waybill, more)),
    stateOf: (id: string) => stateOf(outbox, id),
    row: (id: string) => {
      const op = outbox.desk.find(id);
      if (op === null) throw new Error(`no op ${id}`);
      return op;
    },
    /** Ends the process as a crash does: nothing is waited for, nothing is written. */
    crash: () => {
      outbox.close();
      database.close();
    },
  };
}
export type Desk = ReturnType<typeof openDesk>;

/** A package of one piece. */
export const sendPayload = (orderId: string, waybill: string, more: Partial<SendPayload> = {}): SendPayload => ({
  version: 1,
  kind: 'send',
  orderId,
  whole: true,
  deliver: { type: 'courier', carrierCode: 'ZTO', carrierName: '中通快递', waybill },
  items: [{ productId: '10000108361213', skuId: '2368925324', quantity: 1 }],
  ...more,
});

function save(outbox: Outbox, shopId: string, payload: SendPayload): string {
  const saved = outbox.enqueue({ shopId, payload, carrierName: '中通快递', operator: 'packer' });
  if (!saved.ok) throw new Error(JSON.stringify(saved.error));
  return saved.value.id;
}

const stateOf = (outbox: Outbox, id: string): string => outbox.desk.find(id)?.status.state ?? 'missing';
