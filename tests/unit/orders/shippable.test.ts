import { describe, expect, it } from 'vitest';
import { type KnownOp, remaining, remainingPieces } from '../../../electron/services/orders/shippable.ts';
import type { OpState } from '../../../shared/domain/op.ts';
import type { PackageItem } from '../../../shared/domain/shipment.ts';
import { ORDER_ID, order, orderLine } from './desk.ts';

const parcelFields = (waybill: string) => ({ carrierCode: 'ZTO', carrierName: '中通快递', waybill });
const item = (lineNo: number, quantity: number): PackageItem => ({
  productId: `1000010836121${lineNo}`,
  skuId: `236892532${lineNo}`,
  quantity,
});

const sent = (waybill: string, state: OpState, items: PackageItem[]): KnownOp => ({
  id: `op-${waybill}-${state}`,
  state,
  payload: {
    version: 1,
    kind: 'send',
    orderId: ORDER_ID,
    whole: false,
    deliver: { type: 'courier', ...parcelFields(waybill) },
    items,
  },
});
const corrected = (from: string, to: string): KnownOp => ({
  id: `op-${to}`,
  state: 'shipped',
  payload: {
    version: 1,
    kind: 'correct',
    orderId: ORDER_ID,
    whole: false,
    from: parcelFields(from),
    to: parcelFields(to),
    items: [item(1, 1)],
  },
});
const onPlatform = (waybill: string) => ({
  ...parcelFields(waybill),
  items: [{ productId: '10000108361211', skuId: '2368925321', quantity: 1 }],
});

describe('what may still be packed', () => {
  it('is what was ordered, less what was refunded and what the platform shipped', () => {
    const left = remaining(
      order({ lines: [orderLine(1, { quantity: 5, refundedQuantity: 1, shippedQuantity: 2 }), orderLine(2)] }),
      [],
    );
    expect([...left]).toEqual([
      [1, 2],
      [2, 2],
    ]);
    expect(remainingPieces(left)).toBe(4);
  });

  it.each(['ready', 'wait', 'sending', 'in_doubt', 'held', 'conflict', 'quarantined', 'shipped'] as const)(
    'counts a package of ours that is %s as packed',
    (state) => {
      expect(remaining(order(), [sent('AB1234', state, [item(1, 1)])]).get(1)).toBe(1);
    },
  );

  it.each(['cancelled', 'rejected'] as const)('gives the pieces of a %s package back', (state) => {
    expect(remaining(order(), [sent('AB1234', state, [item(1, 1)])]).get(1)).toBe(2);
  });

  it('counts a package once when the platform already shows its parcel', () => {
    const shown = order({ lines: [orderLine(1, { shippedQuantity: 1 })], parcels: [onPlatform('ab1234')] });
    expect(remaining(shown, [sent('AB1234', 'shipped', [item(1, 1)])]).get(1)).toBe(1);
  });

  it('follows a waybill through its corrections', () => {
    const shown = order({ lines: [orderLine(1, { shippedQuantity: 1 })], parcels: [onPlatform('EF9999')] });
    const ops = [sent('AB1234', 'shipped', [item(1, 1)]), corrected('AB1234', 'CD5678'), corrected('CD5678', 'EF9999')];
    expect(remaining(shown, ops).get(1)).toBe(1);
  });

  describe('where a person accepted the platform’s parcel for ours', () => {
    const accepted = (waybill: string, items: PackageItem[]): KnownOp => ({
      ...sent(waybill, 'shipped', items),
      acceptedAs: ['FF0001'],
    });
    const theirs = (quantity: number, waybill = 'ff0001') => ({
      ...onPlatform(waybill),
      items: onPlatform(waybill).items.map((each) => ({ ...each, quantity })),
    });
    const five = (shippedQuantity: number, ...parcels: ReturnType<typeof theirs>[]) =>
      order({ lines: [orderLine(1, { quantity: 5, shippedQuantity })], parcels });

    it('counts its pieces once', () => {
      expect(remaining(five(2, theirs(2)), [accepted('AB1234', [item(1, 2)])]).get(1)).toBe(3);
    });

    it('still counts what the platform’s parcel does not name', () => {
      expect(remaining(five(1, theirs(1)), [accepted('AB1234', [item(1, 2)])]).get(1)).toBe(3);
      expect(remaining(five(0), [accepted('AB1234', [item(1, 2)])]).get(1)).toBe(3);
    });

    it('lets no parcel stand for two of ours, nor one that came later for any', () => {
      const both = [accepted('AB1234', [item(1, 2)]), accepted('CD5678', [item(1, 2)])];
      expect(remaining(five(2, theirs(2)), both).get(1)).toBe(1);
      expect(remaining(five(2, theirs(1), theirs(1, 'GG0002')), [accepted('AB1234', [item(1, 2)])]).get(1)).toBe(2);
    });

    it('does not take another parcel of ours for it', () => {
      const ops = [accepted('AB1234', [item(1, 2)]), sent('FF0001', 'shipped', [item(1, 2)])];
      expect(remaining(five(2, theirs(2)), ops).get(1)).toBe(1);
    });

    it('counts once too what a correction was accepted as', () => {
      const ops = [
        sent('AB1234', 'shipped', [item(1, 2)]),
        { ...corrected('AB1234', 'CD5678'), acceptedAs: ['FF0001'] },
      ];
      expect(remaining(five(2, theirs(2)), ops).get(1)).toBe(3);
    });
  });

  it.each([0, 1])('keeps the pieces of a package of two whose parcel names %i of them', (named) => {
    const items = onPlatform('AB1234').items.slice(0, named);
    const lines = [orderLine(1, { quantity: 4, shippedQuantity: named })];
    const shown = order({ lines, parcels: [{ ...onPlatform('AB1234'), items }] });
    expect(remaining(shown, [sent('AB1234', 'shipped', [item(1, 2)])]).get(1)).toBe(2);
  });

  it('spreads a package over several lines of the same goods and never goes below zero', () => {
    const twice = order({ lines: [orderLine(1, { quantity: 1 }), { ...orderLine(1, { quantity: 2 }), lineNo: 2 }] });
    expect([...remaining(twice, [sent('AB1234', 'ready', [item(1, 2)])]).values()]).toEqual([0, 1]);
    expect([...remaining(twice, [sent('AB1234', 'ready', [item(1, 9)])]).values()]).toEqual([0, 0]);
  });

  it('keeps child orders with the same goods apart', () => {
    const children = order({
      lines: [orderLine(1, { childOrderId: 'c1' }), { ...orderLine(1, { childOrderId: 'c2' }), lineNo: 2 }],
    });
    expect([
      ...remaining(children, [sent('AB1234', 'ready', [{ ...item(1, 2), childOrderId: 'c2' }])]).values(),
    ]).toEqual([2, 0]);
  });
});
