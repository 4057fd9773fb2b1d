import { expect, test } from 'vitest';
import type { Order, OrderLine } from '../../../../shared/domain/order.ts';
import { capabilitiesOf } from '../../../../shared/domain/platforms/platform-list.ts';
import { composeRefusal, composeRule } from '../../../../shared/domain/platforms/compose-check.ts';
import { goesAsPack, mustGoAsPack } from '../../../../shared/domain/platforms/douyin-fengchao/split.ts';
import type { PackageItem } from '../../../../shared/domain/shipment.ts';
import { orderOf, payloadOf } from '../../../support/sample-order.ts';

const douyin = (lines: readonly Partial<OrderLine>[], more: Partial<Order> = {}): Order =>
  orderOf(
    lines.map((line, index) => ({ skuId: `S${index + 1}`, childOrderId: String(index + 1), ...line })),
    { platform: 'douyin-fengchao', ...more },
  );
const item = (no: number, quantity: number, more: Partial<PackageItem> = {}): PackageItem => ({
  productId: 'P1',
  skuId: `S${no}`,
  quantity,
  childOrderId: String(no),
  ...more,
});
const deliver = { type: 'courier', carrierCode: 'zhongtong', carrierName: '', waybill: '75531717195834' } as const;
const pack = (items: readonly PackageItem[], more: Parameters<typeof payloadOf>[0] = {}) =>
  payloadOf({ items, deliver, ...more });
const sn = (...numbers: readonly string[]) => ({ serialNumbers: numbers.map((serialNumber) => ({ serialNumber })) });

test('a whole order, a split along child orders, and a split of one child order may leave', () => {
  const order = douyin([{ quantity: 3 }, { quantity: 1 }]);
  expect(composeRule(order, pack([item(1, 3), item(2, 1)]))).toBeNull();
  expect(composeRule(order, pack([item(1, 3)], { whole: false }))).toBeNull();
  expect(composeRule(order, pack([item(1, 2)], { whole: false }))).toBeNull();
});

test('a split needs the child order of everything in it, and so does what is left of one', () => {
  const order = douyin([{ title: '马克杯' }, {}]);
  const nameless = item(1, 1, { childOrderId: '' });
  expect(composeRefusal(order, pack([nameless], { whole: false }))).toEqual({
    rule: 'child-order-missing',
    detail: '马克杯',
  });
  expect(composeRule(order, pack([nameless, item(2, 1)]))).toBeNull();
  const sent = douyin([{}, { shippedQuantity: 1 }], { status: 'part-shipped' });
  expect(composeRule(sent, pack([nameless]))).toBe('child-order-missing');
  expect([goesAsPack({ whole: true }), goesAsPack({ whole: true, split: true })]).toEqual([false, true]);
  expect([mustGoAsPack(sent, { whole: true }), mustGoAsPack(order, { whole: true })]).toEqual([true, false]);
});

test('virtual goods, no courier, and a carrier without a code are refused', () => {
  const order = douyin([{}]);
  expect(composeRule({ ...order, deliverMethod: 'virtual' }, pack([item(1, 1)]))).toBe('back-office-only');
  expect(composeRule(order, pack([item(1, 1)], { deliver: { type: 'none' } }))).toBe('courier-needed');
  expect(composeRule(order, pack([item(1, 1)], { deliver: { ...deliver, carrierCode: '中通' } }))).toBe(
    'carrier-not-allowed',
  );
  expect(composeRule(order, pack([item(1, 1)], { deliver: { ...deliver, carrierCode: 'qita' } }))).toBeNull();
});

test('serial numbers are 15 to 17 digits, one for each piece, none twice', () => {
  const order = douyin([{ quantity: 2, needsSerialNumber: true, title: '手机' }]);
  const rule = (more: Partial<PackageItem>) => composeRule(order, pack([item(1, 2, more)]));
  expect(composeRefusal(order, pack([item(1, 2)]))).toEqual({ rule: 'serial-number-missing', detail: '手机' });
  expect(rule(sn('546443524543534'))).toBe('serial-number-per-piece');
  expect(rule(sn('546443524543534', '12345678901234'))).toBe('serial-number-malformed');
  expect(rule(sn('546443524543534', '123456789012345678'))).toBe('serial-number-malformed');
  expect(rule(sn('546443524543534', '546443524543534'))).toBe('serial-number-malformed');
  expect(rule(sn('546443524543534', '64644352454353412'))).toBeNull();
  expect(
    rule({ serialNumbers: [{ serialNumber: 'XY8', imei1: '546443524543534' }, { serialNumber: '646443524543534' }] }),
  ).toBeNull();
});

test('the page learns from the capabilities how many shipments one call holds', () => {
  expect(capabilitiesOf('douyin-fengchao')).toMatchObject({
    available: true,
    batch: { usual: 20, most: 100 },
    unlistedCarrierCode: 'qita',
    defaultBaseUrl: 'https://kf.fw199.com',
  });
});
