import { expect, test } from 'vitest';
import { judgeMiniShop } from '../../../../electron/services/platforms/wechat-mini-shop/read-back.ts';
import type { Order, ShippedParcel } from '../../../../shared/domain/order.ts';
import type { SendPayload } from '../../../../shared/domain/shipment.ts';
import { orderOf, payloadOf } from '../../../support/sample-order.ts';

const miniOrder = (more: Partial<Order>) =>
  orderOf([{ shippedQuantity: 1 }], { platform: 'wechat-mini-shop', ...more });
const parcel = (waybill: string, carrierCode = 'ZTO'): ShippedParcel => ({
  carrierCode,
  carrierName: '',
  waybill,
  items: [{ productId: 'P1', skuId: 'S1', quantity: 1 }],
});
const handedOver: SendPayload['deliver'] = { type: 'none' };
const kindOf = (order: Order, payload = payloadOf()) => judgeMiniShop(order, payload)?.kind ?? null;

test('a pick-up order that is shipped without a waybill is what was asked for', () => {
  const payload = payloadOf({ deliver: handedOver });
  for (const status of ['shipped', 'done'] as const)
    expect(kindOf(miniOrder({ status, deliverMethod: 'pickup', parcels: [] }), payload)).toBe('ours');
  expect(kindOf(miniOrder({ status: 'shipped', parcels: [parcel('', '')] }), payload)).toBe('ours');
});

test('a pick-up order that went by courier, or has not gone, is not', () => {
  const payload = payloadOf({ deliver: handedOver });
  expect(kindOf(miniOrder({ status: 'shipped', parcels: [parcel('75531717195834')] }), payload)).toBe('foreign');
  expect(kindOf(orderOf([{}], { status: 'to-ship' }), payload)).toBe('absent');
  expect(kindOf(miniOrder({ status: 'closed', parcels: [] }), payload)).toBe('foreign');
  expect(kindOf(miniOrder({ status: 'unknown', rawStatus: '17', parcels: [] }), payload)).toBeNull();
});

test('a part of a pick-up order needs its goods in a parcel as proof', () => {
  const part = payloadOf({ deliver: handedOver, whole: false });
  expect(kindOf(miniOrder({ status: 'shipped', parcels: [] }), part)).toBe('foreign');
  expect(kindOf(miniOrder({ status: 'part-shipped', parcels: [parcel('', '')] }), part)).toBe('ours');
});

test('a courier parcel is ours by company and number', () => {
  expect(kindOf(miniOrder({ status: 'shipped', parcels: [parcel('75531717195834')] }))).toBe('ours');
  expect(kindOf(miniOrder({ status: 'shipped', parcels: [parcel('75531717195834', 'YD')] }))).toBe('foreign');
  expect(kindOf(miniOrder({ status: 'shipped', parcels: [] }))).toBe('foreign');
});
