import { expect, test } from 'vitest';
import { composeRefusal, composeRule } from '../../../../shared/domain/platforms/compose-check.ts';
import type { Order, OrderLine } from '../../../../shared/domain/order.ts';
import { orderOf, payloadOf } from '../../../support/sample-order.ts';

const miniOrder = (lines: readonly Partial<OrderLine>[], more: Partial<Order> = {}): Order =>
  orderOf(lines, { platform: 'wechat-mini-shop', ...more });
const item = (quantity: number, skuId = 'S1') => ({ productId: 'P1', skuId, quantity });

test('all pieces of a SKU go in one package, and a package may hold some SKUs of several', () => {
  const order = miniOrder([
    { quantity: 3, title: '马克杯' },
    { skuId: 'S2', quantity: 2 },
  ]);
  const check = (...items: ReturnType<typeof item>[]) => composeRule(order, payloadOf({ whole: false, items }));
  expect(check(item(3))).toBeNull();
  expect(check(item(2, 'S2'))).toBeNull();
  expect(check(item(3), item(2, 'S2'))).toBeNull();
  expect(check(item(2))).toBe('sku-in-one-package');
  expect(check(item(3), item(1, 'S2'))).toBe('sku-in-one-package');
  expect(composeRefusal(order, payloadOf({ whole: false, items: [item(2)] }))?.detail).toBe('马克杯');
});

test('lines of one SKU are one SKU, and refunded or shipped pieces are not waited for', () => {
  const twoLines = miniOrder([{ quantity: 1 }, { lineNo: 2, quantity: 2 }]);
  expect(composeRule(twoLines, payloadOf({ whole: false, items: [item(1)] }))).toBe('sku-in-one-package');
  expect(composeRule(twoLines, payloadOf({ items: [item(1), item(2)] }))).toBeNull();
  const partly = miniOrder([{ quantity: 4, refundedQuantity: 1, shippedQuantity: 1 }]);
  expect(composeRule(partly, payloadOf({ items: [item(2)] }))).toBeNull();
  expect(composeRule(partly, payloadOf({ items: [item(1)] }))).toBe('sku-in-one-package');
});

test('a courier where the buyer wanted none, and none where he wanted one, are refused', () => {
  const pickup = miniOrder([{}], { deliverMethod: 'pickup' });
  expect(composeRule(pickup, payloadOf({ deliver: { type: 'none' } }))).toBeNull();
  expect(composeRule(pickup, payloadOf())).toBe('pickup-needs-no-courier');
  expect(composeRule(miniOrder([{}]), payloadOf({ deliver: { type: 'none' } }))).toBe('courier-needed');
});

test('goods that are not in the order or too many are still found first', () => {
  expect(composeRule(miniOrder([{}]), payloadOf({ items: [item(1, 'S9')] }))).toBe('goods-not-in-order');
  expect(composeRule(miniOrder([{}]), payloadOf({ items: [item(2)] }))).toBe('quantity-exceeds-order');
});
