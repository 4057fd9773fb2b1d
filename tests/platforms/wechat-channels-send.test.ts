import { afterEach, beforeEach, expect, test } from 'vitest';
import type { OrderChange } from '../../electron/training/book/order-change.ts';
import type { PracticeOrderView } from '../../electron/training/admin/order-routes.ts';
import type { ReplyClass } from '../../shared/domain/platforms/reply-class.ts';
import type { OpPayload, SendPayload } from '../../shared/domain/shipment.ts';
import { startDesk, waybillFor, wholeParcel, type Desk } from './channels-desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await startDesk({ orders: 120 });
});
afterEach(() => desk.stop());

const take = async (kind: PracticeOrderView['kind']): Promise<PracticeOrderView> => {
  const [order] = await desk.desk.orders(kind);
  if (order === undefined) throw new Error(`no practice order of kind ${kind}`);
  return order;
};
const send = (order: PracticeOrderView, payload: SendPayload) =>
  desk.platform.send(desk.accountOf(order.appId), payload, 5_000);
const look = (order: PracticeOrderView, payload: OpPayload) =>
  desk.platform.readBack?.(desk.accountOf(order.appId), payload);

test('a whole order is applied once and read back as ours', async () => {
  const order = await take('several');
  const payload = wholeParcel(order);
  expect(await look(order, payload)).toEqual({ ok: true, value: { kind: 'absent' } });
  expect(await send(order, payload)).toMatchObject({ verdict: { kind: 'applied' }, httpStatus: 200, code: '0' });
  expect(await look(order, payload)).toEqual({ ok: true, value: { kind: 'ours' } });
  const applied = await desk.desk.applied(order.orderId);
  expect(applied).toHaveLength(1);
  expect(applied[0]).toMatchObject({ orderId: order.orderId, waybill: waybillFor(order.orderId), carrier: 'ZTO' });
});

test('the order id on the wire is the exact digits, as text', async () => {
  const order = await take('single');
  await send(order, wholeParcel(order));
  const request = (await desk.desk.ledger(`kind=request&orderId=${order.orderId}`)).at(-1);
  if (request?.kind !== 'request') throw new Error('nothing received');
  expect(request.body).toContain(`"order_id":"${order.orderId}"`);
});

test('an order in two parcels: each is its own, and the order is part-shipped between', async () => {
  const order = await take('split');
  const [first, ...rest] = wholeParcel(order).items;
  if (first === undefined || rest.length === 0) throw new Error('the split order has one line');
  const deliver = (nth: number) =>
    ({ type: 'courier', carrierCode: 'ZTO', carrierName: '', waybill: waybillFor(order.orderId, nth) }) as const;
  const one = wholeParcel(order, { whole: false, items: [first], deliver: deliver(1) });
  const two = wholeParcel(order, { whole: false, items: rest, deliver: deliver(2) });
  expect((await send(order, one)).verdict).toEqual({ kind: 'applied' });
  expect(await desk.platform.getOrder?.(desk.accountOf(order.appId), order.orderId)).toMatchObject({
    value: { status: 'part-shipped' },
  });
  expect(await look(order, one)).toMatchObject({ value: { kind: 'ours' } });
  expect(await look(order, two)).toMatchObject({ value: { kind: 'absent' } });
  expect((await send(order, two)).verdict).toEqual({ kind: 'applied' });
  expect(await look(order, two)).toMatchObject({ value: { kind: 'ours' } });
  expect((await desk.desk.summary(order.orderId)).doubled).toEqual([]);
});

test('virtual goods and a course leave without courier and are read back', async () => {
  const virtual = await take('virtual');
  const plain = wholeParcel(virtual, { deliver: { type: 'none' } });
  expect((await send(virtual, plain)).verdict).toEqual({ kind: 'applied' });
  expect(await look(virtual, plain)).toMatchObject({ value: { kind: 'ours' } });
  const course = await take('course');
  const courseInfo = { startTimeS: 1_675_180_800, endTimeS: 1_675_958_400, appId: 'wxexample', path: 'pages/course' };
  const withLink = wholeParcel(course, { deliver: { type: 'none', courseInfo } });
  expect((await send(course, withLink)).verdict).toEqual({ kind: 'applied' });
  expect(await look(course, withLink)).toMatchObject({ value: { kind: 'ours' } });
});

test('subsidised goods leave with their serial number and are never resent by themselves', async () => {
  const order = await take('subsidy');
  const payload = wholeParcel(order);
  expect(payload.items[0]?.serialNumbers).toHaveLength(1);
  expect(desk.platform.resendClass(payload)).toBe('C');
  expect((await send(order, payload)).verdict).toEqual({ kind: 'applied' });
  expect(await look(order, payload)).toMatchObject({ value: { kind: 'ours' } });
});

const REFUSALS: readonly (readonly [name: string, change: OrderChange, code: string, kind: ReplyClass['kind']])[] = [
  ['an open after-sale case', { openAfterSale: { skuId: '', quantity: 1 } }, '108009', 'business'],
  ['an address change', { holds: ['address-change'] }, '10020115', 'business'],
  ['a variant change', { holds: ['sku-change'] }, '10020276', 'business'],
  ['a risk hold', { holds: ['risk'] }, '606049', 'business'],
  ['an online waybill', { holds: ['online-waybill'] }, '109205', 'refused'],
  ['a quality check', { holds: ['quality-check'] }, '606034', 'shop-setup'],
  ['fresh goods', { holds: ['fresh-check'] }, '606045', 'shop-setup'],
  ['electronic waybills only', { holds: ['ewaybill-only'] }, '606046', 'shop-setup'],
  ['a cancelled order', { status: 'cancelled' }, '101100', 'look-first'],
  [
    'a shipment by someone else',
    { shipElsewhere: { carrier: 'SF', waybill: 'SF3125619415852' } },
    '109001',
    'look-first',
  ],
];

test.each(REFUSALS)('%s is refused with its class and applies nothing', async (_name, change, code, kind) => {
  const order = await take('single');
  const skuId = order.items[0]?.skuId ?? '';
  const filled = change.openAfterSale === undefined ? change : { openAfterSale: { skuId, quantity: 1 } };
  await desk.desk.changeOrder(order.orderId, filled);
  const outcome = await send(order, wholeParcel(order));
  expect(outcome).toMatchObject({ code, verdict: { kind }, phase: 'answered' });
  expect(outcome.requestId).not.toBe('');
  expect(outcome.message).not.toContain('rid');
  expect((await desk.desk.summary(order.orderId)).applied.send).toBe(0);
});

const parcelFaults = (order: PracticeOrderView): readonly (readonly [string, SendPayload])[] => {
  const whole = wholeParcel(order);
  const [item] = whole.items;
  if (item === undefined) throw new Error('an order without goods');
  const courier = (carrierCode: string, waybill: string) =>
    ({ type: 'courier', carrierCode, carrierName: '', waybill }) as const;
  return [
    ['606004', { ...whole, deliver: courier('NOPE', waybillFor(order.orderId)) }],
    ['6060479', { ...whole, deliver: courier('SF', waybillFor(order.orderId)) }],
    ['606008', { ...whole, deliver: { type: 'none' } }],
    ['606031', { ...whole, items: [{ ...item, skuId: '1' }] }],
    ['109000', { ...whole, items: [{ ...item, quantity: item.quantity + 5 }] }],
    ['100002', { ...whole, orderId: '3705115058471208928' }],
  ];
};

test('a wrong carrier, number, way of delivery, article, count or order is refused with its code', async () => {
  const order = await take('single');
  for (const [code, payload] of parcelFaults(order)) {
    const outcome = await send(order, payload);
    expect(outcome.code, code).toBe(code);
    expect(['refused', 'look-first'], code).toContain(outcome.verdict.kind);
  }
  expect((await desk.desk.summary(order.orderId)).applied.send).toBe(0);
});

test('subsidy rules: no serial number, a carrier that may not, a number another order holds', async () => {
  const [order, second] = await desk.desk.orders('subsidy');
  if (order === undefined || second === undefined) throw new Error('two subsidised orders are needed');
  const payload = wholeParcel(order);
  const bare = { ...payload, items: payload.items.map(({ serialNumbers: _dropped, ...item }) => item) };
  expect(await send(order, bare)).toMatchObject({
    code: '606060',
    verdict: { kind: 'refused', field: 'serial-number' },
  });
  const deliver = { type: 'courier', carrierCode: 'JTSD', carrierName: '', waybill: 'JT0006968326954' } as const;
  expect(await send(order, { ...payload, deliver })).toMatchObject({ code: '606061' });
  expect((await send(order, payload)).verdict).toEqual({ kind: 'applied' });
  const stolen = wholeParcel(second, {
    items: wholeParcel(second).items.map((item) => ({
      ...item,
      serialNumbers: [...(payload.items[0]?.serialNumbers ?? [])],
    })),
  });
  expect(await send(second, stolen)).toMatchObject({ code: '268545011', verdict: { kind: 'conflict' } });
});

test('a missing return address holds the shop, not the order', async () => {
  const order = await take('single');
  await desk.desk.changeShop(order.appId, { noReturnAddress: true });
  expect(await send(order, wholeParcel(order))).toMatchObject({ code: '606003', verdict: { kind: 'shop-setup' } });
});

test('109001 after someone else shipped is read back as foreign, with the evidence', async () => {
  const order = await take('single');
  await desk.desk.changeOrder(order.orderId, { shipElsewhere: { carrier: 'SF', waybill: 'SF3125619415852' } });
  expect((await send(order, wholeParcel(order))).verdict).toEqual({ kind: 'look-first', otherwise: 'conflict' });
  expect(await look(order, wholeParcel(order))).toMatchObject({
    value: { kind: 'foreign', parcels: [{ carrierCode: 'SF', waybill: 'SF3125619415852' }] },
  });
});

test('three corrections reach the platform and the fourth is refused for good', async () => {
  const order = await take('single');
  const payload = wholeParcel(order);
  await send(order, payload);
  const side = (nth: number) => ({ carrierCode: 'ZTO', carrierName: '', waybill: waybillFor(order.orderId, nth) });
  for (let nth = 1; nth <= 4; nth += 1) {
    const correction = {
      version: 1,
      kind: 'correct',
      orderId: order.orderId,
      whole: nth !== 2,
      from: side(nth - 1),
      to: side(nth),
      items: payload.items,
    } as const;
    expect(await look(order, { ...correction, items: [...payload.items] })).toMatchObject({
      value: { kind: 'absent' },
    });
    const outcome = await desk.platform.correct?.(
      desk.accountOf(order.appId),
      { ...correction, items: [...payload.items] },
      5_000,
    );
    if (nth === 4) {
      expect(outcome).toMatchObject({ code: '606041', verdict: { kind: 'refused' } });
      continue;
    }
    expect(outcome?.verdict).toEqual({ kind: 'applied' });
    expect(await look(order, { ...correction, items: [...payload.items] })).toMatchObject({ value: { kind: 'ours' } });
  }
  expect((await desk.desk.summary(order.orderId)).applied.correct).toBe(3);
});
