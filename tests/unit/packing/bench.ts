import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Carrier } from '../../../shared/domain/carrier.ts';
import type { Order, OrderLine } from '../../../shared/domain/order.ts';
import type { SendPayload } from '../../../shared/domain/shipment.ts';
import { openDatabase } from '../../../electron/services/db/open.ts';
import { createEventHub } from '../../../electron/services/events.ts';
import { createDraftStore } from '../../../electron/services/packing/draft-store.ts';
import type { PackingDeps } from '../../../electron/services/packing/packing-deps.ts';
import { createScanLog, type ScanLog } from '../../../electron/services/scans/scan-log-store.ts';
import { createPackingService, type PackingService } from '../../../electron/services/packing/packing-service.ts';

export const ORDER_ID = '3704612354559743233';
export const OTHER_ORDER_ID = '3704612354559743999';
const ZTO: Carrier = { code: 'ZTO', name: '中通快递' };
const YUNDA: Carrier = { code: 'YUNDA', name: '韵达快递' };

const line = (lineNo: number, barcode: string, quantity: number, more: Partial<OrderLine> = {}): OrderLine => ({
  lineNo,
  productId: `1000010836121${lineNo}`,
  skuId: `236892532${lineNo}`,
  skuCode: `SKU-${lineNo}`,
  barcode,
  title: `Goods ${lineNo}`,
  variant: '',
  quantity,
  refundedQuantity: 0,
  afterSaleQuantity: 0,
  shippedQuantity: 0,
  childOrderId: '',
  imageUrl: '',
  needsSerialNumber: false,
  ...more,
});

export const order = (more: Partial<Order> = {}): Order => ({
  shopId: 'shop-1',
  platform: 'wechat-channels',
  orderId: ORDER_ID,
  status: 'to-ship',
  rawStatus: '20',
  deliverMethod: 'courier',
  flags: [],
  note: '',
  deadline: null,
  createdAt: null,
  updatedAt: null,
  lines: [line(1, '6901234567892', 2), line(2, '6909876543218', 1)],
  parcels: [],
  ...more,
});

export const orderLine = line;

export type Bench = {
  readonly packing: PackingService;
  readonly saved: SendPayload[];
  readonly scanLog: ScanLog;
  readonly scan: (...codes: string[]) => Promise<string>;
  readonly key: (
    action: 'acknowledge' | 'new-package' | 'seal' | 'undo' | 'close-order' | 'confirm-none',
  ) => Promise<string>;
  readonly pass: (ms: number) => void;
  /** The same data folder opened by a new process. */
  readonly reopen: () => PackingService;
};

/** A bench on a real database; the outbox is a list with the real one's refusals. */
export function setup(orders: readonly Order[] = [order()], carriers: readonly Carrier[] = [ZTO, YUNDA]): Bench {
  const opened = openDatabase({ dataDir: mkdtempSync(join(tmpdir(), 'bench-')), nowMs: 0 });
  if (!opened.ok) throw new Error(opened.error.code);
  let nowMs = Date.parse('2026-11-21T02:00:00Z');
  const saved: SendPayload[] = [];
  const choices = new Map<string, string>();
  const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const deps: PackingDeps = {
    orders: {
      findByCode: (code) =>
        orders.find(({ orderId, parcels }) => orderId === code || parcels.some(({ waybill }) => waybill === code)) ??
        null,
      remaining: (each) =>
        new Map(each.lines.map((one) => [one.lineNo, one.quantity - one.refundedQuantity - one.shippedQuantity])),
      earlierShipment: (each) => {
        const [parcel] = each.parcels;
        return parcel === undefined ? null : { waybill: parcel.waybill, atMs: null, operator: 'Mei' };
      },
    },
    outbox: {
      enqueue: ({ payload }) => {
        saved.push(payload);
        return { ok: true, value: { id: `op-${saved.length}` } };
      },
      waybillUse: (waybill) => {
        const used = saved.find((payload) => payload.deliver.type === 'courier' && payload.deliver.waybill === waybill);
        return used === undefined ? null : { orderId: used.orderId, atMs: nowMs };
      },
    },
    carrierLists: { known: () => carriers, ensure: async () => ({ ok: true, value: carriers }) },
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
        verdict = (await packing.scan(code, 'Mei')).verdict;
      }
      return verdict;
    },
    key: async (action) => (await packing.act({ action }, 'Mei')).verdict,
    pass: (ms) => {
      nowMs += ms;
    },
    reopen: () => createPackingService({ ...deps, drafts, scanLog }),
  };
}
