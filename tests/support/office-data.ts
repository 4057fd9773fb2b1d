import type { JobView } from '../../shared/contract/job.ts';
import type { OrderRow } from '../../shared/contract/orders.ts';
import type { OpRow, OpStory } from '../../shared/contract/outbox.ts';
import type { ShopView } from '../../shared/contract/shops.ts';
import type { Order } from '../../shared/domain/order.ts';
import { sampleLine, sampleOrder } from './sample-order.ts';

/** Examples of what the office pages show; each call may change what a test is about. */
export const opRow = (over: Partial<OpRow> = {}): OpRow => ({
  id: 'op-1',
  shopId: 's1',
  shop: '山野茶铺',
  platform: 'wechat-channels',
  orderId: '3705115058471208928',
  kind: 'send',
  state: 'ready',
  carrierCode: 'ZTO',
  carrierName: '中通快递',
  waybill: '75890123456789',
  pieces: 3,
  attempts: 0,
  code: null,
  platformMessage: '',
  requestId: '',
  holdKind: null,
  proof: null,
  notBefore: null,
  doubtSince: null,
  createdAt: '2026-11-21T08:00:00.000Z',
  createdBy: '小李',
  updatedAt: '2026-11-21T08:00:00.000Z',
  actions: [],
  ...over,
});

export const opStory = (over: Partial<OpStory> = {}): OpStory => {
  const row = over.row ?? opRow();
  return {
    row,
    payload: {
      version: 1,
      kind: 'send',
      orderId: row.orderId,
      whole: true,
      deliver: {
        type: 'courier',
        carrierCode: row.carrierCode,
        carrierName: row.carrierName,
        waybill: row.waybill,
      },
      items: [{ productId: '10000123', skuId: '20000456', quantity: 3 }],
    },
    attempts: [],
    readBacks: [],
    corrections: null,
    history: [{ at: row.createdAt, actor: row.createdBy, action: 'T1', from: '', to: 'ready', detail: '' }],
    supersedes: null,
    supersededBy: null,
    cost: null,
    ...over,
  };
};

export const shopView = (over: Partial<ShopView> = {}): ShopView => ({
  id: 's1',
  name: '山野茶铺',
  platform: 'wechat-channels',
  baseUrl: 'https://api.weixin.qq.com',
  training: false,
  paused: false,
  gate: null,
  gateDetail: null,
  kind: '',
  plainHttp: false,
  spending: null,
  credentials: [
    { field: 'appId', configured: true, endsWith: '8c' },
    { field: 'appSecret', configured: true, endsWith: '3F' },
  ],
  carriers: 42,
  carriersAsOf: '2026-11-21T07:00:00.000Z',
  ordersAsOf: '2026-11-21T08:00:00.000Z',
  unread: [],
  openOps: 0,
  ...over,
});

export const orderRow = (over: Partial<OrderRow> = {}): OrderRow => ({
  shopId: 's1',
  shop: '山野茶铺',
  platform: 'wechat-channels',
  orderId: '3705115058471208928',
  status: 'to-ship',
  deadline: '2026-11-22T08:00:00.000Z',
  pieces: 3,
  left: 3,
  title: '高山云雾绿茶 250 克',
  flags: [],
  note: '',
  sellerNote: '',
  heldBy: null,
  ...over,
});

export const order = (over: Partial<Order> = {}): Order =>
  sampleOrder({
    shopId: 's1',
    deadline: '2026-11-22T08:00:00.000Z',
    createdAt: '2026-11-20T08:00:00.000Z',
    updatedAt: '2026-11-21T08:00:00.000Z',
    lines: [
      sampleLine({
        productId: '10000123',
        skuId: '20000456',
        skuCode: 'TEA-250',
        barcode: '6901234567892',
        title: '高山云雾绿茶',
        variant: '250 克',
        quantity: 3,
      }),
    ],
    ...over,
  });

export const jobView = (over: Partial<JobView> = {}): JobView => ({
  id: 'job-1',
  kind: 'import-orders',
  state: 'running',
  phase: 'reading',
  done: 0,
  total: null,
  accepted: 0,
  refused: 0,
  rows: [],
  problem: null,
  ...over,
});
