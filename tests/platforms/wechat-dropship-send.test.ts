import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { PracticeOrderView } from '../../electron/training/admin/order-routes.ts';
import type { OrderChange } from '../../electron/training/book/order-change.ts';
import type { ReplyClass } from '../../shared/domain/platforms/reply-class.ts';
import type { CorrectPayload, OpPayload, SendPayload } from '../../shared/domain/shipment.ts';
import { correctionOf, label, side, startDropshipDesk, wholeDropshipParcel } from './dropship-desk.ts';
import type { PlatformDesk } from './platform-desk.ts';

let desk: PlatformDesk;
beforeEach(async () => {
  desk = await startDropshipDesk();
});
afterEach(() => desk.stop());

const account = (order: PracticeOrderView) => desk.accountOf(order.appId);
const send = (order: PracticeOrderView, payload: SendPayload) => desk.platform.send(account(order), payload, 5_000);
const correct = async (order: PracticeOrderView, payload: CorrectPayload, timeoutMs = 5_000) => {
  const outcome = await desk.platform.correct?.(account(order), payload, timeoutMs);
  if (outcome === undefined) throw new Error('no correction');
  return outcome;
};
const look = (order: PracticeOrderView, payload: OpPayload) => desk.platform.readBack?.(account(order), payload);

describe('a shipment', () => {
  test('is applied once and read back as ours', async () => {
    const order = await desk.take('several');
    const payload = wholeDropshipParcel(order);
    expect(await look(order, payload)).toEqual({ ok: true, value: { kind: 'absent' } });
    expect(await send(order, payload)).toMatchObject({ verdict: { kind: 'applied' }, httpStatus: 200, code: '0' });
    expect(await look(order, payload)).toEqual({ ok: true, value: { kind: 'ours' } });
    const [applied] = await desk.desk.applied(order.orderId);
    expect(applied).toMatchObject({ orderId: order.orderId, carrier: 'ZTO', waybill: label(order.orderId).waybill });
  });

  test('in two parcels leaves the order part-shipped between, and each parcel is its own', async () => {
    const order = await desk.take('quantity');
    const [item] = wholeDropshipParcel(order).items;
    if (item === undefined || item.quantity < 2) throw new Error('an order of one piece');
    const part = (nth: number, quantity: number) =>
      wholeDropshipParcel(order, {
        whole: false,
        items: [{ ...item, quantity }],
        deliver: label(order.orderId, nth),
      });
    const [one, two] = [part(1, 1), part(2, item.quantity - 1)];
    expect((await send(order, one)).verdict).toEqual({ kind: 'applied' });
    expect(await desk.platform.getOrder?.(account(order), order.orderId)).toMatchObject({
      value: { status: 'part-shipped' },
    });
    expect(await look(order, one)).toMatchObject({ value: { kind: 'ours' } });
    expect(await look(order, two)).toMatchObject({ value: { kind: 'absent' } });
    expect((await send(order, two)).verdict).toEqual({ kind: 'applied' });
    expect(await look(order, two)).toMatchObject({ value: { kind: 'ours' } });
    expect((await desk.desk.summary(order.orderId)).doubled).toEqual([]);
  });

  const REFUSALS: readonly (readonly [name: string, change: OrderChange, code: string, kind: ReplyClass['kind']])[] = [
    ['an open after-sale case', { openAfterSale: { skuId: '', quantity: 1 } }, '108009', 'look-first'],
    ['a cancelled order', { status: 'cancelled' }, '101100', 'look-first'],
    [
      'a shipment by someone else',
      { shipElsewhere: { carrier: 'SF', waybill: 'SF3125619415852' } },
      '109001',
      'look-first',
    ],
  ];

  test.each(REFUSALS)('is refused for %s with its class and applies nothing', async (_name, change, code, kind) => {
    const order = await desk.take('single');
    const skuId = order.items[0]?.skuId ?? '';
    const filled = change.openAfterSale === undefined ? change : { openAfterSale: { skuId, quantity: 1 } };
    await desk.desk.changeOrder(order.orderId, filled);
    expect(await send(order, wholeDropshipParcel(order))).toMatchObject({ code, verdict: { kind }, phase: 'answered' });
    expect((await desk.desk.summary(order.orderId)).applied.send).toBe(0);
  });

  test('of wrong goods, counts, companies, numbers or orders is refused with its code', async () => {
    const order = await desk.take('single');
    const whole = wholeDropshipParcel(order);
    const [item] = whole.items;
    if (item === undefined) throw new Error('an order without goods');
    const by = (carrierCode: string, waybill = label(order.orderId).waybill) =>
      ({ type: 'courier', carrierCode, carrierName: '', waybill }) as const;
    const attempts: readonly (readonly [string, SendPayload])[] = [
      ['109000', { ...whole, items: [{ ...item, skuId: '1' }] }],
      ['109000', { ...whole, items: [{ ...item, quantity: item.quantity + 5 }] }],
      ['100002', { ...whole, orderId: '4400000000000000001' }],
      ['606004', { ...whole, deliver: by('OTHER') }],
      ['6060479', { ...whole, deliver: by('SF') }],
    ];
    for (const [code, payload] of attempts) {
      const outcome = await send(order, payload);
      expect(outcome.code, code).toBe(code);
      expect(outcome.verdict, code).toEqual({ kind: 'look-first', otherwise: 'refused' });
    }
    expect((await desk.desk.summary(order.orderId)).applied.send).toBe(0);
  });
});

/** A parcel that has left, the label on it, and labels drawn for its order. */
async function sentParcel() {
  const order = await desk.take('several');
  const payload = wholeDropshipParcel(order);
  expect((await send(order, payload)).verdict).toEqual({ kind: 'applied' });
  const drawn = await desk.desk.ewaybills(order.orderId, 'SF');
  return { order, payload, first: side('ZTO', label(order.orderId).waybill), drawn: drawn.map((no) => side('SF', no)) };
}

describe('a correction', () => {
  test('changes the number alone and is read back as ours', async () => {
    const { order, payload, first, drawn } = await sentParcel();
    const change = correctionOf(payload, first, drawn[0] ?? first);
    expect(await look(order, change)).toMatchObject({ value: { kind: 'absent' } });
    expect(await correct(order, change)).toMatchObject({ verdict: { kind: 'applied' }, code: '0' });
    expect(await look(order, change)).toMatchObject({ value: { kind: 'ours' } });
    const [, corrected] = await desk.desk.applied(order.orderId);
    expect(corrected).toMatchObject({ what: 'correct', from: { carrier: 'ZTO' }, carrier: 'SF', items: payload.items });
  });

  test('follows the one before it in a chain, three times; the fourth is refused for good', async () => {
    const { order, payload, first, drawn } = await sentParcel();
    const chain = [first, ...drawn].slice(0, 5);
    for (let nth = 1; nth < chain.length; nth += 1) {
      const [from, to] = [chain[nth - 1] ?? first, chain[nth] ?? first];
      const change = correctionOf(payload, from, to);
      const outcome = await correct(order, change);
      if (nth === 4) {
        expect(outcome).toMatchObject({ code: '606041', verdict: { kind: 'refused', field: 'waybill' } });
        expect(await look(order, change)).toMatchObject({ value: { kind: 'absent' } });
        continue;
      }
      expect(outcome.verdict).toEqual({ kind: 'applied' });
      expect(await look(order, change)).toMatchObject({ value: { kind: 'ours' } });
    }
    expect(await desk.desk.summary(order.orderId)).toMatchObject({ applied: { correct: 3 }, doubled: [] });
  });

  test('of a number that is gone has a look decide: ours after a lost answer, a conflict when it never was there', async () => {
    const { order, payload, first, drawn } = await sentParcel();
    const change = correctionOf(payload, first, drawn[0] ?? first);
    await desk.desk.setFault({ mode: 'reset-after', scope: order.orderId, calls: ['correct'] });
    expect((await correct(order, change)).verdict).toEqual({ kind: 'ambiguous' });
    const again = await correct(order, change);
    expect(again).toMatchObject({ code: '606058', verdict: { kind: 'look-first', otherwise: 'refused' } });
    expect(await look(order, change)).toMatchObject({ value: { kind: 'ours' } });
    const stranger = correctionOf(payload, side('ZTO', '78999999999999'), drawn[1] ?? first);
    expect((await correct(order, stranger)).code).toBe('606058');
    expect(await look(order, stranger)).toMatchObject({ value: { kind: 'foreign' } });
    expect((await desk.desk.summary(order.orderId)).applied.correct).toBe(1);
  });

  test('to a number that is no electronic label of the order is refused and costs no try', async () => {
    const { order, payload, first, drawn } = await sentParcel();
    const [elsewhere] = await desk.desk.ewaybills((await desk.take('split')).orderId, 'SF');
    for (const to of [side('SF', 'SF3125619415852'), side('SF', elsewhere ?? ''), side('SXJD', 'SX0000000001')])
      expect(await correct(order, correctionOf(payload, first, to))).toMatchObject({
        code: '606059',
        verdict: { kind: 'refused', field: 'waybill' },
      });
    expect((await correct(order, correctionOf(payload, first, drawn[0] ?? first))).verdict).toEqual({
      kind: 'applied',
    });
  });

  test('with other goods than the parcel holds is refused by the platform, and a look before it says so', async () => {
    const { order, payload, first, drawn } = await sentParcel();
    const fewer = { ...payload, items: payload.items.slice(0, 1) };
    const change = correctionOf(fewer, first, drawn[0] ?? first);
    expect(await look(order, change)).toMatchObject({ value: { kind: 'foreign' } });
    expect(await correct(order, change)).toMatchObject({ code: '40097', verdict: { kind: 'refused', defect: true } });
    expect((await desk.desk.summary(order.orderId)).applied.correct).toBe(0);
  });

  test.each(['silent-after', 'bad-gateway-before', 'truncated-after', 'minus-one-after', 'code-as-text'] as const)(
    'answered by %s is in doubt after one request, and a look tells the truth',
    async (mode) => {
      const { order, payload, first, drawn } = await sentParcel();
      const change = correctionOf(payload, first, drawn[0] ?? first);
      await desk.desk.setFault({ mode, scope: order.orderId, calls: ['correct'] });
      expect((await correct(order, change, 1_000)).verdict).toEqual({ kind: 'ambiguous' });
      const { requests, applied } = await desk.desk.summary(order.orderId);
      expect(requests.correct).toBe(1);
      expect(await look(order, change)).toMatchObject({ value: { kind: applied.correct === 1 ? 'ours' : 'absent' } });
    },
  );

  test('whose token has died is renewed once and goes out once', async () => {
    const { order, payload, first, drawn } = await sentParcel();
    await desk.desk.setFault({ mode: 'answer', code: 42001, scope: order.orderId, calls: ['correct'], count: 1 });
    expect((await correct(order, correctionOf(payload, first, drawn[0] ?? first))).verdict).toEqual({
      kind: 'applied',
    });
    expect(await desk.desk.summary(order.orderId)).toMatchObject({ requests: { correct: 2 }, applied: { correct: 1 } });
  });
});
