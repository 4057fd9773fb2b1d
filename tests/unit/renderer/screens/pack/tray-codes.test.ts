import { describe, expect, it } from 'vitest';
import { nextShop } from '../../../../../renderer/screens/pack/tray-shops.ts';
import { trayCodes } from '../../../../../renderer/screens/pack/tray-codes.ts';
import type { PackingView } from '../../../../../shared/contract/packing.ts';
import { bench, line, order } from '../../../../support/bench-views.ts';
import { emptyBench } from '../../../../support/fake-desk.ts';

const items = [{ title: '茶', barcode: '6900000000001', quantity: 2, serialNumbers: ['SN-A', 'SN-B'] }];
const tray = ['1001', '1002'].map((orderId) => ({
  shop: 'p',
  orderId,
  lesson: null,
  items,
  waybills: [`YT${orderId}`, `ZT${orderId}`],
}));
const lines = (packed: number) => [line(1, { barcode: '6900000000001', wanted: 2, packed, needsSerialNumber: true })];
const open = (packed: number, over: Partial<PackingView> = {}): PackingView =>
  bench(lines(packed), { order: order(lines(packed), { orderId: '1001', training: true }), ...over });
const next = (view: PackingView): readonly string[] =>
  trayCodes(tray, view, 4)
    .filter((code) => code.next)
    .map(({ code }) => code);

describe('the practice tray', () => {
  it('marks exactly what the bench waits for', () => {
    expect(next(emptyBench)).toEqual(['1001']);
    expect(next(open(0))).toEqual(['6900000000001']);
    expect(next(open(1, { step: 'serial', serialForLine: 1 }))).toEqual(['SN-A']);
    expect(next(open(2, { step: 'serial', serialForLine: 1 }))).toEqual(['SN-B']);
    expect(next(open(2, { step: 'waybill' }))).toEqual(['YT1001']);
  });

  it('offers the next order once this one is saved', () => {
    expect(next(open(2, { step: 'saved' }))).toEqual(['1002']);
  });

  it('offers no waybill twice', () => {
    const used = { no: 1, state: 'saved' as const, items: [], carrierName: '', waybill: 'YT1001', opId: 'a' };
    expect(next(open(2, { step: 'waybill', packages: [used] }))).toEqual(['ZT1001']);
  });

  it('shows as many orders as asked for, and what a special one teaches', () => {
    const [plain, other] = tray;
    const held = { ...other!, lesson: 'after-sale' as const };
    expect(trayCodes([plain!, held], emptyBench, 1).map(({ code }) => code)).toEqual(['1001']);
    expect(trayCodes([plain!, held], emptyBench, 2).map(({ lesson }) => lesson)).toEqual([null, 'after-sale']);
  });

  it('turns from all shops through each and back to all', () => {
    expect(nextShop(['a', 'b'], null)).toBe('a');
    expect(nextShop(['a', 'b'], 'a')).toBe('b');
    expect(nextShop(['a', 'b'], 'b')).toBeNull();
    expect(nextShop([], null)).toBeNull();
  });
});
