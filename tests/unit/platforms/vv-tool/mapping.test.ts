import { expect, test } from 'vitest';
import { contentWith } from '../../../../electron/services/platforms/vv-tool/content.ts';
import { orderOf, parcelsFromShippings } from '../../../../electron/services/platforms/vv-tool/mapping.ts';
import { queriesOf } from '../../../../electron/services/platforms/vv-tool/orders.ts';
import { ShippingsSchema, TradeSchema } from '../../../../electron/services/platforms/vv-tool/schema.ts';
import { OrderSchema } from '../../../../shared/domain/order.ts';
import { parseExactJson } from '../../../../shared/kernel/json.ts';
import { DAY_MS } from '../../../../shared/kernel/time.ts';

const TRADE = `{
  "tid": 534175553569487022, "status": "SELLER_CONSIGNED_PART", "shipping_type": "express",
  "created": "2026-11-20 09:00:00", "modified": "2026-11-21 10:30:00",
  "buyer_message": "请发顺丰", "seller_memo": "老客户", "receiver_name": "不该读的人",
  "orders": { "order": [
    { "oid": 534175553569487023, "num_iid": 10000300001, "sku_id": "33001", "outer_sku_id": "6999000370111",
      "outer_iid": "MUG-1", "title": "马克杯", "sku_properties_name": "颜色:白;容量:350ml", "num": 2,
      "status": "WAIT_BUYER_CONFIRM_GOODS", "refund_status": "NO_REFUND", "invoice_no": "yt5779383891732",
      "logistics_company": "圆通速递", "pic_path": "https://img.example/1.jpg", "delivery_time": "2026-11-23 09:00:00" },
    { "oid": 534175553569487024, "num_iid": 10000300002, "sku_id": 33002, "outer_sku_id": "", "outer_iid": "TEA-1",
      "title": "绿茶", "num": "1", "status": "WAIT_SELLER_SEND_GOODS", "refund_status": "WAIT_SELLER_AGREE",
      "pic_path": "//img.example/2.jpg", "delivery_time": "2026-11-22 09:00:00" },
    { "oid": 534175553569487025, "num_iid": 10000300003, "num": 3, "status": "TRADE_CLOSED", "refund_status": "SUCCESS" }
  ] } }`;

const tradeOf = (text: string) => {
  const json = parseExactJson(text);
  if (!json.ok) throw new Error(json.error);
  return TradeSchema.parse(json.value);
};

test('a trade comes into our form with exact ids, its children as lines, and nothing of its receiver', () => {
  const order = OrderSchema.parse(orderOf('shop-1', tradeOf(TRADE)));
  expect(order).toMatchObject({
    orderId: '534175553569487022',
    status: 'part-shipped',
    rawStatus: 'SELLER_CONSIGNED_PART',
    deliverMethod: 'courier',
    flags: ['after-sale'],
    note: '请发顺丰',
    sellerNote: '老客户',
    deadline: '2026-11-22T01:00:00.000Z',
    createdAt: '2026-11-20T01:00:00.000Z',
    updatedAt: '2026-11-21T02:30:00.000Z',
  });
  expect(order.lines).toMatchObject([
    {
      childOrderId: '534175553569487023',
      productId: '10000300001',
      skuId: '33001',
      skuCode: 'MUG-1',
      barcode: '6999000370111',
      variant: '白 350ml',
      quantity: 2,
      shippedQuantity: 2,
      imageUrl: 'https://img.example/1.jpg',
    },
    {
      childOrderId: '534175553569487024',
      skuId: '33002',
      quantity: 1,
      afterSaleQuantity: 1,
      shippedQuantity: 0,
      imageUrl: '',
    },
    { quantity: 3, refundedQuantity: 3, shippedQuantity: 0 },
  ]);
  expect(order.parcels).toEqual([
    {
      carrierCode: '',
      carrierName: '圆通速递',
      waybill: 'YT5779383891732',
      items: [{ productId: '10000300001', skuId: '33001', quantity: 2 }],
    },
  ]);
  expect(JSON.stringify(order)).not.toContain('不该读的人');
});

test.each([
  ['WAIT_BUYER_PAY', 'unpaid'],
  ['TRADE_NO_CREATE_PAY', 'unpaid'],
  ['PAY_PENDING', 'pending'],
  ['WAIT_PRE_AUTH_CONFIRM', 'pending'],
  ['PAID_FORBID_CONSIGN', 'pending'],
  ['WAIT_SELLER_SEND_GOODS', 'to-ship'],
  ['SELLER_CONSIGNED_PART', 'part-shipped'],
  ['WAIT_BUYER_CONFIRM_GOODS', 'shipped'],
  ['TRADE_BUYER_SIGNED', 'shipped'],
  ['TRADE_FINISHED', 'done'],
  ['TRADE_CLOSED', 'closed'],
  ['TRADE_CLOSED_BY_TAOBAO', 'closed'],
  ['SOMETHING_NEW', 'unknown'],
])('status %s is %s', (status, expected) => {
  expect(orderOf('s', tradeOf(`{"tid":1,"status":"${status}"}`)).status).toBe(expected);
});

test('a list may be wrapped, bare, single or missing', () => {
  const one = '{"oid":1,"num":1}';
  for (const orders of [`{"order":[${one}]}`, `[${one}]`, `{"order":${one}}`, one])
    expect(tradeOf(`{"tid":1,"orders":${orders}}`).orders, orders).toHaveLength(1);
  expect(tradeOf('{"tid":1}').orders).toEqual([]);
  expect(TradeSchema.safeParse({ tid: 1, orders: { order: [{ num: 1 }] } }).success).toBe(false);
});

test('logistics orders give the parcels that the trade hides', () => {
  const trade = tradeOf(TRADE);
  const read = (shippings: unknown) => parcelsFromShippings(trade, ShippingsSchema.parse(shippings));
  expect(
    read({
      shipping: [
        { out_sid: 'ZT1', company_name: '中通快递', sub_tids: { number: ['534175553569487023'] } },
        { status: 'CREATED', sub_tids: { number: ['534175553569487024'] } },
      ],
    }),
  ).toEqual([
    {
      carrierCode: '',
      carrierName: '中通快递',
      waybill: 'ZT1',
      items: [{ productId: '10000300001', skuId: '33001', quantity: 2 }],
    },
  ]);
  expect(read([{ out_sid: 'ZT1' }])[0]?.items).toHaveLength(2);
  expect(read([{ out_sid: 'ZT1' }, { out_sid: 'ZT2' }]).map((parcel) => parcel.items)).toEqual([[], []]);
});

test('content is found under whatever wrapping the aggregator puts around it', () => {
  const inner = { tid: '1' };
  for (const data of [
    inner,
    [inner],
    { trade: inner },
    { trade_fullinfo_get_response: { trade: inner } },
    [{ trade: [inner] }],
  ])
    expect(contentWith({ code: 0, data }, 'tid'), JSON.stringify(data)).toEqual(inner);
  expect(contentWith({ code: 0, data: [inner, { tid: '2' }] }, 'tid')).toBeNull();
  expect(contentWith({ code: 0, data: 'tid' }, 'tid')).toBeNull();
});

test('a window is cut into days, in China’s time, whatever is older by what is still open', () => {
  const toMs = Date.parse('2026-11-21T04:00:00Z');
  const recent = queriesOf({ fromMs: toMs - 1.5 * DAY_MS, toMs });
  expect(recent.map((query) => Object.fromEntries(query.fields))).toEqual([
    { start_create: '2026-11-20 00:00:00', end_create: '2026-11-21 00:00:00' },
    { start_create: '2026-11-21 00:00:00', end_create: '2026-11-21 12:00:00' },
  ]);
  const long = queriesOf({ fromMs: toMs - 30 * DAY_MS, toMs });
  expect(long.map((query) => query.path)).toEqual([
    '/tool/erps/sold',
    '/tool/erps/sold',
    ...Array<string>(7).fill('/tool/erps/increment'),
  ]);
  expect(Object.fromEntries(long[0]?.fields ?? [])).toEqual({
    start_created: '2026-09-22 12:00:00',
    end_created: '2026-11-14 12:00:00',
    status: 'WAIT_SELLER_SEND_GOODS',
  });
});
