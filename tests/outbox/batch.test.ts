import { describe, expect, it } from 'vitest';
import type { SendPayload } from '../../shared/domain/shipment.ts';
import { createBatchPlatform } from './fake-batch.ts';
import { LOST_ANSWER, LOST_REQUEST, refusedWith, type Script } from './fake-platform.ts';
import { type Desk, MINUTE, openDesk, sendPayload, SHOP } from './outbox-desk.ts';
import { atOnce } from '../../electron/services/db/steps.ts';

/** Twice the longest call of a shop with batches. */
const SETTLE_MS = 80_000;

function openBatchDesk(options: Parameters<typeof openDesk>[0] = {}) {
  const fake = createBatchPlatform();
  return { ...openDesk({ fake, ...options }), fake };
}

const waybill = (no: number): string => `ZT${String(2_000_000 + no)}`;
/** Packages of so many orders, all due at once. */
const saveMany = (desk: Desk, count: number, from = 1, more: Partial<SendPayload> = {}): readonly string[] =>
  Array.from({ length: count }, (_, index) => desk.save(`${from + index}`, waybill(from + index), more));
const statesOf = (desk: Desk, ids: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const id of ids) counts[desk.stateOf(id)] = (counts[desk.stateOf(id)] ?? 0) + 1;
  return counts;
};
const timesShipped = (desk: ReturnType<typeof openBatchDesk>): readonly number[] => {
  const times = new Map<string, number>();
  for (const { orderId } of desk.fake.ledger) times.set(orderId, (times.get(orderId) ?? 0) + 1);
  return [...times.values()];
};
const attemptsOf = (desk: Desk, id: string) => desk.outbox.desk.record(desk.row(id)).attempts;
const never = (): Promise<unknown> => new Promise(() => undefined);
const lost = (script: Script) => (): Script => script;

describe('Orders that wait together', () => {
  it('share calls up to the set size, and one alone goes the usual way', async () => {
    const desk = openBatchDesk();
    const ids = saveMany(desk, 45);
    desk.outbox.start();
    await desk.clock.pass(100);
    expect(desk.fake.batches.map(({ orderIds }) => orderIds.length)).toEqual([20, 20, 5]);
    expect(new Set(desk.fake.batches.map(({ timeoutMs }) => timeoutMs))).toEqual(new Set([40_000]));
    expect(statesOf(desk, ids)).toEqual({ shipped: 45 });
    expect(ids.map((id) => attemptsOf(desk, id).length)).toEqual(ids.map(() => 1));
    desk.save('99', waybill(99));
    await desk.clock.pass(100);
    expect(desk.fake.calls.sends).toBe(1);
    expect(desk.fake.batches).toHaveLength(3);
  });

  it.each([
    [1, [], 30],
    [7, [7, 7, 7, 7], 0],
    [100, [30], 0],
  ])('go %i to a call when a person says so', async (size, first, singles) => {
    const desk = openBatchDesk();
    expect(desk.settings.set('outbox.ordersPerCall', size).ok).toBe(true);
    const ids = saveMany(desk, 30);
    desk.outbox.start();
    await desk.clock.pass(1_000);
    expect(desk.fake.batches.slice(0, 4).map(({ orderIds }) => orderIds.length)).toEqual(first);
    if (singles > 0) expect(desk.fake.calls.sends).toBe(singles);
    expect(statesOf(desk, ids)).toEqual({ shipped: 30 });
  });

  it('are all written down as being sent before the call is made', async () => {
    const desk = openBatchDesk();
    const ids = saveMany(desk, 20);
    const seen: unknown[] = [];
    desk.fake.scriptBatch({
      onArrival: () => {
        seen.push(desk.database.inTransaction, statesOf(desk, ids), attemptsOf(desk, ids[19] ?? ''));
      },
    });
    desk.outbox.start();
    await desk.clock.pass(100);
    expect(seen).toMatchObject([false, { sending: 20 }, [{ no: 1, result: null }]]);
  });

  it('never hold two packages of one order, a part of an order, a refused refund or a correction', async () => {
    const desk = openBatchDesk();
    desk.outbox.start();
    const shipped = desk.save('50', waybill(50));
    await desk.clock.pass(100);
    await desk.outbox.stop();
    const whole = saveMany(desk, 3);
    desk.save('1', 'ZT9000001');
    const part = desk.save('60', waybill(60), { whole: false });
    const refusing = desk.outbox.enqueue({
      ...{ shopId: SHOP, carrierName: '', operator: 'lead' },
      payload: sendPayload('61', waybill(61), { rejectRefund: true }),
      refusesRefund: { reason: 'asked by telephone' },
    });
    const carrier = { code: 'ZTO', name: '中通快递' };
    desk.outbox.desk.correct(shipped, { carrier, waybill: waybill(51) }, 'lead');
    desk.outbox.start();
    await desk.clock.pass(1_000);
    expect(desk.fake.batches.map(({ orderIds }) => orderIds)).toEqual([['1', '2', '3']]);
    expect(statesOf(desk, [...whole, part, refusing.ok ? refusing.value.id : ''])).toEqual({ shipped: 5 });
    expect(desk.fake.calls.sends).toBe(5);
    expect(desk.fake.ledger.filter(({ orderId }) => orderId === '1').map((entry) => entry.waybill)).toEqual([
      waybill(1),
      'ZT9000001',
    ]);
  });

  it('count as one call: four at a time in one account, while another account goes on', async () => {
    const desk = openBatchDesk({ shops: [SHOP, 'shop-2'] });
    let release = (): void => undefined;
    const waitFor = new Promise<void>((resolve) => (release = resolve));
    desk.fake.scriptBatch(...Array.from({ length: 4 }, () => ({ waitFor })));
    saveMany(desk, 100);
    desk.outbox.start();
    await desk.clock.pass(1_000);
    expect(desk.fake.inFlight).toEqual({ now: 4, most: 4 });
    const other = [desk.save('501', waybill(501), {}, 'shop-2'), desk.save('502', waybill(502), {}, 'shop-2')];
    await desk.clock.pass(1_000);
    expect(statesOf(desk, other)).toEqual({ shipped: 2 });
    expect(desk.fake.inFlight.now).toBe(4);
    release();
    await desk.clock.pass(1_000);
    expect(timesShipped(desk)).toEqual(Array.from({ length: 102 }, () => 1));
  });
});

describe('The answer to a batch', () => {
  it('is judged for each order by itself', async () => {
    const desk = openBatchDesk();
    const answers: readonly (readonly [Script, string])[] = [
      [{ applies: true }, 'shipped'],
      [refusedWith('60017', { kind: 'refused', defect: false, field: 'waybill' }), 'rejected'],
      [refusedWith('60109', { kind: 'business', stopBox: true, recheckMs: 60_000 }), 'held'],
      [refusedWith('60106', { kind: 'retry', minWaitMs: 600_000, maxTries: 8 }), 'wait'],
      [refusedWith('60110', { kind: 'conflict' }), 'conflict'],
      [{ applies: true, verdict: { kind: 'ambiguous' }, code: null }, 'in_doubt'],
    ];
    const ids = saveMany(desk, 18);
    desk.fake.scriptBatch({ answers: (_payload, index) => answers[index % 6]?.[0] ?? {} });
    desk.outbox.start();
    await desk.clock.pass(100);
    expect(ids.map((id) => desk.stateOf(id))).toEqual(ids.map((_, index) => answers[index % 6]?.[1]));
    expect(desk.outbox.conservation()).toMatchObject({ balanced: true });
    expect(desk.fake.batches).toHaveLength(1);
  });

  it.each([
    ['that leaves an order out', (all: readonly unknown[]) => all.slice(1)],
    [
      'that never comes because the client broke off',
      () => {
        throw new Error('broken client');
      },
    ],
  ])('%s leaves all of it in doubt', async (_name, returns) => {
    const desk = openBatchDesk();
    const ids = saveMany(desk, 5);
    desk.fake.scriptBatch({ returns: returns as never });
    desk.outbox.start();
    await desk.clock.pass(100);
    expect(statesOf(desk, ids)).toEqual({ in_doubt: 5 });
    await desk.clock.pass(10 * MINUTE);
    expect(statesOf(desk, ids)).toEqual({ shipped: 5 });
    expect(timesShipped(desk)).toEqual([1, 1, 1, 1, 1]);
  });

  it('is kept for each order the disk has no room for, until it has', async () => {
    const desk = openBatchDesk();
    const ids = saveMany(desk, 6);
    let full = true;
    desk.database.function('disk_is_full', () => (full ? 1 : 0));
    desk.database.exec(`CREATE TEMP TRIGGER no_room BEFORE INSERT ON main.attempt_result
      WHEN NEW.op_seq = 3 AND disk_is_full() = 1 BEGIN SELECT RAISE(ABORT, 'disk is full'); END`);
    desk.outbox.start();
    await desk.clock.pass(3_000);
    expect(statesOf(desk, ids)).toEqual({ shipped: 5, sending: 1 });
    full = false;
    await desk.clock.pass(3_000);
    expect(statesOf(desk, ids)).toEqual({ shipped: 6 });
    expect(desk.fake.batches).toHaveLength(1);
  });

  it('that blocks the account closes it once, charges no order, and all go when it opens', async () => {
    const desk = openBatchDesk();
    const ids = saveMany(desk, 20);
    desk.fake.scriptBatch({
      answers: lost(refusedWith('gateway:signature', { kind: 'account', cause: 'credentials' })),
    });
    desk.outbox.start();
    await desk.clock.pass(100);
    expect(statesOf(desk, ids)).toEqual({ held: 20 });
    expect(desk.outbox.gateOf(SHOP)).toBe('credentials');
    expect(desk.row(ids[7] ?? '').status.counters.tries).toBe(0);
    // The first re-check comes after a minute, as after one refused call.
    await desk.clock.pass(MINUTE + 1_000);
    expect(desk.fake.calls.probes).toBe(1);
    expect(statesOf(desk, ids)).toEqual({ shipped: 20 });
    expect(desk.fake.batches.map(({ orderIds }) => orderIds.length)).toEqual([20, 20]);
  });

  it('that nobody gave, because no line was there, sends all of it again as soon as there is one', async () => {
    const desk = openBatchDesk();
    const ids = saveMany(desk, 20);
    desk.fake.state.offline = true;
    desk.outbox.start();
    await desk.clock.pass(5_000);
    expect(statesOf(desk, ids)).toEqual({ wait: 20 });
    desk.fake.state.offline = false;
    await desk.clock.pass(MINUTE);
    expect(statesOf(desk, ids)).toEqual({ shipped: 20 });
    expect(desk.fake.calls.looks).toBe(0);
    expect(timesShipped(desk)).toEqual(ids.map(() => 1));
  });
});

describe('A batch nobody knows the outcome of', () => {
  it('leaves all in doubt, pauses the account, and has each looked up by itself: nothing is sent again', async () => {
    const desk = openBatchDesk();
    const ids = saveMany(desk, 20);
    desk.fake.scriptBatch({ answers: lost(LOST_ANSWER) });
    desk.outbox.start();
    await desk.clock.pass(100);
    expect(statesOf(desk, ids)).toEqual({ in_doubt: 20 });
    const next = saveMany(desk, 2, 101);
    await desk.clock.pass(10_000);
    expect(statesOf(desk, next)).toEqual({ ready: 2 });
    await desk.clock.pass(SETTLE_MS - 11_000);
    expect(desk.fake.calls.looks).toBe(0);
    await desk.clock.pass(3_000);
    expect(statesOf(desk, ids)).toEqual({ shipped: 20 });
    expect(desk.row(ids[0] ?? '').status.proof).toBe('read-back');
    expect(desk.fake.calls).toMatchObject({ looks: 20, sends: 0 });
    expect(desk.fake.batches.map(({ orderIds }) => orderIds.length)).toEqual([20, 2]);
    expect(timesShipped(desk)).toEqual(Array.from({ length: 22 }, () => 1));
  });

  it('that never arrived is sent once more, one order at a time, after two looks each that found nothing', async () => {
    const desk = openBatchDesk();
    const ids = saveMany(desk, 20);
    desk.fake.scriptBatch({ answers: lost(LOST_REQUEST) });
    desk.outbox.start();
    await desk.clock.pass(SETTLE_MS + 50_000);
    expect(desk.fake.calls).toMatchObject({ looks: 20, sends: 0 });
    await desk.clock.pass(MINUTE);
    expect(desk.fake.calls).toMatchObject({ looks: 40, sends: 20 });
    expect(desk.fake.batches).toHaveLength(1);
    expect(statesOf(desk, ids)).toEqual({ shipped: 20 });
    expect(timesShipped(desk)).toEqual(ids.map(() => 1));
  });

  it('that arrived in part is sorted out order by order', async () => {
    const desk = openBatchDesk();
    const ids = saveMany(desk, 20);
    desk.fake.scriptBatch({ answers: (_payload, index) => (index < 13 ? LOST_ANSWER : LOST_REQUEST) });
    desk.outbox.start();
    await desk.clock.pass(10 * MINUTE);
    expect(statesOf(desk, ids)).toEqual({ shipped: 20 });
    expect(desk.fake.calls.sends).toBe(7);
    expect(desk.fake.batches).toHaveLength(1);
    expect(timesShipped(desk)).toEqual(ids.map(() => 1));
  });

  it('is in doubt after the app died in the middle of it, applied or not, and ships nothing twice', async () => {
    const desk = openBatchDesk();
    const ids = saveMany(desk, 20);
    desk.fake.scriptBatch({
      waitFor: never(),
      onArrival: (orderIds) => {
        for (const orderId of orderIds.slice(0, 9))
          desk.fake.ledger.push({ orderId, waybill: waybill(Number(orderId)), kind: 'send' });
      },
    });
    desk.outbox.start();
    await desk.clock.pass(10);
    expect(statesOf(desk, ids)).toEqual({ sending: 20 });
    desk.crash();
    const again = openDesk({ dataDir: desk.dataDir, clock: desk.clock, fake: desk.fake });
    expect(statesOf(again, ids)).toEqual({ in_doubt: 20 });
    again.outbox.start();
    await again.clock.pass(10 * MINUTE);
    expect(statesOf(again, ids)).toEqual({ shipped: 20 });
    expect(desk.fake.batches).toHaveLength(1);
    expect(desk.fake.calls.sends).toBe(11);
    expect(timesShipped(desk)).toEqual(ids.map(() => 1));
    expect(again.outbox.conservation()).toMatchObject({ balanced: true });
    expect(atOnce(again.outbox.verifyJournal())).toMatchObject({ missingOps: 0, damagedLines: 0 });
  });
});

describe('Orders that could not leave promptly', () => {
  it('are looked up one by one and leave together, without those somebody else has shipped or withdrawn', async () => {
    const desk = openBatchDesk();
    const ids = saveMany(desk, 12);
    desk.fake.shippedElsewhere('4', 'SF9000001');
    desk.fake.order('5', { flags: ['after-sale'] });
    await desk.clock.pass(3 * MINUTE);
    expect(desk.outbox.desk.decide(ids[5] ?? '', 'cancel', { actor: 'lead' }).ok).toBe(true);
    desk.outbox.start();
    await desk.clock.pass(1_000);
    expect(desk.fake.calls.orders).toBe(11);
    expect(desk.fake.batches.map(({ orderIds }) => orderIds)).toEqual([
      ['1', '2', '3', '7', '8', '9', '10', '11', '12'],
    ]);
    expect(statesOf(desk, ids)).toEqual({ shipped: 9, conflict: 1, held: 1, cancelled: 1 });
  });

  it('stay where they are when the account is stopped while they are being looked up', async () => {
    const desk = openBatchDesk();
    const ids = saveMany(desk, 12);
    await desk.clock.pass(3 * MINUTE);
    desk.fake.failReads(
      { kind: 'busy', httpStatus: 503, code: null, message: '', requestId: '' },
      { kind: 'account', cause: 'quota', httpStatus: 200, code: '45009', message: '', requestId: '' },
    );
    desk.outbox.start();
    await desk.clock.pass(1_000);
    expect(desk.outbox.gateOf(SHOP)).toBe('quota');
    expect([desk.fake.calls.orders, desk.fake.batches.length, desk.fake.calls.sends]).toEqual([2, 0, 0]);
    await desk.clock.pass(5 * MINUTE);
    expect(statesOf(desk, ids)).toEqual({ shipped: 12 });
    expect(timesShipped(desk)).toEqual(ids.map(() => 1));
  });
});
