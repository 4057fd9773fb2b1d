import { expect, test } from 'vitest';
import { orderOf } from '../../../../electron/services/platforms/wechat-channels/mapping.ts';
import { OrderReplySchema } from '../../../../electron/services/platforms/wechat-channels/schema.ts';
import { OrderSchema, shippableQuantity, type Order } from '../../../../shared/domain/order.ts';
import { parseExactJson } from '../../../../shared/kernel/json.ts';
import { orderReply, parcelReply } from './order-reply.ts';

function read(text: string): Order {
  const json = parseExactJson(text);
  if (!json.ok) throw new Error(json.error);
  const order = orderOf('shop-1', OrderReplySchema.parse(json.value).order);
  return OrderSchema.parse(order);
}

const delivery = (parcels: readonly unknown[], more: Record<string, unknown> = {}) => ({
  delivery_info: { deliver_method: 0, delivery_product_info: parcels, ...more },
});

test('an order to ship becomes ours, line by line', () => {
  expect(read(orderReply())).toEqual({
    shopId: 'shop-1',
    platform: 'wechat-channels',
    orderId: '3705115058471208928',
    status: 'to-ship',
    rawStatus: '20',
    deliverMethod: 'courier',
    flags: [],
    note: '请放门口',
    sellerNote: '易碎',
    deadline: '2022-07-23T18:13:20.000Z',
    createdAt: '2022-07-22T16:00:00.000Z',
    updatedAt: '2022-07-22T17:00:00.000Z',
    parcels: [],
    lines: [
      {
        lineNo: 1,
        productId: '10000108361213',
        skuId: '2368925324',
        skuCode: 'RING-RED',
        barcode: '6901234567892',
        title: '健身环',
        variant: '红 M',
        quantity: 3,
        refundedQuantity: 1,
        afterSaleQuantity: 0,
        shippedQuantity: 0,
        childOrderId: '',
        imageUrl: 'https://example.test/ring.png',
        needsSerialNumber: false,
      },
    ],
  });
});

test('nothing about the receiver is kept', () => {
  const text = JSON.stringify(read(orderReply()));
  for (const secret of ['示例收货人', '13000000000', '广东省', '示例路', 'example-openid'])
    expect(text).not.toContain(secret);
});

test('ids typed as numbers keep all their digits', () => {
  const text = orderReply()
    .replace('"order_id":"3705115058471208928"', '"order_id":3705115058471208928')
    .replace('"product_id":"10000108361213"', '"product_id":9999999999999999999')
    .replace('"sku_id":"2368925324"', '"sku_id":2368925324');
  const order = read(text);
  expect(order.orderId).toBe('3705115058471208928');
  expect(order.lines[0]).toMatchObject({ productId: '9999999999999999999', skuId: '2368925324' });
});

test.each([
  [10, 'unpaid'],
  [12, 'pending'],
  [13, 'pending'],
  [20, 'to-ship'],
  [21, 'part-shipped'],
  [30, 'shipped'],
  [100, 'done'],
  [190, 'closed'],
  [200, 'closed'],
  [250, 'closed'],
  [777, 'unknown'],
])('status %i is %s', (status, name) => {
  expect(read(orderReply({ status }))).toMatchObject({ status: name, rawStatus: String(status) });
});

test('what was shipped is taken from the parcels, one waybill being one parcel', () => {
  const goods = ['10000108361213', '2368925324', 1] as const;
  const order = read(
    orderReply(
      { status: 21 },
      delivery([parcelReply('75531717195834', 'ZTO', [goods]), parcelReply('75531717195834', 'ZTO', [goods])]),
    ),
  );
  expect(order.parcels).toEqual([
    {
      carrierCode: 'ZTO',
      carrierName: '',
      waybill: '75531717195834',
      items: [{ productId: '10000108361213', skuId: '2368925324', quantity: 2 }],
    },
  ]);
  expect(order.lines[0]?.shippedQuantity).toBe(2);
  expect(order.lines.map(shippableQuantity)).toEqual([0]);
});

test('two lines of one article share what was shipped and never count it twice', () => {
  const line = { product_id: 'P', sku_id: 'S', sku_cnt: 2 };
  const order = read(
    orderReply(
      {},
      { product_infos: [line, line], ...delivery([parcelReply('YT5779383891732', 'YTO', [['P', 'S', 3]])]) },
    ),
  );
  expect(order.lines.map((each) => each.shippedQuantity)).toEqual([2, 1]);
});

test('reasons to stop the box are flags', () => {
  const changing = { product_id: 'P', sku_id: 'S', sku_cnt: 1, change_sku_info: { preshipment_change_sku_state: 3 } };
  const answered = { ...changing, change_sku_info: { preshipment_change_sku_state: 4 } };
  expect(read(orderReply({}, { product_infos: [changing] })).flags).toEqual(['sku-change']);
  expect(read(orderReply({}, { product_infos: [answered] })).flags).toEqual([]);
  expect(read(orderReply({}, { product_infos: [{ ...answered, on_aftersale_sku_cnt: 1 }] })).flags).toEqual([
    'after-sale',
  ]);
  expect(read(orderReply({ aftersale_detail: { on_aftersale_order_cnt: 1 } })).flags).toEqual(['after-sale']);
  const review = { address_under_review: { user_name: '示例收货人' } };
  expect(read(orderReply({}, delivery([], review))).flags).toEqual(['address-change']);
  expect(read(orderReply({}, delivery([], { address_under_review: {} }))).flags).toEqual([]);
});

test('virtual goods and goods with a state subsidy are known', () => {
  expect(read(orderReply({}, delivery([], { deliver_method: 1 }))).deliverMethod).toBe('virtual');
  const subsidised = { product_id: 'P', sku_id: 'S', sku_cnt: 1, national_subsidy_discounted_price: 45000 };
  expect(read(orderReply({}, { product_infos: [subsidised] })).lines[0]?.needsSerialNumber).toBe(true);
});

test('the barcode is whichever of the two codes is one, and the other stays scannable', () => {
  const codes = (sku_code: string, out_sku_id: string) => {
    const [line] = read(
      orderReply({}, { product_infos: [{ product_id: 'P', sku_id: 'S', sku_code, out_sku_id }] }),
    ).lines;
    return [line?.barcode, line?.skuCode];
  };
  expect(codes('6901234567892', 'RING-RED')).toEqual(['6901234567892', 'RING-RED']);
  expect(codes('RING-RED', '6901234567892')).toEqual(['6901234567892', 'RING-RED']);
  expect(codes('6901234567892', '')).toEqual(['6901234567892', '6901234567892']);
  expect(codes('RING-RED', 'OUT-7')).toEqual(['OUT-7', 'RING-RED']);
  expect(codes('', 'OUT-7')).toEqual(['', 'OUT-7']);
});

test('a sparse order is read, an order without its core is not', () => {
  const sparse = { order: { order_id: '1', status: 20, order_detail: { product_infos: [{ product_id: 1 }] } } };
  const order = orderOf('shop-1', OrderReplySchema.parse(sparse).order);
  expect(order).toMatchObject({ deadline: null, createdAt: null, note: '', parcels: [], lines: [{ quantity: 0 }] });
  for (const broken of [{}, { order: null }, { order: { order_id: '1' } }, { order: { order_id: {}, status: 20 } }])
    expect(OrderReplySchema.safeParse(broken).success).toBe(false);
});
