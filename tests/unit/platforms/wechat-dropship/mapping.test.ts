import { expect, test } from 'vitest';
import { orderOf } from '../../../../electron/services/platforms/wechat-dropship/mapping.ts';
import { DropshipReplySchema } from '../../../../electron/services/platforms/wechat-dropship/schema.ts';
import { OrderSchema, type Order } from '../../../../shared/domain/order.ts';
import { parseExactJson } from '../../../../shared/kernel/json.ts';
import { dropshipReply, shippedDetail } from './order-reply.ts';

function read(text: string): Order {
  const json = parseExactJson(text);
  if (!json.ok) throw new Error(json.error);
  return OrderSchema.parse(orderOf('shop-1', DropshipReplySchema.parse(json.value).dropship_order));
}

test('a drop-ship order becomes ours under its own number', () => {
  expect(read(dropshipReply())).toEqual({
    shopId: 'shop-1',
    platform: 'wechat-dropship',
    orderId: '4404612354559743233',
    status: 'to-ship',
    rawStatus: '300',
    deliverMethod: 'courier',
    flags: [],
    note: '请放门口',
    sellerNote: '易碎',
    deadline: '2025-07-08T18:40:00.000Z',
    createdAt: '2025-07-08T07:25:03.000Z',
    updatedAt: '2025-07-08T08:25:03.000Z',
    parcels: [],
    lines: [
      {
        lineNo: 1,
        productId: '10000108361213',
        skuId: '2368925324',
        skuCode: 'RING-RED',
        barcode: '6901234567892',
        title: '健身环',
        variant: '',
        quantity: 3,
        refundedQuantity: 0,
        afterSaleQuantity: 0,
        shippedQuantity: 0,
        childOrderId: '',
        imageUrl: 'https://example.test/ring.png',
        needsSerialNumber: false,
      },
    ],
  });
});

test('where an order stands is told by its parcels, whatever its status number says', () => {
  for (const status of [0, 100, 300, 999, null]) {
    expect(read(dropshipReply({ status }))).toMatchObject({ status: 'to-ship' });
    expect(read(dropshipReply({ status }, shippedDetail([1])))).toMatchObject({ status: 'part-shipped' });
    expect(read(dropshipReply({ status }, shippedDetail([1, 2])))).toMatchObject({ status: 'shipped' });
  }
  expect(read(dropshipReply({ status: null })).rawStatus).toBe('');
});

test('a parcel that names no goods says nothing of how much is left, unless the platform says all of it', () => {
  expect(read(dropshipReply({}, shippedDetail([0]))).status).toBe('unknown');
  expect(read(dropshipReply({}, shippedDetail([0], { ship_done_time: 1751970000 }))).status).toBe('shipped');
});

test('ids typed as numbers keep all their digits', () => {
  const text = dropshipReply()
    .replace('"4404612354559743233"', '4404612354559743233')
    .replace('"3729352105237033729"', '3729352105237033729')
    .replace('"10000108361213"', '9999999999999999999');
  expect(read(text)).toMatchObject({ orderId: '4404612354559743233', lines: [{ productId: '9999999999999999999' }] });
});

test('nothing about the receiver or the selling shop’s buyer is kept, but what belongs on a card is', () => {
  const order = read(
    dropshipReply(
      {},
      {
        greeting_card_info: { giver_name: '示例送礼人', receiver_name: '示例收礼人', greeting_message: '生日快乐' },
        custom_info: { custom_word: '刻字：天天' },
      },
    ),
  );
  expect(order.note).toBe('请放门口\n生日快乐\n刻字：天天');
  const text = JSON.stringify(order);
  for (const secret of ['示例收货人', '13000000000', '示例路', '示例送礼人', '示例收礼人'])
    expect(text).not.toContain(secret);
});

test('an open after-sale case and an address under review are flags where the platform tells of them', () => {
  const line = { product_id: 'P', sku_id: 'S', sku_cnt: 1, on_aftersale_sku_cnt: 1 };
  expect(read(dropshipReply({}, { product_infos: [line] })).flags).toEqual(['after-sale']);
  const review = { delivery_info: { address_under_review: { user_name: '示例' } } };
  expect(read(dropshipReply({}, review)).flags).toEqual(['address-change']);
});

test('an order without its core is not read', () => {
  for (const broken of [{}, { dropship_order: null }, { dropship_order: { ds_order_id: '1', status: 300 } }])
    expect(DropshipReplySchema.safeParse(broken).success).toBe(false);
});
