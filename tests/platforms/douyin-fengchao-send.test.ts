import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { SendOutcome } from '../../electron/services/platforms/platform.ts';
import type { SendPayload } from '../../shared/domain/shipment.ts';
import { childNumbers, courier, packageOf, startDouyinDesk, waybillFor, type DouyinPractice } from './douyin-desk.ts';

let practice: DouyinPractice;
beforeAll(async () => {
  practice = await startDouyinDesk();
});
beforeEach(() => practice.desk.clearFaults());
afterAll(() => practice.stop());

const send = (payload: SendPayload, account = practice.account): Promise<SendOutcome> =>
  practice.platform.send(account, payload, 5_000);
const batch = (payloads: readonly SendPayload[]): Promise<readonly SendOutcome[]> => {
  const sender = practice.platform.batch;
  if (sender === undefined) throw new Error('no batch');
  return sender.send(practice.account, payloads, 10_000);
};
const look = (payload: SendPayload) => practice.platform.readBack?.(practice.account, payload);
const bodiesOf = async (orderId: string): Promise<readonly string[]> =>
  (await practice.desk.ledger(`kind=request&orderId=${orderId}`)).flatMap((entry) =>
    entry.kind === 'request' && entry.call === 'send'
      ? [new URLSearchParams(entry.body ?? '').get('request_data') ?? '']
      : [],
  );

test('a whole order is shipped by one call, and a look proves it', async () => {
  const order = await practice.order('several');
  const payload = packageOf(order);
  expect(await look(payload)).toEqual({ ok: true, value: { kind: 'absent' } });
  expect(await send(payload)).toMatchObject({ phase: 'answered', code: '0', verdict: { kind: 'applied' } });
  const [applied] = await practice.desk.applied(order.orderId);
  expect(applied).toMatchObject({ carrier: 'zhongtong', waybill: waybillFor(order.orderId) });
  expect(applied?.items).toHaveLength(order.items.length);
  expect(await look(payload)).toEqual({ ok: true, value: { kind: 'ours' } });
  expect(await bodiesOf(order.orderId)).toEqual([
    `[{"order_id":"${order.orderId}","company_code":"zhongtong","logistics_code":"${waybillFor(order.orderId)}"}]`,
  ]);
});

test('shipped again, the platform says so and a look finds our number', async () => {
  const payload = packageOf(await practice.order());
  await send(payload);
  expect(await send(payload)).toMatchObject({ code: '60110', verdict: { kind: 'look-first', otherwise: 'conflict' } });
  expect(await look(payload)).toMatchObject({ value: { kind: 'ours' } });
  expect((await practice.desk.applied(payload.orderId)).length).toBe(1);
});

test('an order in two packages: each goes by its child orders, and each is proven for itself', async () => {
  const order = await practice.order('split');
  const first = packageOf(order, { only: [0] });
  const rest = packageOf(order, {
    only: order.items.map((_, index) => index).slice(1),
    whole: true,
    split: true,
    deliver: courier('yuantong', '圆通速递', `YT${order.orderId.slice(-13)}`),
  });
  expect([first, rest, packageOf(order)].map((payload) => practice.platform.resendClass(payload))).toEqual([
    'B',
    'B',
    'A',
  ]);
  expect((await send(first)).verdict).toEqual({ kind: 'applied' });
  expect(await look(first)).toMatchObject({ value: { kind: 'ours' } });
  expect(await look(rest)).toMatchObject({ value: { kind: 'absent' } });
  expect((await send(rest)).verdict).toEqual({ kind: 'applied' });
  expect(await look(rest)).toMatchObject({ value: { kind: 'ours' } });
  const [, second = ''] = await bodiesOf(order.orderId);
  for (const number of childNumbers(order).slice(1)) expect(second).toContain(`"shipped_order_id":"${number}"`);
  expect((await practice.desk.orders()).find((each) => each.orderId === order.orderId)?.status).toBe('shipped');
});

test('pieces of one child order may leave apart', async () => {
  const order = await practice.order('quantity');
  const [item] = packageOf(order).items;
  if (item === undefined) throw new Error('no goods');
  const one = packageOf(order, { items: [{ ...item, quantity: 1 }], whole: false });
  expect((await send(one)).verdict).toEqual({ kind: 'applied' });
  expect((await practice.desk.orders()).find((each) => each.orderId === order.orderId)).toMatchObject({
    status: 'part-shipped',
    items: [{ left: item.quantity - 1 }],
  });
  expect(await look(one)).toMatchObject({ value: { kind: 'ours' } });
  expect(await look({ ...one, items: [{ ...item, quantity: 2 }] })).toMatchObject({ value: { kind: 'foreign' } });
});

test('a package sent twice by addmultipack is shipped once: its request id is the same on every attempt', async () => {
  const order = await practice.order('split');
  const payload = packageOf(order, { only: [0] });
  await practice.desk.setFault({ mode: 'reset-after', scope: order.orderId, calls: ['send'] });
  expect((await send(payload)).verdict).toEqual({ kind: 'ambiguous' });
  expect((await send(JSON.parse(JSON.stringify(payload)) as SendPayload)).verdict).toEqual({ kind: 'applied' });
  const { applied, doubled, requests } = await practice.desk.summary(order.orderId);
  expect({ applied: applied.send, doubled, requests: requests.send }).toEqual({ applied: 1, doubled: [], requests: 2 });
});

test('what is left of a partly shipped order cannot leave as a whole', async () => {
  const order = await practice.order('part-shipped');
  expect(await send(packageOf(order))).toMatchObject({
    code: 'text:part-shipped',
    verdict: { kind: 'refused', field: 'items' },
  });
  expect((await send(packageOf(order, { split: true }))).verdict).toEqual({ kind: 'applied' });
});

test('serial numbers, the sending address and an unlisted carrier go along', async () => {
  const order = await practice.order('subsidy');
  const [device] = packageOf(order).items;
  if (device?.serialNumbers === undefined) throw new Error('no device');
  const { serialNumbers, ...bare } = device;
  expect(await send(packageOf(order, { items: [bare] }))).toMatchObject({
    code: '60056',
    verdict: { field: 'serial-number' },
  });
  const account = { ...practice.account, credentials: { ...practice.account.credentials, senderId: '60001' } };
  expect((await send(packageOf(order), account)).verdict).toEqual({ kind: 'applied' });
  const [, body = ''] = await bodiesOf(order.orderId);
  expect(body).toContain(`"serial_number_list":["${serialNumbers[0]?.imei1}"],"address_id":60001}`);
  const unlisted = await practice.order();
  expect((await send(packageOf(unlisted, { deliver: courier('qita', '城际小飞侠', 'CJ2026112101') }))).verdict).toEqual(
    { kind: 'applied' },
  );
});

test('an open refund holds the order, and is refused only by a package that says so', async () => {
  const order = await practice.order('after-sale');
  const payload = packageOf(order);
  expect(await send(payload)).toMatchObject({ code: '60040', verdict: { kind: 'business', stopBox: true } });
  expect(practice.platform.resendClass({ ...payload, rejectRefund: true })).toBe('C');
  expect((await send({ ...payload, rejectRefund: true })).verdict).toEqual({ kind: 'applied' });
});

test.each([
  ['60109', 'business', 'risk'],
  ['60137', 'refused', 'unpaid'],
  ['60021', 'refused', 'cancelled'],
  ['60110', 'look-first', 'shipped'],
] as const)('%s comes from the order it belongs to', async (code, kind, orderKind) => {
  const order = await practice.order(orderKind);
  const items = order.items.map(({ productId, skuId, quantity }, index) => ({
    productId,
    skuId,
    quantity,
    childOrderId: childNumbers(order)[index] ?? '',
  }));
  expect(await send(packageOf(order, { items }))).toMatchObject({ code, verdict: { kind } });
});

test.each([
  ['60018', courier('nosuch', '', '78000000000009')],
  ['60017', courier('shunfeng', '', '78000000000009')],
] as const)('%s comes from the parcel', async (code, deliver) => {
  expect(await send(packageOf(await practice.order(), { deliver }))).toMatchObject({
    code,
    verdict: { kind: 'refused' },
  });
});

test('an order of nobody, and one of another shop, are told apart', async () => {
  const payload = packageOf(await practice.order());
  const [stranger] = await practice.desk.addOrders({ count: 1, kind: 'single', shop: 'taobao' });
  expect(await send({ ...payload, orderId: stranger?.orderId ?? '' })).toMatchObject({ code: '60101' });
  expect(await send({ ...payload, orderId: '6900000000000000001' })).toMatchObject({ code: '60033' });
  expect(await look({ ...payload, orderId: '6900000000000000001' })).toMatchObject({
    ok: false,
    error: { kind: 'not-found' },
  });
});

test('100 orders in one call with mixed answers: every one by itself', async () => {
  const orders = await practice.orders(100);
  const payloads = orders.map((order, index) =>
    packageOf(order, index % 5 === 3 ? { deliver: courier('shunfeng', '', waybillFor(order.orderId)) } : {}),
  );
  const taken = payloads.filter((_, index) => index % 5 === 1);
  for (const payload of taken)
    await practice.desk.changeOrder(payload.orderId, {
      shipElsewhere: { carrier: 'YTO', waybill: `YT${payload.orderId.slice(-13)}` },
    });
  const outcomes = await batch(payloads);
  expect(outcomes.map((outcome) => outcome.code)).toEqual(
    payloads.map((_, index) => (index % 5 === 1 ? '60110' : index % 5 === 3 ? '60017' : '0')),
  );
  expect(new Set(outcomes.map((outcome) => outcome.bodySha256)).size).toBe(1);
  const summary = await practice.desk.summary();
  expect(summary.doubled).toEqual([]);
  for (const [index, payload] of payloads.entries()) {
    const sent = (await practice.desk.applied(payload.orderId)).filter((entry) => entry.what === 'send');
    expect(sent.length).toBe(index % 5 === 1 || index % 5 === 3 ? 0 : 1);
  }
});

test('one bad shipment in a batch does not keep the others, and nothing of it leaves', async () => {
  const [first, second] = await practice.orders(2);
  if (first === undefined || second === undefined) throw new Error('no orders');
  const bad = packageOf(second, { deliver: courier('中通', '', '78000000000009') });
  const outcomes = await batch([bad, packageOf(first)]);
  expect(outcomes.map((outcome) => [outcome.phase, outcome.verdict.kind])).toEqual([
    ['none', 'refused'],
    ['answered', 'applied'],
  ]);
});

test('a batch that times out leaves all of it in doubt, and each order is looked up by itself', async () => {
  const payloads = (await practice.orders(3)).map((order) => packageOf(order));
  await practice.desk.setFault({ mode: 'silent-after', calls: ['send'] });
  const outcomes = await (practice.platform.batch?.send(practice.account, payloads, 700) ?? []);
  expect(outcomes.map((outcome) => outcome.verdict.kind)).toEqual(['ambiguous', 'ambiguous', 'ambiguous']);
  await practice.desk.clearFaults();
  for (const payload of payloads) expect(await look(payload)).toMatchObject({ value: { kind: 'ours' } });
});

test('what may not share a call is a defect and sends nothing', async () => {
  const [order] = await practice.orders(1);
  if (order === undefined) throw new Error('no order');
  const payload = packageOf(order);
  const sender = practice.platform.batch;
  expect([sender?.takes(payload), sender?.takes({ ...payload, whole: false })]).toEqual([true, false]);
  await expect(batch([payload, payload])).rejects.toThrow(RangeError);
  await expect(batch([{ ...payload, whole: false }])).rejects.toThrow(RangeError);
  await expect(
    batch(Array.from({ length: 101 }, (_, no) => ({ ...payload, orderId: String(no + 1) }))),
  ).rejects.toThrow(RangeError);
  expect(await practice.desk.ledger(`kind=request&orderId=${payload.orderId}`)).toEqual([]);
});

test('shipped by somebody else: the look shows whose number it is, and our number elsewhere is not ours', async () => {
  const order = await practice.order();
  await practice.desk.changeOrder(order.orderId, { shipElsewhere: { carrier: 'YTO', waybill: 'YT0000000000001' } });
  expect(await look(packageOf(order))).toMatchObject({
    ok: true,
    value: { kind: 'foreign', rawStatus: '3', parcels: [{ waybill: 'YT0000000000001', carrierCode: 'yuantong' }] },
  });
  const other = await practice.order();
  await practice.desk.changeOrder(other.orderId, {
    shipElsewhere: { carrier: 'STO', waybill: waybillFor(other.orderId) },
  });
  expect(await look(packageOf(other))).toMatchObject({ value: { kind: 'foreign' } });
});

test('nothing secret is written to the log', async () => {
  await send(packageOf(await practice.order()));
  expect(practice.log.lines.join('\n')).not.toMatch(/example-secret|sign=|request_data/);
});
