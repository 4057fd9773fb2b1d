import { describe, expect, it } from 'vitest';
import { createFakePlatform, LOST_ANSWER, LOST_REQUEST, refusedWith, UNREACHABLE } from './fake-platform.ts';
import { MINUTE, openDesk, sendPayload, SHOP } from './outbox-desk.ts';

describe('The sender', () => {
  it('sends what is saved, once, and says so with the answer as proof', async () => {
    const desk = openDesk();
    desk.outbox.start();
    const id = desk.save('3704612354559743233', 'ZT1000001');
    await desk.clock.pass(100);
    expect(desk.row(id).status).toMatchObject({ state: 'shipped', proof: 'response', code: '0' });
    expect(desk.fake.ledger).toEqual([{ orderId: '3704612354559743233', waybill: 'ZT1000001', kind: 'send' }]);
    expect(desk.outbox.counts()).toMatchObject({ open: 0, needsYou: 0, oldestOpenAt: null });
  });

  it('sends nothing before it is started', async () => {
    const desk = openDesk();
    desk.save('1', 'ZT1000001');
    await desk.clock.pass(MINUTE);
    expect(desk.fake.calls.sends).toBe(0);
  });

  it('looks a lost answer up after the settle time and never sends it again', async () => {
    const desk = openDesk();
    desk.fake.script(LOST_ANSWER);
    desk.outbox.start();
    const id = desk.save('1', 'ZT1000001');
    await desk.clock.pass(100);
    expect(desk.row(id).status).toMatchObject({ state: 'in_doubt', code: 'local:reset' });
    await desk.clock.pass(MINUTE - 1_000);
    expect(desk.fake.calls.looks).toBe(0);
    await desk.clock.pass(2_000);
    expect(desk.row(id).status).toMatchObject({ state: 'shipped', proof: 'read-back' });
    expect(desk.fake.calls.sends).toBe(1);
  });

  it('sends a lost request once more, only after two looks a minute apart found nothing', async () => {
    const desk = openDesk();
    desk.fake.script(LOST_REQUEST);
    desk.outbox.start();
    const id = desk.save('1', 'ZT1000001');
    await desk.clock.pass(MINUTE + 1_000);
    expect(desk.fake.calls).toMatchObject({ sends: 1, looks: 1 });
    await desk.clock.pass(MINUTE - 2_000);
    expect(desk.fake.calls).toMatchObject({ sends: 1, looks: 1 });
    await desk.clock.pass(5_000);
    expect(desk.stateOf(id)).toBe('shipped');
    expect(desk.fake.ledger).toHaveLength(1);
    expect(desk.fake.calls.sends).toBe(2);
  });

  it('leaves a second lost request in doubt for a person', async () => {
    const desk = openDesk();
    desk.fake.script(LOST_REQUEST, LOST_REQUEST);
    desk.outbox.start();
    const id = desk.save('1', 'ZT1000001');
    await desk.clock.pass(30 * MINUTE);
    expect(desk.stateOf(id)).toBe('in_doubt');
    expect(desk.fake.calls.sends).toBe(2);
  });

  it('never sends a correction again by itself', async () => {
    const desk = openDesk();
    desk.outbox.start();
    const sent = desk.save('1', 'ZT1000001');
    await desk.clock.pass(100);
    desk.fake.script(LOST_REQUEST);
    const carrier = { code: 'ZTO', name: '中通快递' };
    const correction = desk.outbox.desk.correct(sent, { carrier, waybill: 'ZT1000002' }, 'lead');
    await desk.clock.pass(30 * MINUTE);
    expect(correction.ok && desk.stateOf(correction.value.id)).toBe('in_doubt');
    expect(desk.fake.calls.sends).toBe(2);
  });

  it('keeps the packages of one order apart and in order, while other orders go on', async () => {
    const desk = openDesk();
    let release: () => void = () => undefined;
    desk.fake.script({ applies: true, waitFor: new Promise<void>((resolve) => (release = resolve)) });
    desk.outbox.start();
    const first = desk.save('1', 'ZT1000001', { whole: false });
    const second = desk.save('1', 'ZT1000002', { whole: false });
    const other = desk.save('2', 'ZT1000003');
    await desk.clock.pass(1_000);
    expect([first, second, other].map(desk.stateOf)).toEqual(['sending', 'ready', 'shipped']);
    release();
    await desk.clock.pass(1_000);
    expect(desk.fake.ledger.map(({ waybill }) => waybill)).toEqual(['ZT1000003', 'ZT1000001', 'ZT1000002']);
  });

  it('lets a package pass one of the same order that was refused, and none that is in doubt', async () => {
    const desk = openDesk();
    desk.fake.script(refusedWith('606031', { kind: 'refused', defect: false, field: 'waybill' }));
    desk.outbox.start();
    desk.save('1', 'ZT1000001', { whole: false });
    const passing = desk.save('1', 'ZT1000002', { whole: false });
    await desk.clock.pass(100);
    desk.fake.script(LOST_REQUEST);
    const doubtful = desk.save('2', 'ZT1000003', { whole: false });
    const waiting = desk.save('2', 'ZT1000004', { whole: false });
    await desk.clock.pass(30_000);
    expect([passing, doubtful, waiting].map(desk.stateOf)).toEqual(['shipped', 'in_doubt', 'ready']);
  });

  it('has at most four calls of one account in the air', async () => {
    const desk = openDesk();
    let release: () => void = () => undefined;
    const waitFor = new Promise<void>((resolve) => (release = resolve));
    desk.fake.script(...Array.from({ length: 10 }, () => ({ applies: true, waitFor })));
    for (let order = 0; order < 10; order += 1) desk.save(`${order}`, `ZT100000${order}`);
    desk.outbox.start();
    await desk.clock.pass(1_000);
    expect(desk.fake.calls.inFlight).toBe(4);
    release();
    await desk.clock.pass(1_000);
    expect(desk.fake.ledger).toHaveLength(10);
    expect(desk.fake.calls.mostInFlight).toBe(4);
  });

  it('waits before trying again what is proven not applied, as long as the platform asks', async () => {
    const desk = openDesk();
    desk.fake.script({
      ...refusedWith('100003', { kind: 'retry', minWaitMs: 5_000, maxTries: 8 }),
      retryAfterMs: 20_000,
    });
    desk.outbox.start();
    const id = desk.save('1', 'ZT1000001');
    await desk.clock.pass(19_000);
    expect(desk.stateOf(id)).toBe('wait');
    await desk.clock.pass(3_000);
    expect(desk.stateOf(id)).toBe('shipped');
  });

  it('looks first when the platform says the order is shipped already', async () => {
    const desk = openDesk();
    const lookFirst = refusedWith('109001', { kind: 'look-first', otherwise: 'conflict' });
    desk.fake.script({ ...lookFirst, applies: true });
    desk.outbox.start();
    const ours = desk.save('1', 'ZT1000001');
    await desk.clock.pass(100);
    expect(desk.row(ours).status).toMatchObject({ state: 'shipped', proof: 'read-back' });
    desk.fake.script(lookFirst);
    desk.fake.shippedElsewhere('2', 'SF9000001');
    const theirs = desk.save('2', 'ZT1000002');
    await desk.clock.pass(100);
    expect(desk.row(theirs).status).toMatchObject({ state: 'conflict', code: '109001' });
    desk.fake.script(refusedWith('101100', { kind: 'look-first', otherwise: 'refused' }));
    desk.fake.shippedElsewhere('3', null);
    const closed = desk.save('3', 'ZT1000003');
    await desk.clock.pass(100);
    expect(desk.row(closed).status).toMatchObject({ state: 'rejected', code: '101100' });
  });

  it('reads the order again before sending what could not leave for two minutes', async () => {
    const desk = openDesk();
    const [mine, theirs, held, free] = ['1', '2', '3', '4'].map((order) => desk.save(order, `ZT100000${order}`));
    desk.fake.ledger.push({ orderId: '1', waybill: 'ZT1000001', kind: 'send' });
    desk.fake.order('1', {
      status: 'shipped',
      parcels: [{ carrierCode: 'ZTO', carrierName: '', waybill: 'ZT1000001', items: [] }],
    });
    desk.fake.shippedElsewhere('2', 'SF9000001');
    desk.fake.order('3', { flags: ['after-sale'] });
    await desk.clock.pass(3 * MINUTE);
    desk.outbox.start();
    await desk.clock.pass(1_000);
    expect([mine, theirs, held, free].map((id) => desk.stateOf(id ?? ''))).toEqual([
      'shipped',
      'conflict',
      'held',
      'shipped',
    ]);
    expect(desk.fake.calls.sends).toBe(1);
    desk.fake.order('3', { flags: [] });
    await desk.clock.pass(31 * MINUTE);
    expect(desk.stateOf(held ?? '')).toBe('shipped');
  });

  it('is not hurried by a wall clock that jumps', async () => {
    const desk = openDesk();
    desk.fake.script(LOST_REQUEST);
    desk.outbox.start();
    const id = desk.save('1', 'ZT1000001');
    await desk.clock.pass(30_000);
    desk.clock.jump(3_600_000);
    await desk.clock.pass(31_000);
    expect(desk.fake.calls).toMatchObject({ sends: 1, looks: 0 });
    desk.clock.jump(-7_200_000);
    await desk.clock.pass(4 * MINUTE);
    expect(desk.stateOf(id)).toBe('shipped');
    expect(desk.fake.calls.sends).toBe(2);
  });

  it('drains until nothing is due, and says when the time was not enough', async () => {
    const desk = openDesk();
    desk.fake.script(LOST_REQUEST);
    desk.save('1', 'ZT1000001');
    desk.save('2', 'ZT1000002');
    const due = desk.outbox.drain({ untilIdle: false, timeoutMs: 10_000 });
    await desk.clock.pass(1_000);
    expect(await due).toEqual({ timedOut: false });
    const short = desk.outbox.drain({ untilIdle: true, timeoutMs: 10_000 });
    await desk.clock.pass(10_000);
    expect(await short).toEqual({ timedOut: true });
    const enough = desk.outbox.drain({ untilIdle: true, timeoutMs: 10 * MINUTE });
    await desk.clock.pass(10 * MINUTE);
    expect(await enough).toEqual({ timedOut: false });
    expect(desk.outbox.counts()).toMatchObject({ open: 0 });
  });

  it('lets calls in flight end when it stops, and starts no other', async () => {
    const desk = openDesk();
    let release: () => void = () => undefined;
    desk.fake.script({ applies: true, waitFor: new Promise<void>((resolve) => (release = resolve)) });
    const sending = desk.save('1', 'ZT1000001');
    desk.outbox.start();
    await desk.clock.pass(10);
    const stopped = desk.outbox.stop();
    const later = desk.save('2', 'ZT1000002');
    release();
    await desk.clock.pass(10);
    await stopped;
    expect([sending, later].map(desk.stateOf)).toEqual(['shipped', 'ready']);
  });

  it('quarantines a package whose saved bytes were changed, and leaves its lane closed', async () => {
    const desk = openDesk();
    const id = desk.save('1', 'ZT1000001', { whole: false });
    const next = desk.save('1', 'ZT1000002', { whole: false });
    const other = desk.save('2', 'ZT1000003');
    desk.database.exec('DROP TRIGGER op_is_immutable');
    desk.database.prepare("UPDATE op SET payload = replace(payload, 'ZT1000001', 'ZT1000009') WHERE id = ?").run(id);
    desk.outbox.start();
    await desk.clock.pass(1_000);
    expect([id, next, other].map(desk.stateOf)).toEqual(['quarantined', 'ready', 'shipped']);
    expect(desk.row(id).status.code).toBe('local:payload-damaged');
    expect(desk.fake.ledger.map(({ waybill }) => waybill)).toEqual(['ZT1000003']);
  });

  it('treats a client that breaks off as an unknown outcome', async () => {
    const fake = createFakePlatform({ send: () => Promise.reject(new Error('broken client')) });
    const desk = openDesk({ fake });
    desk.outbox.start();
    const id = desk.save('1', 'ZT1000001');
    await desk.clock.pass(100);
    expect(desk.row(id).status).toMatchObject({ state: 'in_doubt', code: 'local:client-failed' });
  });

  it('keeps an op it cannot write about in hand until the disk takes it', async () => {
    const desk = openDesk();
    let full = true;
    desk.database.function('disk_is_full', () => (full ? 1 : 0));
    desk.database.exec(`CREATE TEMP TRIGGER no_room BEFORE INSERT ON main.attempt_result WHEN disk_is_full() = 1
      BEGIN SELECT RAISE(ABORT, 'disk is full'); END`);
    desk.outbox.start();
    const id = desk.save('1', 'ZT1000001');
    await desk.clock.pass(3_000);
    expect(desk.stateOf(id)).toBe('sending');
    full = false;
    await desk.clock.pass(3_000);
    expect(desk.row(id).status).toMatchObject({ state: 'shipped', proof: 'response' });
    expect(desk.fake.calls.sends).toBe(1);
  });

  it('does not send what was withdrawn while its account was being opened', async () => {
    const desk = openDesk();
    let open: () => void = () => undefined;
    desk.credentials.opening = new Promise<void>((resolve) => (open = resolve));
    desk.outbox.start();
    const id = desk.save('1', 'ZT1000001');
    await desk.clock.pass(10);
    expect(desk.outbox.desk.decide(id, 'cancel', { actor: 'lead' }).ok).toBe(true);
    open();
    await desk.clock.pass(1_000);
    expect(desk.stateOf(id)).toBe('cancelled');
    expect(desk.fake.calls.sends).toBe(0);
  });

  it('starts no call when it was stopped, or the shop paused, while the account was being opened', async () => {
    for (const end of ['stop', 'pause'] as const) {
      const desk = openDesk();
      let open: () => void = () => undefined;
      desk.credentials.opening = new Promise<void>((resolve) => (open = resolve));
      desk.outbox.start();
      const id = desk.save('1', 'ZT1000001');
      await desk.clock.pass(10);
      const stopped = end === 'stop' ? desk.outbox.stop() : Promise.resolve(desk.shops.setPaused(SHOP, true));
      open();
      await desk.clock.pass(1_000);
      await stopped;
      expect(desk.stateOf(id)).toBe('ready');
      expect(desk.fake.calls.sends).toBe(0);
    }
  });

  it('sends nothing for a shop that is paused, and goes on when it is resumed', async () => {
    const desk = openDesk({ shops: [SHOP, 'shop-2'] });
    desk.shops.setPaused(SHOP, true);
    desk.outbox.start();
    const paused = desk.save('1', 'ZT1000001');
    const other = desk.outbox.enqueue({
      shopId: 'shop-2',
      payload: sendPayload('2', 'ZT1000002'),
      carrierName: '',
      operator: '',
    });
    await desk.clock.pass(1_000);
    expect(desk.stateOf(paused)).toBe('ready');
    expect(other.ok && desk.stateOf(other.value.id)).toBe('shipped');
    desk.shops.setPaused(SHOP, false);
    desk.outbox.openGate(SHOP);
    await desk.clock.pass(1_000);
    expect(desk.stateOf(paused)).toBe('shipped');
  });

  it('holds one package after eight tries while the platform itself can be reached', async () => {
    const desk = openDesk();
    desk.fake.script(...Array.from({ length: 8 }, () => UNREACHABLE));
    desk.outbox.start();
    const id = desk.save('1', 'ZT1000001');
    await desk.clock.pass(60 * MINUTE);
    expect(desk.row(id).status).toMatchObject({ state: 'held', holdKind: 'tries' });
    expect(desk.outbox.desk.decide(id, 'release', { actor: 'lead' }).ok).toBe(true);
    await desk.clock.pass(1_000);
    expect(desk.stateOf(id)).toBe('shipped');
  });
});
