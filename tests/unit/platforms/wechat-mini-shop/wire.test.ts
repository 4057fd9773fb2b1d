import { expect, test } from 'vitest';
import { wireOf } from '../../../../electron/services/platforms/wechat-mini-shop/wire.ts';
import type { SendPayload } from '../../../../shared/domain/shipment.ts';
import { payloadOf } from '../../../support/sample-order.ts';

const textOf = (payload: SendPayload): string => {
  const wire = wireOf(payload);
  if (!('body' in wire)) throw new Error(wire.message);
  expect(wire.path).toBe('/product/delivery/send');
  return Buffer.from(wire.body).toString('utf8');
};
const goods = [{ productId: '12345', skuId: '678910', quantity: 1 }];
const deliver = { type: 'courier', carrierCode: '1', carrierName: '', waybill: '23424324253' } as const;

test('a whole order is the document’s own sample', () => {
  expect(JSON.parse(textOf(payloadOf({ orderId: '123456', deliver, items: goods })))).toEqual({
    order_id: 123456,
    delivery_list: [{ delivery_id: '1', is_all_product: true, waybill_id: '23424324253' }],
  });
});

test('a part of an order is the document’s own sample', () => {
  expect(JSON.parse(textOf(payloadOf({ orderId: '123456', whole: false, deliver, items: goods })))).toEqual({
    order_id: 123456,
    delivery_list: [
      {
        delivery_id: '1',
        is_all_product: false,
        waybill_id: '23424324253',
        product_infos: [{ product_cnt: 1, product_id: 12345, sku_id: 678910 }],
      },
    ],
  });
});

test('nineteen digits leave raw, as a number, exactly', () => {
  const orderId = '1832423523451235145';
  const items = [{ productId: '9007199254740993', skuId: '18446744073709551615', quantity: 2 }];
  const text = textOf(payloadOf({ orderId, whole: false, items }));
  expect(text).toContain(`"order_id":${orderId},`);
  expect(text).toContain('"product_id":9007199254740993,');
  expect(text).toContain('"sku_id":18446744073709551615}');
  expect(text).toContain('"product_cnt":2,');
});

test('the rest of an order of which parcels left before names its goods, though nothing is left after it', () => {
  const rest = textOf(payloadOf({ orderId: '123456', whole: true, split: true, deliver, items: goods }));
  expect(JSON.parse(rest)).toMatchObject({ delivery_list: [{ is_all_product: false, product_infos: [{}] }] });
});

test('a same-city or pick-up order leaves without company and number', () => {
  const whole = payloadOf({ orderId: '123456', deliver: { type: 'none' }, items: goods });
  expect(textOf(whole)).toBe('{"order_id":123456,"delivery_list":[{"is_all_product":true}]}');
  const part = textOf({ ...whole, whole: false });
  expect(part).not.toMatch(/delivery_id|waybill_id/);
});

test('there is one entry, and items of one SKU are one', () => {
  const twice = [...goods, { productId: '12345', skuId: '678910', quantity: 2 }];
  const { delivery_list: list } = JSON.parse(textOf(payloadOf({ orderId: '1', whole: false, items: twice }))) as {
    delivery_list: readonly { product_infos: readonly unknown[] }[];
  };
  expect(list).toHaveLength(1);
  expect(list[0]?.product_infos).toEqual([{ product_cnt: 3, product_id: 12345, sku_id: 678910 }]);
});

test.each([
  [{ orderId: 'A-17' }, 'order'],
  [{ orderId: '017' }, 'order'],
  [{ orderId: '1'.repeat(21) }, 'order'],
  [{ orderId: '1', whole: false, items: [{ productId: 'P1', skuId: '2', quantity: 1 }] }, 'items'],
  [{ orderId: '1', whole: false, items: [{ productId: '1', skuId: '', quantity: 1 }] }, 'items'],
] as const)('%j is never put on the wire as another number', (more, field) => {
  expect(wireOf(payloadOf(more))).toMatchObject({ field });
});

test('the same payload always makes the same bytes', () => {
  const payload = payloadOf({ orderId: '123456', whole: false, items: goods });
  expect(textOf(payload)).toBe(textOf(structuredClone(payload)));
});
