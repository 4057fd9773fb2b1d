import { expect, test } from 'vitest';
import { wireOf } from '../../../../electron/services/platforms/wechat-dropship/wire.ts';
import type { CorrectPayload, OpPayload } from '../../../../shared/domain/shipment.ts';
import { payloadOf } from '../../../support/sample-order.ts';

const sent = (payload: OpPayload) => {
  const wire = wireOf(payload);
  if (!('body' in wire)) throw new Error(wire.message);
  const text = Buffer.from(wire.body).toString('utf8');
  return { path: wire.path, text, json: JSON.parse(text) as unknown };
};
const goods = [{ productId: '12345', skuId: '678910', quantity: 1 }];
const products = [{ product_cnt: 1, product_id: '12345', sku_id: '678910' }];

const correction = (more: Partial<CorrectPayload> = {}): CorrectPayload => ({
  version: 1,
  kind: 'correct',
  orderId: '123456',
  whole: true,
  from: { carrierCode: 'YD', carrierName: '韵达', waybill: '23424324253' },
  to: { carrierCode: 'SF', carrierName: '顺丰', waybill: 'SF120930535' },
  items: goods,
  ...more,
});

test('a correction is the document’s own sample, whether the order left as one parcel or as several', () => {
  for (const whole of [true, false]) {
    const { path, json } = sent(correction({ whole }));
    expect(path).toBe('/channels/ec/order/dropship/supplier/delivery/update');
    expect(json).toEqual({
      ds_order_id: '123456',
      change_infos: [
        {
          old: { delivery_id: 'YD', waybill_id: '23424324253', product_infos: products },
          new: { delivery_id: 'SF', waybill_id: 'SF120930535', product_infos: products },
        },
      ],
    });
  }
});

test('both sides of a correction name the same goods, entry by entry', () => {
  const items = [
    { productId: '1', skuId: '2', quantity: 1 },
    { productId: '3', skuId: '4', quantity: 5 },
    { productId: '1', skuId: '2', quantity: 1 },
  ];
  const { change_infos: changes } = sent(correction({ items })).json as {
    change_infos: readonly { old: { product_infos: unknown }; new: { product_infos: unknown } }[];
  };
  expect(changes).toHaveLength(1);
  expect(changes[0]?.old.product_infos).toEqual(changes[0]?.new.product_infos);
  expect(changes[0]?.old.product_infos).toEqual([
    { product_cnt: 2, product_id: '1', sku_id: '2' },
    { product_cnt: 5, product_id: '3', sku_id: '4' },
  ]);
});

test('a correction that changes nothing, or names no goods, never leaves: it would cost one of few tries', () => {
  expect(wireOf(correction({ to: correction().from }))).toMatchObject({ field: 'waybill' });
  expect(wireOf(correction({ items: [] }))).toMatchObject({ field: 'items' });
  expect(wireOf(correction({ to: { ...correction().from, carrierCode: 'SF' } }))).toHaveProperty('path');
});

test('a parcel names company, number and goods, and no way of delivery', () => {
  const deliver = { type: 'courier', carrierCode: 'YD', carrierName: '韵达', waybill: '23424324253' } as const;
  const { path, json } = sent(payloadOf({ orderId: '123456', deliver, items: goods }));
  expect(path).toBe('/channels/ec/order/dropship/supplier/delivery/send');
  expect(json).toEqual({
    ds_order_id: '123456',
    delivery_list: [{ delivery_id: 'YD', waybill_id: '23424324253', product_infos: products }],
  });
});

test('nineteen digits leave as text, exactly, and a count leaves as a number', () => {
  const { text } = sent(payloadOf({ orderId: '4404612354559743233' }));
  expect(text).toContain('"ds_order_id":"4404612354559743233"');
  expect(text).toContain('"product_cnt":1');
});

test('a parcel without a courier is never put on the wire', () => {
  expect(wireOf(payloadOf({ deliver: { type: 'none' } }))).toMatchObject({ field: 'deliver-type' });
});
