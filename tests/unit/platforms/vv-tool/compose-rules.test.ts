import { expect, test } from 'vitest';
import { composeRefusal, composeRule } from '../../../../shared/domain/platforms/compose-check.ts';
import { isSplitSend, mustSplit } from '../../../../shared/domain/platforms/vv-tool/split.ts';
import type { Order, OrderLine } from '../../../../shared/domain/order.ts';
import type { PackageItem } from '../../../../shared/domain/shipment.ts';
import { orderOf, payloadOf } from '../../../support/sample-order.ts';

const trade = (lines: readonly Partial<OrderLine>[], more: Partial<Order> = {}): Order =>
  orderOf(
    lines.map((line, index) => ({ skuId: `S${index + 1}`, childOrderId: String(index + 1), ...line })),
    { platform: 'vv-tool', ...more },
  );
const item = (no: number, quantity: number, more: Partial<PackageItem> = {}): PackageItem => ({
  productId: 'P1',
  skuId: `S${no}`,
  quantity,
  childOrderId: String(no),
  ...more,
});
const courier = (carrierCode: string, carrierName = '') =>
  ({ type: 'courier', carrierCode, carrierName, waybill: '75531717195834' }) as const;

test('a whole trade and a split along its child orders may leave', () => {
  const order = trade([{ quantity: 2 }, { quantity: 1 }]);
  expect(composeRule(order, payloadOf({ items: [item(1, 2), item(2, 1)] }))).toBeNull();
  expect(composeRule(order, payloadOf({ items: [item(1, 2)], whole: false }))).toBeNull();
});

test('pieces of one child order cannot leave in two parcels', () => {
  const order = trade([{ quantity: 3, title: '马克杯' }, { quantity: 1 }]);
  expect(composeRefusal(order, payloadOf({ items: [item(1, 2), item(2, 1)], whole: false }))).toEqual({
    rule: 'sku-in-one-package',
    detail: '马克杯',
  });
  expect(composeRule(order, payloadOf({ items: [item(1, 2), item(1, 1)], whole: false }))).toBeNull();
});

test('what is left of a split trade is checked as a split too', () => {
  const parcels = [{ carrierCode: 'ZTO', carrierName: '', waybill: '75531717195835', items: [] }];
  const order = trade([{ shippedQuantity: 1 }, {}], { parcels, status: 'part-shipped' });
  const rest = payloadOf({ items: [item(2, 1, { childOrderId: '' })] });
  expect(composeRule(order, rest)).toBe('child-order-missing');
  expect(composeRule(order, payloadOf({ items: [item(2, 1)] }))).toBeNull();
  expect(mustSplit(order, { whole: true })).toBe(true);
  expect(mustSplit(trade([{}]), { whole: true })).toBe(false);
  expect([
    isSplitSend(payloadOf()),
    isSplitSend(payloadOf({ whole: false })),
    isSplitSend(payloadOf({ split: true })),
  ]).toEqual([false, true, true]);
});

test('a split from a file without child orders is refused, a whole trade is not', () => {
  const order = trade([{ childOrderId: '' }, { childOrderId: '' }]);
  const nameless = { childOrderId: '' };
  expect(composeRule(order, payloadOf({ items: [item(1, 1, nameless)], whole: false }))).toBe('child-order-missing');
  expect(composeRule(order, payloadOf({ items: [item(1, 1, nameless), item(2, 1, nameless)] }))).toBeNull();
});

test('the rest of a trade whose first parcel only this desk knows names its child orders too', () => {
  const order = trade([{ childOrderId: '' }, { childOrderId: '' }]);
  const rest = payloadOf({ items: [item(2, 1, { childOrderId: '' })], whole: true, split: true });
  expect(composeRule(order, rest)).toBe('child-order-missing');
});

test('virtual goods are shipped in the back office, everything else by courier', () => {
  const none = { type: 'none' } as const;
  expect(
    composeRule(trade([{}], { deliverMethod: 'virtual' }), payloadOf({ items: [item(1, 1)], deliver: none })),
  ).toBe('back-office-only');
  expect(composeRule(trade([{}]), payloadOf({ items: [item(1, 1)], deliver: none }))).toBe('courier-needed');
});

test('an unlisted carrier needs a usable name', () => {
  const rule = (deliver: ReturnType<typeof courier>) =>
    composeRule(trade([{}]), payloadOf({ items: [item(1, 1)], deliver }));
  expect(rule(courier('OTHER'))).toBe('carrier-not-allowed');
  expect(rule(courier('OTHER', '城际快运'))).toBeNull();
  expect(rule(courier('长'.repeat(21)))).toBe('carrier-not-allowed');
});

test('captured codes are one for each piece, in a form the platform can read', () => {
  const order = trade([{ quantity: 2 }, { quantity: 1, needsSerialNumber: true }]);
  const rule = (serials: readonly string[], also: readonly string[] = ['SN9']) =>
    composeRule(
      order,
      payloadOf({
        items: [
          item(1, 2, serials.length === 0 ? {} : { serialNumbers: serials.map((serialNumber) => ({ serialNumber })) }),
          item(2, 1, also.length === 0 ? {} : { serialNumbers: also.map((serialNumber) => ({ serialNumber })) }),
        ],
      }),
    );
  expect(rule([])).toBeNull();
  expect(rule(['SN1', 'SN2'])).toBeNull();
  expect(rule(['SN1'])).toBe('serial-number-per-piece');
  expect(rule(['SN1', 'SN:2'])).toBe('serial-number-malformed');
  expect(rule([], [])).toBe('serial-number-missing');
});

test('quantities are checked as on every platform', () => {
  expect(composeRule(trade([{ quantity: 1 }]), payloadOf({ items: [item(1, 2)] }))).toBe('quantity-exceeds-order');
});
