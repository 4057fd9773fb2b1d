import { expect, test } from 'vitest';
import { judgeSend } from '../../../../electron/services/platforms/douyin-fengchao/judge.ts';
import { orderOf } from '../../../../electron/services/platforms/douyin-fengchao/mapping.ts';
import { OrderReplySchema } from '../../../../electron/services/platforms/douyin-fengchao/schema.ts';
import { OrderSchema } from '../../../../shared/domain/order.ts';
import { parseExactJson } from '../../../../shared/kernel/json.ts';
import { payloadOf } from '../../../support/sample-order.ts';

const child = (no: number, more: object = {}) => ({
  order_id: String(6_918_490_006_302_719_314n + BigInt(no)),
  product_id: '3539925204033339668',
  product_id_str: '3539925204033339668',
  sku_id: 1_723_443_829_006_000 + no,
  item_num: 2,
  product_name: '马克杯',
  product_pic: 'https://pictures.example/1.jpg',
  code: 'MUG-1',
  out_sku_id: '6999000370011',
  spec: [{ name: '颜色', value: '白' }],
  order_status: 2,
  ...more,
});
const reply = (more: object = {}) => ({
  order_id: '6918490006302719314',
  order_status: 2,
  order_type: 0,
  create_time: 1_657_525_936,
  update_time: 1_657_525_999,
  exp_ship_time: 1_657_698_736,
  buyer_words: '请包好',
  seller_words: '',
  mask_post_receiver: '张**',
  encrypt_post_tel: '##secret##',
  post_addr: { detail: '某某路 1 号' },
  sku_order_list: [child(1), child(2)],
  logistics_info: [],
  ...more,
});
const parcel = (childNo: number, count: number, more: object = {}) => ({
  tracking_no: '75531717195834',
  company: 'zhongtong',
  company_name: '中通快递',
  product_info: [{ sku_order_id: child(childNo).order_id, product_count: count }],
  ...more,
});
const read = (value: object) => orderOf('shop-1', OrderReplySchema.parse(value));
const payload = payloadOf({
  orderId: '6918490006302719314',
  deliver: { type: 'courier', carrierCode: 'zhongtong', carrierName: '', waybill: '75531717195834' },
  items: [
    { productId: '3539925204033339668', skuId: '1723443829006001', quantity: 2, childOrderId: child(1).order_id },
  ],
});
const split = { ...payload, whole: false };

test('an order is brought into our form, without anything of its receiver', () => {
  const order = read(reply());
  expect(OrderSchema.parse(order)).toEqual(order);
  expect(order).toMatchObject({ status: 'to-ship', note: '请包好', deadline: '2022-07-13T07:52:16.000Z' });
  expect(order.lines[1]).toMatchObject({
    childOrderId: '6918490006302719316',
    productId: '3539925204033339668',
    variant: '白',
  });
  expect(JSON.stringify(order)).not.toMatch(/张|secret|某某路/);
});

test('numbers a JavaScript number cannot hold stay exact', () => {
  const text = JSON.stringify(reply()).replace('"6918490006302719314"', '6918490006302719314');
  const json = parseExactJson(text);
  expect(read(json.ok ? (json.value as object) : {}).orderId).toBe('6918490006302719314');
});

test.each([
  [1, 'unpaid'],
  [103, 'unpaid'],
  [105, 'pending'],
  [2, 'to-ship'],
  [101, 'part-shipped'],
  [3, 'shipped'],
  [4, 'closed'],
  [5, 'done'],
  [21, 'closed'],
  [22, 'closed'],
  [39, 'closed'],
  [777, 'unknown'],
] as const)('status %i is %s', (order_status, status) => {
  expect(read(reply({ order_status })).status).toBe(status);
});

test('refunds, risk review, virtual goods and serial numbers are seen', () => {
  const open = read(
    reply({ sku_order_list: [child(1, { after_sale_info: { after_sale_status: 6, refund_status: 1 } })] }),
  );
  expect(open).toMatchObject({ flags: ['after-sale'], lines: [{ afterSaleQuantity: 2, refundedQuantity: 0 }] });
  const done = read(
    reply({ sku_order_list: [child(1, { after_sale_info: { after_sale_status: 12, refund_status: 3 } })] }),
  );
  expect(done).toMatchObject({ flags: [], lines: [{ afterSaleQuantity: 0, refundedQuantity: 2 }] });
  expect(read(reply({ order_status: 105 })).flags).toEqual(['risk']);
  expect(read(reply({ order_type: 2 })).deliverMethod).toBe('virtual');
  expect(read(reply({ sku_order_list: [child(1, { need_serial_number: true })] })).lines[0]?.needsSerialNumber).toBe(
    true,
  );
});

test('pieces in parcels are counted for each child order', () => {
  const order = read(
    reply({ order_status: 101, logistics_info: [parcel(1, 1), parcel(1, 1, { tracking_no: '2' }), parcel(2, 1)] }),
  );
  expect(order.lines.map((line) => line.shippedQuantity)).toEqual([2, 1]);
  expect(order.parcels).toHaveLength(2);
});

test('only our number with our goods is ours', () => {
  const judge = (more: object, of = split) => judgeSend(read(reply(more)), of);
  expect(judge({})).toEqual({ kind: 'absent' });
  expect(judge({ order_status: 101, logistics_info: [parcel(1, 2)] })).toEqual({ kind: 'ours' });
  expect(judge({ order_status: 101, logistics_info: [parcel(1, 1)] })).toMatchObject({ kind: 'foreign' });
  expect(judge({ order_status: 101, logistics_info: [parcel(2, 2)] })).toMatchObject({ kind: 'foreign' });
  expect(judge({ order_status: 101, logistics_info: [parcel(1, 2, { product_info: [] })] })).toBeNull();
  expect(judge({ order_status: 101, logistics_info: [parcel(1, 2, { company: 'yunda' })] })).toMatchObject({
    kind: 'foreign',
  });
  expect(judge({ order_status: 101, logistics_info: [parcel(2, 2, { tracking_no: '9' })] })).toEqual({
    kind: 'absent',
  });
  expect(judge({ order_status: 101, logistics_info: [parcel(1, 2, { tracking_no: '9' })] })).toMatchObject({
    kind: 'foreign',
  });
  expect(judge({ order_status: 3, logistics_info: [parcel(1, 2, { product_info: [] })] }, payload)).toEqual({
    kind: 'ours',
  });
  expect(judge({ order_status: 3 })).toBeNull();
  expect(judge({ order_status: 4 })).toMatchObject({ kind: 'foreign' });
  expect(judge({ order_status: 1 })).toEqual({ kind: 'absent' });
  expect(judge({ order_status: 777 })).toBeNull();
});
