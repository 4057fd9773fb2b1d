import { expect, test } from 'vitest';
import { orderOf } from '../../../../electron/services/platforms/wechat-mini-shop/mapping.ts';
import { OrderReplySchema } from '../../../../electron/services/platforms/wechat-mini-shop/schema.ts';
import { tidyKeys } from '../../../../electron/services/platforms/wechat-mini-shop/tidy-keys.ts';
import { OrderSchema, shippableQuantity, type Order } from '../../../../shared/domain/order.ts';
import { parseExactJson } from '../../../../shared/kernel/json.ts';
import { miniOrderReply } from './order-reply.ts';

function read(text: string): Order {
  const json = parseExactJson(text);
  if (!json.ok) throw new Error(json.error);
  return OrderSchema.parse(orderOf('shop-1', OrderReplySchema.parse(tidyKeys(json.value)).order));
}
const parcel = (waybill_id: string, goods: readonly (readonly [number, number, number])[] | null = null) => ({
  waybill_id,
  delivery_id: 'STO',
  delivery_time: '1620738080',
  deliver_type: 'DELIVERY_TYPE_OPTIONAL_EXPRESS',
  ...(goods === null
    ? {}
    : { product_infos: goods.map(([product_id, sku_id, product_cnt]) => ({ product_id, sku_id, product_cnt })) }),
});

test('an order with numbers for ids and text for times becomes ours, digits exact', () => {
  expect(read(miniOrderReply())).toEqual({
    shopId: 'shop-1',
    platform: 'wechat-mini-shop',
    orderId: '1832423523451235145',
    status: 'to-ship',
    rawStatus: '20',
    deliverMethod: 'courier',
    flags: [],
    note: '发顺丰',
    sellerNote: '易碎',
    deadline: null,
    createdAt: '2020-03-25T05:05:25.000Z',
    updatedAt: '2020-03-25T06:05:25.000Z',
    parcels: [],
    lines: [
      {
        lineNo: 1,
        productId: '234245',
        skuId: '23424',
        skuCode: '',
        barcode: '',
        title: '健身环',
        variant: '红蓝主机',
        quantity: 10,
        refundedQuantity: 2,
        afterSaleQuantity: 0,
        shippedQuantity: 0,
        childOrderId: '',
        imageUrl: 'http://example.test/ring.jpg',
        needsSerialNumber: false,
      },
    ],
  });
});

test('nothing about the receiver is kept', () => {
  const text = JSON.stringify(read(miniOrderReply()));
  for (const secret of ['示例收货人', '13000000000', '示例路', 'example-openid']) expect(text).not.toContain(secret);
});

test('keys as the older pages print them are understood', () => {
  const old = miniOrderReply()
    .replace('"create_time"', '"craete_time"')
    .replace('"order_detail"', '"order_detail "')
    .replace('"product_infos"', '"product_Infos "')
    .replace('"title"', '"Title"')
    .replace('"sale_price"', '"slae_price"');
  expect(read(old)).toEqual(read(miniOrderReply()));
});

test('the rightly spelt key wins over the misspelt one, in any order', () => {
  const tidy = (json: Parameters<typeof tidyKeys>[0]) => tidyKeys(json);
  expect(tidy({ craete_time: 'wrong', create_time: 'right' })).toEqual({ create_time: 'right' });
  expect(tidy({ create_time: 'right', craete_time: 'wrong' })).toEqual({ create_time: 'right' });
  expect(tidy([{ ' A ': { B: [1, null, 'x'] } }])).toEqual([{ a: { b: [1, null, 'x'] } }]);
});

test('the only parcel may be an object and other orders have a list of them', () => {
  const asObject = read(miniOrderReply({ status: 30 }, { delivery_product_info: parcel('134654612313') }));
  const asList = read(
    miniOrderReply({ status: 30 }, { delivery_product_info: [parcel('134654612313', [[234245, 23424, 8]])] }),
  );
  expect(asObject).toEqual(asList);
  expect(asObject.parcels).toEqual([
    {
      carrierCode: 'STO',
      carrierName: '',
      waybill: '134654612313',
      items: [{ productId: '234245', skuId: '23424', quantity: 8 }],
    },
  ]);
  expect(asObject.lines.map(shippableQuantity)).toEqual([0]);
});

test('an empty parcel object is no parcel, and goods are not guessed before an order is shipped in full', () => {
  for (const nothing of [{}, { waybill_id: '', delivery_id: '' }, null, []])
    expect(read(miniOrderReply({}, { delivery_product_info: nothing })).parcels).toEqual([]);
  const early = read(miniOrderReply({ status: 21 }, { delivery_product_info: parcel('134654612313') }));
  expect(early.parcels[0]?.items).toEqual([]);
});

test.each([
  [10, 'unpaid'],
  [15, 'pending'],
  [16, 'pending'],
  [17, 'unknown'],
  [20, 'to-ship'],
  [21, 'part-shipped'],
  [30, 'shipped'],
  [100, 'done'],
  [181, 'closed'],
  [190, 'closed'],
  [200, 'closed'],
  [250, 'closed'],
  [777, 'unknown'],
])('status %i is %s', (status, name) => {
  expect(read(miniOrderReply({ status }))).toMatchObject({ status: name, rawStatus: String(status) });
});

test.each([
  [{ express_fee: [{ shipping_method: 'ShippingMethod_Express' }] }, 'courier'],
  [{ express_fee: [{ shipping_method: 'ShippingMethod_SameCity' }] }, 'pickup'],
  [{ express_fee: [{ shipping_method: 'ShippingMethod_Pickup' }] }, 'pickup'],
  [{ express_fee: { shipping_method: 'ShippingMethod_Pickup' } }, 'pickup'],
  [{ express_fee: null, delivery_method: '快递' }, 'courier'],
  [{ express_fee: [], delivery_method: '同城配送' }, 'pickup'],
  [{ express_fee: [{}], delivery_method: '到店自提' }, 'pickup'],
  [{ express_fee: null, delivery_method: null }, 'courier'],
])('the way of delivery in %j is %s', (delivery, method) => {
  expect(read(miniOrderReply({}, delivery)).deliverMethod).toBe(method);
});

test('open after-sale cases are a flag, wherever the order tells of them', () => {
  expect(read(miniOrderReply({ aftersale_detail: { on_aftersale_order_cnt: 1 } })).flags).toEqual(['after-sale']);
  const line = { product_id: 1, sku_id: 2, sku_cnt: 1, on_aftersale_sku_cnt: 1 };
  expect(read(miniOrderReply({ order_detail: { product_infos: [line] } })).flags).toEqual(['after-sale']);
});

test('notes inside the order’s detail count too, and times may be epoch seconds', () => {
  const order = read(
    miniOrderReply({
      ext_info: null,
      create_time: '1620738080',
      update_time: 1620738081,
      order_detail: {
        product_infos: [{ product_id: 1, sku_id: 2, sku_cnt: 1, delivery_deadline: '2021-05-12 00:00:00' }],
        ext_info: { customer_notes: '慢慢来' },
      },
    }),
  );
  expect(order).toMatchObject({
    note: '慢慢来',
    createdAt: '2021-05-11T13:01:20.000Z',
    updatedAt: '2021-05-11T13:01:21.000Z',
    deadline: '2021-05-11T16:00:00.000Z',
  });
  expect(read(miniOrderReply({ create_time: 'yesterday', update_time: '' }))).toMatchObject({
    createdAt: null,
    updatedAt: null,
  });
});

test('an order without its core is not read', () => {
  for (const broken of [{}, { order: null }, { order: { order_id: 1 } }, { order: { order_id: {}, status: 20 } }])
    expect(OrderReplySchema.safeParse(broken).success).toBe(false);
});
