import { describe, expect, it } from 'vitest';
import { LOST_REQUEST, refusedWith, type Script } from './fake-platform.ts';
import { MINUTE, openDesk } from './outbox-desk.ts';

const carrier = { code: 'ZTO', name: '中通快递' };

/** One shipped order with a first correction whose answer depends on the test. */
async function withFirst(script: Script) {
  const desk = openDesk();
  desk.outbox.start();
  const sent = desk.save('1', 'ZT1000001');
  await desk.clock.pass(100);
  desk.fake.script(script);
  const first = desk.outbox.desk.correct(sent, { carrier, waybill: 'ZT1000002' }, 'lead');
  if (!first.ok) throw new Error(first.error.code);
  await desk.clock.pass(100);
  return { desk, sent, first: first.value.id };
}

describe('Corrections one after another', () => {
  it('starts the second from the waybill the first brings, and keeps it in the lane while the first is open', async () => {
    const { desk, sent, first } = await withFirst(LOST_REQUEST);
    expect(desk.stateOf(first)).toBe('in_doubt');
    expect(desk.outbox.desk.correct(sent, { carrier, waybill: 'ZT1000003' }, 'lead')).toMatchObject({
      error: { code: 'correction-not-possible' },
    });
    const second = desk.outbox.desk.correct(first, { carrier, waybill: 'ZT1000003' }, 'lead');
    if (!second.ok) throw new Error(second.error.code);
    expect(JSON.parse(second.value.payloadText)).toMatchObject({ from: { waybill: 'ZT1000002' } });
    await desk.clock.pass(MINUTE);
    expect(desk.stateOf(second.value.id)).toBe('ready');
    expect(desk.fake.calls.sends).toBe(2);
    desk.outbox.desk.decide(first, 'shipped', { actor: 'lead' });
    await desk.clock.pass(MINUTE);
    expect(desk.stateOf(second.value.id)).toBe('shipped');
    expect(desk.outbox.desk.current(desk.row(sent)).id).toBe(second.value.id);
  });

  it('does not send a correction whose starting waybill never came to be, and uses up no change for it', async () => {
    const { desk, first } = await withFirst(LOST_REQUEST);
    const second = desk.outbox.desk.correct(first, { carrier, waybill: 'ZT1000003' }, 'lead');
    if (!second.ok) throw new Error(second.error.code);
    desk.outbox.desk.decide(first, 'withdraw', { actor: 'lead' });
    await desk.clock.pass(MINUTE);
    expect(desk.row(second.value.id).status).toMatchObject({ state: 'rejected', code: 'local:chain-broken' });
    expect(desk.fake.calls.sends).toBe(2);
    expect(desk.outbox.desk.corrections(second.value)).toEqual({ used: 0, limit: 3 });
  });

  it('offers nothing on a refused correction but to change it, and the parcel’s own waybill is free again', async () => {
    const { desk, sent, first } = await withFirst(
      refusedWith('606059', { kind: 'refused', defect: false, field: 'waybill' }),
    );
    expect(desk.outbox.desk.actions(desk.row(first))).toEqual(['edit', 'cancel']);
    expect(desk.outbox.desk.actions(desk.row(sent))).toEqual(['correct-waybill']);
    expect(desk.outbox.desk.current(desk.row(sent)).id).toBe(sent);
  });
});
