import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Carrier } from '../../../shared/domain/carrier.ts';
import type { Order, OrderLine } from '../../../shared/domain/order.ts';
import type { SendPayload } from '../../../shared/domain/shipment.ts';
import { openDatabase } from '../../../electron/services/db/open.ts';
import { createEventHub } from '../../../electron/services/events.ts';
import type { Database } from 'better-sqlite3';
import type { BenchAction } from '../../../electron/services/packing/bench-keys.ts';
import { type BenchMemory, createBenchMemory } from '../../../electron/services/packing/bench-memory.ts';
import { createDraftStore } from '../../../electron/services/packing/draft-store.ts';
import { createScanLog, type ScanLog } from '../../../electron/services/scans/scan-log-store.ts';
import { createHeldStore, type HeldStore } from '../../../electron/services/packing/held-store.ts';
import { createStoppedBoxStore, type StoppedBoxStore } from '../../../electron/services/packing/stopped-box-store.ts';
import type { PackingDeps, Who } from '../../../electron/services/packing/packing-deps.ts';
import type { PackingView } from '../../../shared/contract/packing.ts';
import type { Role } from '../../../shared/contract/define.ts';
import { commandDigits } from '../../../shared/domain/commands/command-code.ts';
import type { CommandId } from '../../../shared/domain/commands/command-list.ts';
import { createPackageExtras } from '../../../electron/services/packing/package-extras.ts';
import { linesWith } from '../../../electron/services/packing/compose.ts';
import { photosOf } from '../photos/photo-desk.ts';
import { createPackingService, type PackingService } from '../../../electron/services/packing/packing-service.ts';
import { sampleLine, sampleOrder } from '../../support/sample-order.ts';

export const ORDER_ID = '3704612354559743233';
export const OTHER_ORDER_ID = '3704612354559743999';
const ZTO: Carrier = { code: 'ZTO', name: '中通快递' };
const YUNDA: Carrier = { code: 'YUNDA', name: '韵达快递' };

const line = (lineNo: number, barcode: string, quantity: number, more: Partial<OrderLine> = {}): OrderLine =>
  sampleLine({
    lineNo,
    productId: `1000010836121${lineNo}`,
    skuId: `236892532${lineNo}`,
    skuCode: `SKU-${lineNo}`,
    barcode,
    title: `Goods ${lineNo}`,
    quantity,
    ...more,
  });

export const order = (more: Partial<Order> = {}): Order =>
  sampleOrder({
    orderId: ORDER_ID,
    lines: [line(1, '6901234567892', 2), line(2, '6909876543218', 1)],
    ...more,
  });

export const orderLine = line;

type PlainAction = Exclude<
  BenchAction['action'],
  'quantity' | 'weigh' | 'answer' | 'pick-carrier' | 'name-carrier' | 'photo-taken' | 'photo-missed'
>;

export const who = (role: Role = 'packer'): Who => ({ operator: 'Mei', role });

export type Bench = {
  readonly packing: PackingService;
  readonly saved: SendPayload[];
  readonly scanLog: ScanLog;
  readonly scan: (...codes: string[]) => Promise<string>;
  readonly key: (action: PlainAction, role?: Role) => Promise<string>;
  /** The command's barcode, scanned like any other code. */
  readonly command: (id: CommandId) => Promise<string>;
  /** An answer to the open question. */
  readonly answer: (option: string, role?: Role) => Promise<string>;
  /** Orders the platform was asked for in the background. */
  readonly asked: readonly string[];
  readonly held: HeldStore;
  readonly stops: StoppedBoxStore;
  /** Tells the bench that orders changed, and waits until it has looked. */
  readonly ordersChanged: () => Promise<PackingView>;
  readonly quantity: (quantity: number) => Promise<string>;
  readonly memory: BenchMemory;
  readonly database: Database;
  readonly pass: (ms: number) => void;
  /** The same data folder opened by a new process. */
  readonly reopen: () => PackingService;
};

/** A bench on a real database; the outbox is a list with the real one's refusals. */
export function setup(orders: readonly Order[] = [order()], carriers: readonly Carrier[] = [ZTO, YUNDA]): Bench {
  const dataDir = mkdtempSync(join(tmpdir(), 'bench-'));
  const opened = openDatabase({ dataDir, nowMs: 0 });
  if (!opened.ok) throw new Error(opened.error.code);
  opened.value.database
    .prepare(
      `INSERT INTO shop (id, name, platform, base_url, created_at_ms) VALUES ('shop-1', 'Tea', 'wechat-channels', '', 0)`,
    )
    .run();
  let nowMs = Date.parse('2026-11-21T02:00:00Z');
  const saved: SendPayload[] = [];
  const asked: string[] = [];
  const choices = new Map<string, string>();
  const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const memory = createBenchMemory(opened.value.database);
  const deps: PackingDeps = {
    orders: {
      findByCode: (code) =>
        orders.find(({ orderId, parcels }) => orderId === code || parcels.some(({ waybill }) => waybill === code)) ??
        null,
      findByLabel: (waybill) => orders.filter(({ labels }) => labels?.includes(waybill) === true),
      needing: async (code) =>
        orders.find((each) => each.status === 'to-ship' && linesWith(each.lines, code).length > 0) ?? null,
      remaining: (each) =>
        new Map(each.lines.map((one) => [one.lineNo, one.quantity - one.refundedQuantity - one.shippedQuantity])),
      isLeft: () => true,
      current: (_shop, orderId) => orders.find((each) => each.orderId === orderId) ?? null,
      earlierShipment: (each) => {
        const [parcel] = each.parcels;
        return parcel === undefined ? null : { waybill: parcel.waybill, atMs: null, operator: 'Mei' };
      },
      expectedCarrier: ({ parcels: [parcel] }) => ({
        code: parcel?.carrierCode ?? '',
        name: parcel?.carrierName ?? '',
      }),
    },
    outbox: {
      enqueue: ({ payload }) => {
        saved.push(payload);
        return { ok: true, value: { id: `op-${saved.length}` } };
      },
      oftenUsed: () =>
        saved.flatMap(({ deliver }) => (deliver.type === 'courier' ? [deliver.carrierCode] : [])).toReversed(),
      waybillUse: (waybill) => {
        const used = saved.find((payload) => payload.deliver.type === 'courier' && payload.deliver.waybill === waybill);
        return used === undefined ? null : { orderId: used.orderId, atMs: nowMs, operator: 'Mei' };
      },
    },
    carrierLists: { known: () => carriers },
    carriers: {
      choice: (_shop, shape) => choices.get(shape) ?? null,
      remember: (_shop, shape, code) => void choices.set(shape, code),
    },
    offer: () => null,
    shops: {
      get: (id) => ({
        id,
        name: 'Tea',
        platform: 'wechat-channels',
        baseUrl: '',
        training: false,
        paused: false,
        kind: '',
        plainHttp: false,
        spendLimitPoints: null,
        spendAgreedOn: '',
        pulledToMs: null,
        pulledAtMs: null,
      }),
    },
    guessCarriers: (waybill, list) =>
      list.filter((carrier) => (carrier.code === 'ZTO' ? waybill.startsWith('7') : /^[47]6/.test(waybill))),
    composeRule: (each, payload) => (each.deliverMethod === 'virtual' && !payload.whole ? 'whole-order-only' : null),
    memory,
    extras: createPackageExtras(opened.value.database),
    photos: photosOf({ database: opened.value.database, dataDir, clock: { now: () => nowMs } }),
    held: createHeldStore(opened.value.database),
    stops: createStoppedBoxStore(opened.value.database),
    savedBoxes: () => [],
    refresh: (each) => void asked.push(each.orderId),
    restLimit: () => 5,
    events: createEventHub(silent),
    clock: { now: () => nowMs, monotonic: () => nowMs, at: () => () => undefined },
  };
  const drafts = createDraftStore(opened.value.database);
  const scanLog = createScanLog(opened.value.database);
  const packing = createPackingService({ ...deps, drafts, scanLog });
  return {
    packing,
    saved,
    scanLog,
    scan: async (...codes) => {
      let verdict = '';
      for (const code of codes) {
        nowMs += 1_000;
        verdict = (await packing.scan(code, who())).verdict;
      }
      return verdict;
    },
    key: async (action, role) => (await packing.act({ action }, who(role))).verdict,
    command: async (id) => {
      nowMs += 3_000;
      return (await packing.scan(commandDigits(id) ?? '', who())).verdict;
    },
    ...{ asked, held: deps.held, stops: deps.stops },
    ordersChanged: async () => {
      deps.events.emit('orders.changed', []);
      await new Promise((resolve) => setImmediate(resolve));
      return packing.view();
    },
    answer: async (option, role) => (await packing.act({ action: 'answer', option }, who(role))).verdict,
    quantity: async (quantity) => (await packing.act({ action: 'quantity', quantity }, who())).verdict,
    memory,
    database: opened.value.database,
    pass: (ms) => {
      nowMs += ms;
    },
    reopen: () => createPackingService({ ...deps, drafts, scanLog }),
  };
}
