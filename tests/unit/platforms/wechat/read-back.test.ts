import { expect, test } from 'vitest';
import { judgeReadBack } from '../../../../electron/services/platforms/wechat/read-back.ts';
import type { Order, ShippedParcel } from '../../../../shared/domain/order.ts';
import type { CorrectPayload } from '../../../../shared/domain/shipment.ts';
import { orderOf, payloadOf } from '../../../support/sample-order.ts';

const parcel = (waybill: string, quantity = 1, more: Partial<ShippedParcel> = {}): ShippedParcel => ({
  carrierCode: 'ZTO',
  carrierName: '',
  waybill,
  items: [{ productId: 'P1', skuId: 'S1', quantity }],
  ...more,
});
const OURS = '75531717195834';
const kindOf = (order: Order, payload = payloadOf()) => judgeReadBack(order, payload)?.kind ?? null;
const shipped = (...parcels: ShippedParcel[]) => orderOf([{ shippedQuantity: 1 }], { status: 'shipped', parcels });

test('our waybill with our carrier is ours', () => {
  expect(kindOf(shipped(parcel(OURS)))).toBe('ours');
  expect(kindOf(shipped(parcel('YT5779383891732'), parcel(OURS)))).toBe('ours');
});

test('the platform’s other code for the same company is still ours', () => {
  const deliver = { type: 'courier', carrierCode: 'JD', carrierName: '京东', waybill: 'JDVA46783539436' } as const;
  const order = shipped(parcel('JDVA46783539436', 1, { carrierCode: 'JDL' }));
  expect(kindOf(order, payloadOf({ deliver }))).toBe('ours');
});

test('our waybill under another company is foreign', () => {
  expect(kindOf(shipped(parcel(OURS, 1, { carrierCode: 'SF' })))).toBe('foreign');
});

test('another waybill on a shipped order is foreign, with the parcels as evidence', () => {
  const order = shipped(parcel('YT5779383891732'));
  expect(judgeReadBack(order, payloadOf())).toEqual({ kind: 'foreign', parcels: order.parcels, rawStatus: '20' });
});

test('an order that still has our goods shows nothing of ours', () => {
  expect(kindOf(orderOf([{ quantity: 1 }]))).toBe('absent');
  const part = orderOf([{ quantity: 3, shippedQuantity: 1 }], { status: 'part-shipped', parcels: [parcel('YT1')] });
  expect(kindOf(part, payloadOf({ whole: false, items: [{ productId: 'P1', skuId: 'S1', quantity: 2 }] }))).toBe(
    'absent',
  );
});

test('an order in which someone else shipped or refunded our goods is foreign', () => {
  const part = orderOf([{ quantity: 2, shippedQuantity: 2 }, { skuId: 'S2' }], { status: 'part-shipped', parcels: [] });
  expect(kindOf(part)).toBe('foreign');
  expect(kindOf(orderOf([{ quantity: 1, refundedQuantity: 1 }]))).toBe('foreign');
  expect(kindOf(orderOf([{}], { status: 'closed', rawStatus: '250' }))).toBe('foreign');
});

test('a split parcel must hold exactly our goods', () => {
  const split = payloadOf({ whole: false, items: [{ productId: 'P1', skuId: 'S1', quantity: 2 }] });
  const order = (each: ShippedParcel) => orderOf([{ quantity: 5 }], { status: 'part-shipped', parcels: [each] });
  expect(kindOf(order(parcel(OURS, 2)), split)).toBe('ours');
  expect(kindOf(order(parcel(OURS, 1)), split)).toBe('foreign');
  expect(kindOf(order(parcel(OURS, 2, { items: [] })), split)).toBeNull();
});

test('virtual goods are ours where the platform has them as shipped without a courier', () => {
  const virtual = payloadOf({ deliver: { type: 'none' } });
  expect(kindOf(shipped(parcel('', 1, { carrierCode: '' })), virtual)).toBe('ours');
  expect(kindOf(shipped(), virtual)).toBe('foreign');
  expect(kindOf(orderOf([{}], { deliverMethod: 'virtual' }), virtual)).toBe('absent');
});

test('a status nobody knows proves nothing', () => {
  expect(kindOf(orderOf([{}], { status: 'unknown', rawStatus: '777' }))).toBeNull();
});

const correction: CorrectPayload = {
  version: 1,
  kind: 'correct',
  orderId: '3705115058471208928',
  whole: true,
  from: { carrierCode: 'ZTO', carrierName: '', waybill: OURS },
  to: { carrierCode: 'SF', carrierName: '', waybill: 'SF3125619415852' },
  items: [{ productId: 'P1', skuId: 'S1', quantity: 1 }],
};
const fresh = parcel('SF3125619415852', 1, { carrierCode: 'SF' });

test('a correction is ours with the new number alone, absent with the old alone, and foreign otherwise', () => {
  const judge = (...parcels: ShippedParcel[]) => judgeReadBack(shipped(...parcels), correction)?.kind;
  expect(judge(fresh)).toBe('ours');
  expect(judge(parcel(OURS))).toBe('absent');
  expect(judge(parcel(OURS), fresh)).toBe('foreign');
  expect(judge(parcel('YT5779383891732'))).toBe('foreign');
});
