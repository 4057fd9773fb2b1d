import { expect, test } from 'vitest';
import { composeRefusal, composeRule } from '../../../../shared/domain/platforms/compose-check.ts';
import type { PackageItem, SendPayload } from '../../../../shared/domain/shipment.ts';
import { orderOf, payloadOf } from '../../../support/sample-order.ts';

const courier = { type: 'courier', carrierCode: 'ZTO', carrierName: '中通', waybill: '75531717195834' } as const;
const item = (quantity: number, more: Partial<PackageItem> = {}): PackageItem => ({
  productId: 'P1',
  skuId: 'S1',
  quantity,
  ...more,
});

test('a package of what the order holds is allowed', () => {
  expect(composeRefusal(orderOf([{ quantity: 3 }]), payloadOf({ items: [item(3)] }))).toBeNull();
});

test('goods of another order, too many pieces and refunded pieces are told apart', () => {
  const order = orderOf([{ quantity: 5, refundedQuantity: 1, shippedQuantity: 1, title: '健身环' }]);
  expect(composeRule(order, payloadOf({ items: [item(1, { skuId: 'S9' })] }))).toBe('goods-not-in-order');
  expect(composeRule(order, payloadOf({ items: [item(3)] }))).toBeNull();
  expect(composeRefusal(order, payloadOf({ items: [item(4)] }))).toEqual({
    rule: 'after-sale-finished',
    detail: '健身环',
  });
  expect(composeRule(order, payloadOf({ items: [item(5)] }))).toBe('quantity-exceeds-order');
});

test('pieces of one article are added up over items and over lines', () => {
  const order = orderOf([{ quantity: 1 }, { quantity: 2 }]);
  expect(composeRule(order, payloadOf({ items: [item(2), item(1)] }))).toBeNull();
  expect(composeRule(order, payloadOf({ items: [item(2), item(2)] }))).toBe('quantity-exceeds-order');
});

test('virtual goods leave without a courier and as the whole order, other goods only with one', () => {
  const virtual = orderOf([{ quantity: 2 }, { quantity: 1, skuId: 'S2' }], { deliverMethod: 'virtual' });
  const all = [item(2), item(1, { skuId: 'S2' })];
  const none: SendPayload['deliver'] = { type: 'none' };
  expect(composeRule(virtual, payloadOf({ deliver: none, items: all }))).toBeNull();
  expect(composeRule(virtual, payloadOf({ deliver: courier, items: all }))).toBe('virtual-needs-no-courier');
  expect(composeRule(virtual, payloadOf({ deliver: none, items: [item(2)] }))).toBe('whole-order-only');
  expect(composeRule(virtual, payloadOf({ deliver: none, items: all, whole: false }))).toBe('whole-order-only');
  expect(composeRule(orderOf([{ quantity: 2 }]), payloadOf({ deliver: none, items: [item(2)] }))).toBe(
    'courier-needed',
  );
});

test('a course package holds one article and a complete link', () => {
  const order = orderOf([{ quantity: 1 }, { quantity: 1, skuId: 'S2' }], { deliverMethod: 'virtual' });
  const one = orderOf([{ quantity: 1 }], { deliverMethod: 'virtual' });
  const link = { appId: 'wxexample', path: 'pages/course' };
  const course = (courseInfo: typeof link & { startTimeS?: number; endTimeS?: number }): SendPayload['deliver'] => ({
    type: 'none',
    courseInfo,
  });
  const check = (deliver: SendPayload['deliver']) => composeRule(one, payloadOf({ deliver, items: [item(1)] }));
  expect(check(course(link))).toBeNull();
  expect(check(course({ ...link, appId: ' ' }))).toBe('course-incomplete');
  expect(check(course({ ...link, path: ' ' }))).toBe('course-incomplete');
  expect(check(course({ ...link, startTimeS: 20, endTimeS: 10 }))).toBe('course-incomplete');
  const two = payloadOf({ deliver: course(link), items: [item(1), item(1, { skuId: 'S2' })] });
  expect(composeRule(order, two)).toBe('course-single-sku');
});

test('a subsidised piece needs its serial number, well formed, alone in its package', () => {
  const order = orderOf([{ quantity: 2, needsSerialNumber: true }]);
  const check = (items: readonly PackageItem[]) => composeRule(order, payloadOf({ items, whole: false }));
  const serial = (serialNumber: string, more = {}) => ({ serialNumbers: [{ serialNumber, ...more }] });
  expect(check([item(1, serial('SN-EXAMPLE-01'))])).toBeNull();
  expect(check([item(1, serial('SN-EXAMPLE-01', { imei1: '860000000000001' }))])).toBeNull();
  expect(check([item(1)])).toBe('serial-number-missing');
  expect(check([item(1, serial('6901234567892'))])).toBe('serial-number-malformed');
  expect(check([item(1, serial('a b'))])).toBe('serial-number-malformed');
  expect(check([item(1, serial('SN-EXAMPLE-01', { imei1: '12' }))])).toBe('serial-number-malformed');
  expect(check([item(2, serial('SN-EXAMPLE-01'))])).toBe('serial-number-count');
  expect(check([item(2, { serialNumbers: [{ serialNumber: 'SN-01' }, { serialNumber: 'SN-02' }] })])).toBe(
    'serial-number-count',
  );
});
