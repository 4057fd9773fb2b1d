import { describe, expect, it } from 'vitest';
import type { SendPayload } from '../../shared/domain/shipment.ts';
import { LOST_REQUEST, refusedWith } from './fake-platform.ts';
import { MINUTE, openDesk, sendPayload } from './outbox-desk.ts';

const PENDING = refusedWith('60040', { kind: 'business', stopBox: true, recheckMs: 30 * MINUTE });
const CHOICE = { operator: 'lead', reason: 'The buyer called and wants it after all' };

/** A Douyin shop whose first shipment waits for a refund of the buyer. */
async function heldForRefund() {
  const desk = openDesk();
  desk.shops.insert({
    id: 'dy',
    name: 'Douyin',
    platform: 'douyin-fengchao',
    baseUrl: 'https://api.example.com',
    training: false,
    createdAtMs: desk.clock.now(),
  });
  desk.fake.script(PENDING);
  desk.outbox.start();
  const id = desk.save('1', 'ZT1000001', {}, 'dy');
  await desk.clock.pass(100);
  return { desk, id };
}

const payloadOf = (text: string): SendPayload => JSON.parse(text) as SendPayload;

describe('Refusing a buyer’s refund', () => {
  it('is a supervisor’s choice for one held op, with its reason in the log of both', async () => {
    const { desk, id } = await heldForRefund();
    expect(desk.outbox.desk.actions(desk.row(id))).toEqual(['release', 'refuse-refund', 'cancel']);
    const chosen = desk.outbox.desk.refuseRefund(id, CHOICE);
    if (!chosen.ok) throw new Error(chosen.error.code);
    expect(payloadOf(chosen.value.payloadText).rejectRefund).toBe(true);
    expect(payloadOf(desk.row(id).payloadText).rejectRefund).toBeUndefined();
    await desk.clock.pass(100);
    expect([id, chosen.value.id].map(desk.stateOf)).toEqual(['cancelled', 'shipped']);
    for (const op of [id, chosen.value.id])
      expect(desk.outbox.desk.record(desk.row(op)).audit.map(({ detail }) => detail['reason'])).toContain(
        CHOICE.reason,
      );
  });

  it('is not offered for another hold, nor on a platform that has no such flag', async () => {
    const { desk } = await heldForRefund();
    desk.fake.script(refusedWith('60109', { kind: 'business', stopBox: true, recheckMs: 30 * MINUTE }), PENDING);
    const risk = desk.save('2', 'ZT1000002', {}, 'dy');
    await desk.clock.pass(100);
    const elsewhere = desk.save('3', 'ZT1000003');
    await desk.clock.pass(100);
    for (const id of [risk, elsewhere]) {
      expect(desk.stateOf(id)).toBe('held');
      expect(desk.outbox.desk.actions(desk.row(id))).not.toContain('refuse-refund');
      expect(desk.outbox.desk.refuseRefund(id, CHOICE)).toMatchObject({ error: { code: 'op-action-not-allowed' } });
    }
  });

  it('is offered where a look found an after-sale case and nothing else, and the choice is not held by it again', async () => {
    const { desk, id } = await heldForRefund();
    desk.fake.order('1', { flags: ['after-sale'] });
    await desk.clock.pass(31 * MINUTE);
    const chosen = desk.outbox.desk.refuseRefund(id, CHOICE);
    if (!chosen.ok) throw new Error(chosen.error.code);
    desk.outbox.desk.decide(chosen.value.id, 'hurry', { actor: 'lead' });
    await desk.clock.pass(10 * MINUTE);
    expect(desk.stateOf(chosen.value.id)).toBe('shipped');
  });

  it('cannot come in by any other door: packing, import and edit never carry it', async () => {
    const { desk, id } = await heldForRefund();
    const payload = sendPayload('9', 'ZT1000009', { rejectRefund: true });
    expect(desk.outbox.enqueue({ shopId: 'dy', payload, carrierName: '', operator: 'packer' })).toEqual({
      ok: false,
      error: { code: 'refund-choice-missing', orderId: '9' },
    });
    desk.fake.script(refusedWith('60017', { kind: 'refused', defect: false, field: 'waybill' }));
    const chosen = desk.outbox.desk.refuseRefund(id, CHOICE);
    if (!chosen.ok) throw new Error(chosen.error.code);
    await desk.clock.pass(100);
    expect(desk.stateOf(chosen.value.id)).toBe('rejected');
    const edited = desk.outbox.desk.edit(chosen.value.id, { waybill: 'ZT1000008' }, 'packer');
    if (!edited.ok) throw new Error(edited.error.code);
    expect(payloadOf(edited.value.payloadText).rejectRefund).toBeUndefined();
  });

  it('is never sent a second time by itself', async () => {
    const { desk, id } = await heldForRefund();
    desk.fake.script(LOST_REQUEST);
    const chosen = desk.outbox.desk.refuseRefund(id, CHOICE);
    if (!chosen.ok) throw new Error(chosen.error.code);
    await desk.clock.pass(60 * MINUTE);
    expect(desk.stateOf(chosen.value.id)).toBe('in_doubt');
    expect(desk.fake.calls.sends).toBe(2);
  });
});
