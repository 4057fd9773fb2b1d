import { describe, expect, it } from 'vitest';
import { createGates } from '../../electron/services/outbox/gates/gates.ts';
import { createFakeClock, type FakeClock } from './fake-clock.ts';
import { createFakePlatform, LOST_ANSWER, refusedWith, UNREACHABLE } from './fake-platform.ts';
import { MINUTE, openDesk, sendPayload, SHOP } from './outbox-desk.ts';
import { channelsCapabilities } from '../../shared/domain/platforms/wechat-channels/capabilities.ts';
import type { ReadFailure } from '../../electron/services/platforms/platform.ts';

const failure = (more: Partial<ReadFailure>): ReadFailure => ({
  kind: 'account',
  httpStatus: 200,
  code: null,
  message: '',
  requestId: '',
  ...more,
});

describe('A blocked account', () => {
  it('is left alone after the first refusal, and no package is charged with a try', async () => {
    const desk = openDesk({ shops: [SHOP, 'shop-2'] });
    desk.fake.script(refusedWith('48001', { kind: 'account', cause: 'permission' }));
    desk.fake.state.account = failure({ cause: 'permission', code: '48001' });
    desk.outbox.start();
    const refused = desk.save('1', 'ZT1000001');
    await desk.clock.pass(10);
    const waiting = desk.save('2', 'ZT1000002');
    await desk.clock.pass(5 * MINUTE);
    expect(desk.row(refused).status).toMatchObject({ state: 'held', holdKind: 'account', code: '48001' });
    expect(desk.row(refused).status.counters.tries).toBe(0);
    expect(desk.stateOf(waiting)).toBe('ready');
    expect(desk.outbox.gateOf(SHOP)).toBe('permission');
    expect(desk.fake.calls.sends).toBe(1);
    expect(desk.fake.calls.probes).toBeGreaterThan(1);
    desk.fake.state.account = null;
    await desk.clock.pass(30 * MINUTE);
    expect([refused, waiting].map(desk.stateOf)).toEqual(['shipped', 'shipped']);
    expect(desk.outbox.gateOf(SHOP)).toBeNull();
  });

  it('opens at once when a person put it right', async () => {
    const desk = openDesk();
    desk.fake.script(refusedWith('40013', { kind: 'account', cause: 'credentials' }));
    desk.outbox.start();
    const id = desk.save('1', 'ZT1000001');
    await desk.clock.pass(10);
    expect(desk.stateOf(id)).toBe('held');
    desk.outbox.openGate(SHOP);
    await desk.clock.pass(10);
    expect(desk.stateOf(id)).toBe('shipped');
  });

  it('is re-checked less and less often while a quota lets reads pass and refuses shipments', async () => {
    const desk = openDesk();
    const overQuota = refusedWith('45009', { kind: 'account', cause: 'quota' });
    desk.fake.script(...Array.from({ length: 50 }, () => overQuota));
    desk.outbox.start();
    desk.save('1', 'ZT1000001');
    await desk.clock.pass(60 * MINUTE);
    expect(desk.fake.calls.sends).toBeGreaterThan(3);
    expect(desk.fake.calls.sends).toBeLessThan(8);
  });

  it('keeps the link it is authorised by while a re-check repeats the refusal without one', async () => {
    const desk = openDesk();
    const gate = () => createGates(desk.database).of(SHOP);
    const link = 'https://erp-auth.example/home';
    desk.fake.script({ ...refusedWith('302', { kind: 'account', cause: 'permission' }), link });
    desk.fake.state.account = failure({ cause: 'permission', code: '302' });
    desk.outbox.start();
    desk.save('1', 'ZT1000001');
    await desk.clock.pass(10 * MINUTE);
    expect(desk.fake.calls.probes).toBeGreaterThan(1);
    expect(gate()).toMatchObject({ code: '302', link });
    desk.fake.state.account = failure({ cause: 'permission', code: '204:permission' });
    await desk.clock.pass(60 * MINUTE);
    expect(gate()).toMatchObject({ code: '204:permission', link: '' });
    desk.fake.state.account = failure({ cause: 'permission', code: '302', link: `${link}?new` });
    await desk.clock.pass(120 * MINUTE);
    expect(gate()?.link).toBe(`${link}?new`);
  });

  it('blocks nobody else', async () => {
    const desk = openDesk({ shops: [SHOP, 'shop-2'] });
    desk.fake.script(refusedWith('48001', { kind: 'account', cause: 'permission' }));
    desk.outbox.start();
    desk.save('1', 'ZT1000001');
    await desk.clock.pass(10);
    const other = desk.save('2', 'ZT1000002', {}, 'shop-2');
    await desk.clock.pass(10);
    expect(desk.stateOf(other)).toBe('shipped');
  });

  it('without credentials on this machine holds nothing up but itself, and charges no package', async () => {
    const desk = openDesk();
    desk.credentials.credentials = false;
    desk.outbox.start();
    const id = desk.save('1', 'ZT1000001');
    await desk.clock.pass(1_000);
    expect(desk.stateOf(id)).toBe('ready');
    expect(desk.outbox.gateOf(SHOP)).toBe('credentials');
    desk.credentials.credentials = true;
    desk.outbox.openGate(SHOP);
    await desk.clock.pass(1_000);
    expect(desk.stateOf(id)).toBe('shipped');
  });

  it('is waited for quietly while the answer to a re-check takes its time', async () => {
    const fake = createFakePlatform({ checkConnection: () => new Promise(() => undefined) });
    const clock = createFakeClock();
    let timers = 0;
    const counting: FakeClock = {
      ...clock,
      at: (delayMs, task) => {
        timers += 1;
        return clock.at(delayMs, task);
      },
    };
    const desk = openDesk({ fake, clock: counting });
    fake.script(refusedWith('48001', { kind: 'account', cause: 'permission' }));
    desk.outbox.start();
    desk.save('1', 'ZT1000001');
    await clock.pass(2 * MINUTE);
    timers = 0;
    await clock.pass(2 * MINUTE);
    expect(timers).toBeLessThan(20);
  });

  it('found blocked by a look keeps what is in doubt waiting for it', async () => {
    const desk = openDesk();
    desk.fake.script(LOST_ANSWER);
    desk.outbox.start();
    const id = desk.save('1', 'ZT1000001');
    await desk.clock.pass(30_000);
    desk.fake.state.account = failure({ cause: 'ip', code: '40164' });
    await desk.clock.pass(10 * MINUTE);
    expect(desk.outbox.gateOf(SHOP)).toBe('ip');
    expect(desk.row(id).status.counters.failedLooks).toBe(0);
    desk.fake.state.account = null;
    desk.outbox.openGate(SHOP);
    await desk.clock.pass(1_000);
    expect(desk.stateOf(id)).toBe('shipped');
  });

  it('does not keep a held package for ever: after seven days somebody has to decide', async () => {
    const desk = openDesk();
    desk.fake.script(refusedWith('606003', { kind: 'shop-setup' }));
    const id = desk.save('1', 'ZT1000001');
    const states: string[] = [];
    for (const days of [6, 1]) {
      desk.outbox.start();
      await desk.clock.pass(1_000);
      states.push(desk.stateOf(id));
      const stopped = desk.outbox.stop();
      await desk.clock.pass(days * 24 * 60 * MINUTE);
      await stopped;
    }
    desk.outbox.start();
    await desk.clock.pass(1_000);
    expect(states).toEqual(['held', 'held']);
    expect(desk.row(id).status).toMatchObject({ state: 'rejected', code: 'local:hold-expired' });
  });
});

describe('A lost network', () => {
  it('burns no tries: one package notices, a read finds out when it is back, and all of them leave', async () => {
    const desk = openDesk();
    desk.fake.state.offline = true;
    desk.outbox.start();
    const ids = Array.from({ length: 12 }, (_, index) => desk.save(`${index}`, `ZT10000${10 + index}`));
    await desk.clock.pass(60 * MINUTE);
    expect(desk.fake.calls.sends).toBeLessThanOrEqual(4);
    expect(desk.outbox.connectivity()).toMatchObject({ online: false });
    expect(ids.map(desk.stateOf).filter((state) => state === 'held')).toEqual([]);
    desk.fake.state.offline = false;
    await desk.clock.pass(31_000);
    expect(new Set(ids.map(desk.stateOf))).toEqual(new Set(['shipped']));
    expect(desk.fake.ledger).toHaveLength(12);
    expect(desk.outbox.connectivity().online).toBe(true);
  });

  it('is probed at once when something says that it may be back', async () => {
    const desk = openDesk();
    desk.fake.state.offline = true;
    desk.outbox.start();
    const id = desk.save('1', 'ZT1000001');
    await desk.clock.pass(10 * MINUTE);
    desk.fake.state.offline = false;
    desk.outbox.nudge();
    await desk.clock.pass(100);
    expect(desk.stateOf(id)).toBe('shipped');
  });

  it('is never taken for an unknown outcome', async () => {
    const desk = openDesk();
    desk.fake.script(UNREACHABLE);
    desk.outbox.start();
    const id = desk.save('1', 'ZT1000001');
    await desk.clock.pass(10);
    expect(desk.row(id).status).toMatchObject({ state: 'wait', code: 'local:refused' });
  });
});

describe('A run of unknown outcomes', () => {
  it('pauses the account for a minute, and one read decides whether it goes on', async () => {
    const desk = openDesk();
    desk.fake.script(...Array.from({ length: 8 }, () => LOST_ANSWER));
    for (let order = 0; order < 12; order += 1) desk.save(`${order}`, `ZT10000${10 + order}`);
    desk.outbox.start();
    await desk.clock.pass(50_000);
    const { sends } = desk.fake.calls;
    expect(sends).toBeLessThanOrEqual(8);
    expect(desk.fake.calls.probes).toBe(0);
    await desk.clock.pass(MINUTE);
    expect(desk.fake.calls.probes).toBeGreaterThan(0);
    await desk.clock.pass(5 * MINUTE);
    expect(desk.outbox.counts()).toMatchObject({ open: 0 });
    expect(desk.fake.ledger).toHaveLength(12);
  });
});

describe('A shop on this machine', () => {
  it('may be looked up sooner than a real platform', async () => {
    const fast = openDesk({ baseUrl: 'http://127.0.0.1:4000' });
    const safe = openDesk();
    for (const desk of [fast, safe]) {
      desk.settings.set('outbox.settleMs', 300);
      desk.settings.set('outbox.readBackSpacingMs', 100);
      desk.fake.script(LOST_ANSWER);
      desk.outbox.enqueue({ shopId: SHOP, payload: sendPayload('1', 'ZT1000001'), carrierName: '', operator: '' });
      desk.outbox.start();
      await desk.clock.pass(1_000);
    }
    expect(fast.outbox.counts().perState.shipped).toBe(1);
    expect(safe.outbox.counts().perState.in_doubt).toBe(1);
  });
});

describe('A platform that charges for looks', () => {
  const billed = () => createFakePlatform({ capabilities: { ...channelsCapabilities, billed: true } });

  it('is looked at after one minute and ten more, and then a person decides', async () => {
    const fake = billed();
    const desk = openDesk({ fake });
    fake.script({ ...LOST_ANSWER, applies: false });
    fake.failReads(...Array.from({ length: 20 }, () => failure({ kind: 'bad-answer' })));
    desk.outbox.start();
    const id = desk.save('1', 'ZT1000001');
    await desk.clock.pass(24 * 60 * MINUTE);
    expect(desk.stateOf(id)).toBe('in_doubt');
    expect(desk.row(id).status.notBeforeMs).toBeNull();
    expect(desk.row(id).status.counters.failedLooks).toBe(3);
    expect(desk.fake.calls.sends).toBe(1);
    expect(desk.outbox.counts()).toMatchObject({ needsYou: 1, perState: { in_doubt: 1 } });
    const urgent = desk.outbox.desk.page({ needsYou: true, search: '', limit: 10, after: null });
    expect(urgent.ops.map((op) => op.id)).toEqual([id]);
    fake.script(LOST_ANSWER);
    const fresh = desk.save('2', 'ZT1000002');
    await desk.clock.pass(1_000);
    expect(desk.stateOf(fresh)).toBe('in_doubt');
    expect(desk.outbox.counts()).toMatchObject({ needsYou: 1, perState: { in_doubt: 2 } });
  });

  it('is sent to once more at most by itself', async () => {
    const fake = billed();
    const desk = openDesk({ fake });
    fake.script({ ...LOST_ANSWER, applies: false }, { ...LOST_ANSWER, applies: false });
    desk.outbox.start();
    const id = desk.save('1', 'ZT1000001');
    await desk.clock.pass(24 * 60 * MINUTE);
    expect(desk.fake.calls.sends).toBe(2);
    expect(desk.stateOf(id)).toBe('in_doubt');
    expect(desk.row(id).status.notBeforeMs).toBeNull();
    expect(desk.fake.calls.looks).toBeLessThanOrEqual(4);
  });
});
