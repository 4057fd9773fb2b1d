import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PlatformDesk } from './platform-desk.ts';
import type { OrderChange } from '../../electron/training/book/order-change.ts';
import type { PracticeOrderView } from '../../electron/training/admin/order-routes.ts';
import { composeRule } from '../../shared/domain/platforms/compose-check.ts';
import type { ReplyClass } from '../../shared/domain/platforms/reply-class.ts';
import type { SendPayload } from '../../shared/domain/shipment.ts';
import { courier, startMiniDesk, wholeMiniParcel } from './mini-shop-desk.ts';

let desk: PlatformDesk;
beforeEach(async () => {
  desk = await startMiniDesk();
});
afterEach(() => desk.stop());

const send = (order: PracticeOrderView, payload: SendPayload) =>
  desk.platform.send(desk.accountOf(order.appId), payload, 5_000);
const look = (order: PracticeOrderView, payload: SendPayload) =>
  desk.platform.readBack?.(desk.accountOf(order.appId), payload);
const read = async (order: PracticeOrderView) => {
  const answer = await desk.platform.getOrder?.(desk.accountOf(order.appId), order.orderId);
  if (answer?.ok !== true) throw new Error(JSON.stringify(answer));
  return answer.value;
};
const lastBody = async (order: PracticeOrderView): Promise<string> => {
  const requests = await desk.desk.ledger(`kind=request&orderId=${order.orderId}`);
  const request = requests.findLast((entry) => entry.kind === 'request' && entry.call === 'send');
  if (request?.kind !== 'request') throw new Error('nothing received');
  return request.body ?? '';
};

test('whole orders are applied once and read back as ours, whichever form the platform shows the parcel in', async () => {
  const forms = new Set<boolean>();
  const orders = [...(await desk.orders('single')), ...(await desk.orders('several'))];
  for (const order of orders) {
    const payload = wholeMiniParcel(order);
    expect(await look(order, payload)).toEqual({ ok: true, value: { kind: 'absent' } });
    expect(await send(order, payload)).toMatchObject({ verdict: { kind: 'applied' }, httpStatus: 200, code: '0' });
    expect(await look(order, payload)).toEqual({ ok: true, value: { kind: 'ours' } });
    const shown = await read(order);
    expect(shown).toMatchObject({ status: 'shipped', parcels: [{ items: payload.items }] });
    forms.add(order.seq % 2 === 0);
  }
  expect(forms.size).toBe(2);
  expect((await desk.desk.summary()).doubled).toEqual([]);
});

test('the order number on the wire is a bare number with every digit', async () => {
  const order = (await desk.orders('several')).find(({ orderId }) => orderId.length === 19);
  if (order === undefined) throw new Error('no 19-digit order');
  await send(order, wholeMiniParcel(order));
  const body = await lastBody(order);
  expect(body).toContain(`"order_id":${order.orderId},`);
  expect(body).toContain('"is_all_product":true');
  expect(body).not.toContain('product_infos');
  expect((await desk.desk.summary(order.orderId)).requests.send).toBe(1);
});

test('an order in two parcels, every SKU whole in one: each is its own, and the order is part-shipped between', async () => {
  const order = await desk.take('split');
  const [first, ...rest] = wholeMiniParcel(order).items;
  if (first === undefined || rest.length === 0) throw new Error('the split order has one line');
  const one = wholeMiniParcel(order, { whole: false, items: [first], deliver: courier(order.orderId, 1) });
  const two = wholeMiniParcel(order, { whole: false, items: rest, deliver: courier(order.orderId, 2) });
  expect((await send(order, one)).verdict).toEqual({ kind: 'applied' });
  expect((await read(order)).status).toBe('part-shipped');
  expect(await look(order, one)).toMatchObject({ value: { kind: 'ours' } });
  expect(await look(order, two)).toMatchObject({ value: { kind: 'absent' } });
  expect((await send(order, two)).verdict).toEqual({ kind: 'applied' });
  expect(await look(order, two)).toMatchObject({ value: { kind: 'ours' } });
  expect(await lastBody(order)).toContain('"is_all_product":false');
  expect((await desk.desk.summary(order.orderId)).doubled).toEqual([]);
});

test('the rest of a part-shipped order is sent as a part, though nothing is left after it', async () => {
  const order = await desk.take('part-shipped');
  const rest = wholeMiniParcel(order);
  const claimedWhole = await send(order, { ...rest, split: false });
  expect(claimedWhole).toMatchObject({ code: '109000', verdict: { kind: 'look-first' } });
  expect((await send(order, { ...rest, split: true })).verdict).toEqual({ kind: 'applied' });
  expect((await read(order)).status).toBe('shipped');
  expect(await look(order, rest)).toMatchObject({ value: { kind: 'ours' } });
});

test('a package that does not say whether others left before it has the platform looked at first', async () => {
  const order = await desk.take('part-shipped');
  expect((await send(order, wholeMiniParcel(order))).verdict).toEqual({ kind: 'applied' });
  expect(await lastBody(order)).toContain('"is_all_product":false');
  const { requests, applied } = await desk.desk.summary(order.orderId);
  expect([requests.read, requests.send, applied.send]).toEqual([1, 1, 1]);
});

test('a look that fails before sending changes nothing of the shipment', async () => {
  const order = await desk.take('several');
  await desk.desk.setFault({ mode: 'bad-gateway-after', scope: order.orderId, calls: ['read'], count: 1 });
  expect((await send(order, wholeMiniParcel(order))).verdict).toEqual({ kind: 'applied' });
  expect(await lastBody(order)).toContain('"is_all_product":true');
});

test.each(['same-city', 'pickup'] as const)(
  'a %s order leaves without company and number and is read back',
  async (kind) => {
    const order = await desk.take(kind);
    const shown = await read(order);
    expect(shown.deliverMethod).toBe('pickup');
    const payload = wholeMiniParcel(order);
    expect(composeRule(shown, payload)).toBeNull();
    expect(composeRule(shown, { ...payload, deliver: courier(order.orderId) })).toBe('pickup-needs-no-courier');
    expect(await look(order, payload)).toMatchObject({ value: { kind: 'absent' } });
    expect((await send(order, payload)).verdict).toEqual({ kind: 'applied' });
    expect(await look(order, payload)).toMatchObject({ value: { kind: 'ours' } });
    expect(await lastBody(order)).not.toMatch(/delivery_id|waybill_id/);
  },
);

test('what composing refuses is what the platform refuses: one SKU in two parcels', async () => {
  const order = await desk.take('quantity');
  const [item] = wholeMiniParcel(order).items;
  if (item === undefined) throw new Error('an order without goods');
  const part = wholeMiniParcel(order, { whole: false, items: [{ ...item, quantity: item.quantity - 1 }] });
  expect(composeRule(await read(order), part)).toBe('sku-in-one-package');
  expect(await send(order, part)).toMatchObject({ code: '800001', verdict: { kind: 'refused', defect: true } });
});

const REFUSALS: readonly (readonly [name: string, change: OrderChange, code: string, kind: ReplyClass['kind']])[] = [
  ['an open after-sale case', { openAfterSale: { skuId: '', quantity: 1 } }, '108009', 'business'],
  ['an online waybill', { holds: ['online-waybill'] }, '109205', 'refused'],
  ['a cancelled order', { status: 'cancelled' }, '101100', 'look-first'],
  [
    'a shipment by someone else',
    { shipElsewhere: { carrier: 'SF', waybill: 'SF3125619415852' } },
    '109001',
    'look-first',
  ],
];

test.each(REFUSALS)('%s is refused with its class and applies nothing', async (_name, change, code, kind) => {
  const order = await desk.take('single');
  const skuId = order.items[0]?.skuId ?? '';
  const filled = change.openAfterSale === undefined ? change : { openAfterSale: { skuId, quantity: 1 } };
  await desk.desk.changeOrder(order.orderId, filled);
  const outcome = await send(order, wholeMiniParcel(order));
  expect(outcome).toMatchObject({ code, verdict: { kind }, phase: 'answered' });
  expect(outcome.requestId).not.toBe('');
  expect(outcome.message).not.toContain('rid');
  expect((await desk.desk.summary(order.orderId)).applied.send).toBe(0);
});

test('wrong goods, wrong counts and an order of another shop are refused with their codes', async () => {
  const order = await desk.take('several');
  const part = wholeMiniParcel(order, { whole: false });
  const [item] = part.items;
  if (item === undefined) throw new Error('an order without goods');
  const attempts: readonly (readonly [string, SendPayload])[] = [
    ['109000', { ...part, items: [{ ...item, skuId: '1' }] }],
    ['109000', { ...part, items: [{ ...item, quantity: item.quantity + 5 }] }],
    ['100002', { ...part, orderId: '1899999999999999999' }],
    ['40097', { ...part, deliver: { ...courier(order.orderId), carrierCode: 'YUNDA' } }],
  ];
  for (const [code, payload] of attempts) expect((await send(order, payload)).code, code).toBe(code);
  expect((await desk.desk.summary(order.orderId)).applied.send).toBe(0);
});

test('109001 after someone else shipped is read back as foreign, with the evidence', async () => {
  const order = await desk.take('several');
  await desk.desk.changeOrder(order.orderId, { shipElsewhere: { carrier: 'SF', waybill: 'SF3125619415852' } });
  expect((await send(order, wholeMiniParcel(order))).verdict).toEqual({ kind: 'look-first', otherwise: 'conflict' });
  expect(await look(order, wholeMiniParcel(order))).toMatchObject({
    value: { kind: 'foreign', parcels: [{ carrierCode: 'SF', waybill: 'SF3125619415852' }] },
  });
});

test('a token that is too long is renewed once and the shipment goes out', async () => {
  const order = await desk.take('note');
  await desk.desk.setFault({ mode: 'answer', code: -2, scope: order.orderId, calls: ['send'], count: 1 });
  expect((await send(order, wholeMiniParcel(order))).verdict).toEqual({ kind: 'applied' });
  expect(await desk.desk.summary(order.orderId)).toMatchObject({ requests: { send: 2 }, applied: { send: 1 } });
});

test('a shop without the interface is told apart from a wrong secret, and a Channels shop opens nothing here', async () => {
  const [shop] = desk.shops;
  if (shop === undefined) throw new Error('no shop');
  const account = { ...desk.accountOf(shop.appId), shopId: 'shop-fresh' };
  const wrong = { ...account, credentials: { appId: shop.appId, appSecret: 'example-secret-wrong' } };
  expect(await desk.platform.checkConnection(wrong)).toMatchObject({ error: { cause: 'credentials', code: '40125' } });
  const channels = (await desk.desk.shops()).find(({ platform }) => platform === 'wechat-channels');
  const stranger = { ...account, credentials: channels?.credentials ?? {} };
  expect(await desk.platform.checkConnection(stranger)).toMatchObject({
    error: { kind: 'account', cause: 'permission', code: '48001' },
  });
});

test('resending is classed by what a repeat could do', async () => {
  const order = await desk.take('single');
  const { resendClass } = desk.platform;
  expect(resendClass(wholeMiniParcel(order))).toBe('A');
  expect(resendClass(wholeMiniParcel(order, { whole: false }))).toBe('B');
  expect(resendClass(wholeMiniParcel(order, { split: true }))).toBe('B');
  expect(desk.platform.correct).toBeUndefined();
});
