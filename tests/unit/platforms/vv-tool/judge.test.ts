import { expect, test } from 'vitest';
import { judgeSend } from '../../../../electron/services/platforms/vv-tool/judge.ts';
import type { Order, ShippedParcel } from '../../../../shared/domain/order.ts';
import { orderOf, payloadOf } from '../../../support/sample-order.ts';

const OURS = '75531717195834';
const goods = [{ productId: 'P1', skuId: 'S1', quantity: 1 }];
const parcel = (more: Partial<ShippedParcel> = {}): ShippedParcel => ({
  carrierCode: '',
  carrierName: '中通快递',
  waybill: OURS,
  items: goods,
  ...more,
});
const shipped = (parcels: readonly ShippedParcel[], more: Partial<Order> = {}): Order =>
  orderOf([{ shippedQuantity: 1, childOrderId: '1' }], {
    platform: 'vv-tool',
    status: 'shipped',
    rawStatus: 'WAIT_BUYER_CONFIRM_GOODS',
    parcels: [...parcels],
    ...more,
  });

test('our number on the parcel proves ours, in whatever case the platform writes it', () => {
  expect(judgeSend(shipped([parcel()]), payloadOf())).toEqual({ kind: 'ours' });
  const deliver = { type: 'courier', carrierCode: 'YTO', carrierName: '', waybill: 'YT5779383891732' } as const;
  const shown = parcel({ waybill: 'YT5779383891732', carrierName: '圆通速递' });
  expect(judgeSend(shipped([shown]), payloadOf({ deliver }))).toEqual({ kind: 'ours' });
});

test('a company we do not know proves nothing against our number, a known other one does', () => {
  expect(judgeSend(shipped([parcel({ carrierName: '无名快运' })]), payloadOf())).toEqual({ kind: 'ours' });
  expect(judgeSend(shipped([parcel({ carrierName: '' })]), payloadOf())).toEqual({ kind: 'ours' });
  expect(judgeSend(shipped([parcel({ carrierName: '申通快递' })]), payloadOf())).toMatchObject({ kind: 'foreign' });
});

test('shipped without any number proves neither ours nor somebody else’s', () => {
  expect(judgeSend(shipped([]), payloadOf())).toBeNull();
  expect(judgeSend(shipped([parcel({ waybill: '70000000000000', items: [] })]), payloadOf())).toBeNull();
});

test('shipped with another number is somebody else’s, with the parcels as evidence', () => {
  expect(judgeSend(shipped([parcel({ waybill: '70000000000000' })]), payloadOf())).toEqual({
    kind: 'foreign',
    parcels: [parcel({ waybill: '70000000000000' })],
    rawStatus: 'WAIT_BUYER_CONFIRM_GOODS',
  });
});

test('goods that are still to be shipped were shipped by nobody', () => {
  const open = orderOf([{}], { platform: 'vv-tool' });
  expect(judgeSend(open, payloadOf())).toEqual({ kind: 'absent' });
  for (const status of ['unpaid', 'pending'] as const)
    expect(judgeSend({ ...open, status }, payloadOf())).toEqual({ kind: 'absent' });
  expect(judgeSend({ ...open, status: 'closed' }, payloadOf())).toMatchObject({ kind: 'foreign', parcels: [] });
  expect(judgeSend({ ...open, status: 'unknown' }, payloadOf())).toBeNull();
});

test('a split parcel is proven by its own goods only', () => {
  const two = (parcels: readonly ShippedParcel[]) =>
    orderOf([{ shippedQuantity: 1 }, { skuId: 'S2' }], { status: 'part-shipped', parcels: [...parcels] });
  const split = payloadOf({ whole: false });
  expect(judgeSend(two([parcel()]), split)).toEqual({ kind: 'ours' });
  expect(judgeSend(two([parcel({ items: [] })]), split)).toBeNull();
  const more = [...goods, { productId: 'P1', skuId: 'S2', quantity: 1 }];
  expect(judgeSend(two([parcel({ items: more })]), split)).toMatchObject({ kind: 'foreign' });
  expect(judgeSend(two([parcel({ waybill: '70000000000000' })]), split)).toMatchObject({ kind: 'foreign' });
  expect(judgeSend(two([]), split)).toBeNull();
});
