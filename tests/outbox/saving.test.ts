import { describe, expect, it } from 'vitest';
import type { CorrectPayload } from '../../shared/domain/shipment.ts';
import { openDesk, sendPayload, SHOP } from './outbox-desk.ts';
import { atOnce } from '../../electron/services/db/steps.ts';

const ORDER = '3704612354559743233';

describe('Saving a package', () => {
  it('keeps the bytes, their hash, who saved it and one audit row', () => {
    const desk = openDesk();
    const id = desk.save(ORDER, 'ZT1000001');
    const op = desk.row(id);
    expect(op).toMatchObject({
      orderId: ORDER,
      waybill: 'ZT1000001',
      createdBy: 'packer',
      resendClass: 'A',
      pieces: 1,
    });
    expect(JSON.parse(op.payloadText)).toEqual(sendPayload(ORDER, 'ZT1000001'));
    expect(desk.audit.about(`op:${id}`, 10).map(({ action, actor }) => [action, actor])).toEqual([['T1', 'packer']]);
  });

  it('refuses the same package a second time, and nothing changes', () => {
    const desk = openDesk();
    desk.save(ORDER, 'ZT1000001');
    const again = desk.outbox.enqueue({
      shopId: SHOP,
      payload: sendPayload(ORDER, 'ZT1000001'),
      carrierName: '',
      operator: '',
    });
    expect(again).toEqual({ ok: false, error: { code: 'op-duplicate', orderId: ORDER, waybill: 'ZT1000001' } });
    expect(desk.outbox.conservation()).toEqual({ acknowledged: 1, accounted: 1, balanced: true });
  });

  it('takes a withdrawn package again', () => {
    const desk = openDesk();
    const first = desk.save(ORDER, 'ZT1000001');
    desk.outbox.desk.decide(first, 'cancel', { actor: 'lead' });
    const second = desk.save(ORDER, 'ZT1000001');
    expect(desk.row(second).packageKey).toBe('ZT1000001#2');
  });

  it('refuses a waybill that is on a package of another order, in any shop, until that one is withdrawn', () => {
    const desk = openDesk({ shops: [SHOP, 'shop-2'] });
    const first = desk.save(ORDER, 'ZT1000001');
    const input = { shopId: 'shop-2', payload: sendPayload('2', 'ZT1000001'), carrierName: '', operator: '' };
    expect(desk.outbox.enqueue(input)).toMatchObject({ ok: false, error: { code: 'waybill-used', orderId: ORDER } });
    desk.outbox.desk.decide(first, 'cancel', { actor: 'lead' });
    expect(desk.outbox.enqueue(input).ok).toBe(true);
  });

  it('refuses a payload that is none, and a shop that is none', () => {
    const desk = openDesk();
    const payload = { ...sendPayload(ORDER, 'ZT1000001'), items: [] };
    const refusals = [
      desk.outbox.enqueue({ shopId: SHOP, payload, carrierName: '', operator: '' }),
      desk.outbox.enqueue({ shopId: 'nowhere', payload: sendPayload('1', 'ZT1000001'), carrierName: '', operator: '' }),
    ];
    expect(refusals.map((result) => !result.ok && result.error.code)).toEqual(['bad-request', 'shop-not-found']);
  });

  it('saves an import row by row, with a verdict for each', async () => {
    const desk = openDesk();
    const inputs = Array.from({ length: 250 }, (_, index) => ({
      shopId: SHOP,
      payload: sendPayload(`${index}`, index === 120 ? 'ZT10000000' : `ZT1000${1_000 + index}`),
      carrierName: '',
      operator: '',
    }));
    const [first] = inputs;
    desk.outbox.enqueue({ ...inputs[0], ...first, payload: sendPayload('x', 'ZT10000000') } as (typeof inputs)[number]);
    const results = await desk.outbox.enqueueAll(inputs);
    expect(results.filter((result) => result.ok)).toHaveLength(249);
    expect(results[120]).toMatchObject({ ok: false, error: { code: 'waybill-used' } });
    expect(desk.outbox.counts().open).toBe(250);
    expect(atOnce(desk.outbox.verifyJournal())).toEqual({ entries: 250, missingOps: 0, damagedLines: 0 });
  });

  it('tells what an order already has, what a shop has open and what was saved today', () => {
    const desk = openDesk({ shops: [SHOP, 'shop-2'] });
    const before = desk.clock.now();
    desk.save(ORDER, 'ZT1000001', { whole: false });
    const second = desk.save(ORDER, 'ZT1000002', { whole: false });
    desk.save('2', 'ZT1000003', {}, 'shop-2');
    desk.outbox.desk.decide(second, 'cancel', { actor: 'lead' });
    expect(desk.outbox.opsOfOrder(SHOP, ORDER).map(({ waybill, state }) => [waybill, state])).toEqual([
      ['ZT1000001', 'ready'],
      ['ZT1000002', 'cancelled'],
    ]);
    expect([SHOP, 'shop-2', 'none'].map(desk.outbox.openOps)).toEqual([1, 1, 0]);
    expect(desk.outbox.savedSince(before)).toEqual({ orders: 2, packages: 2, pieces: 2 });
    expect(desk.outbox.savedSince(before + 1)).toEqual({ orders: 0, packages: 0, pieces: 0 });
    expect(desk.outbox.waybillUse('ZT1000001')).toMatchObject({ orderId: ORDER, shopId: SHOP });
    expect(desk.outbox.waybillUse('ZT1000001', { shopId: SHOP, orderId: ORDER })).toBeNull();
  });
});

describe('Saving a correction', () => {
  const correction = (from: string, to: string): CorrectPayload => ({
    version: 1,
    kind: 'correct',
    orderId: ORDER,
    whole: true,
    from: { carrierCode: 'ZTO', carrierName: '', waybill: from },
    to: { carrierCode: 'ZTO', carrierName: '', waybill: to },
    items: [{ productId: '1', skuId: '2', quantity: 1 }],
  });
  const correct = (desk: ReturnType<typeof openDesk>, from: string, to: string) =>
    desk.outbox.enqueue({ shopId: SHOP, payload: correction(from, to), carrierName: '', operator: 'lead' });

  it('counts the changes the platform allows, and refuses one more', async () => {
    const desk = openDesk();
    desk.save(ORDER, 'ZT1000000');
    desk.outbox.start();
    for (let change = 0; change < 3; change += 1) {
      expect(correct(desk, `ZT100000${change}`, `ZT100000${change + 1}`).ok).toBe(true);
      await desk.clock.pass(100);
    }
    expect(correct(desk, 'ZT1000003', 'ZT1000004')).toEqual({
      ok: false,
      error: { code: 'correction-budget-spent', used: 3, limit: 3 },
    });
    expect(desk.fake.ledger.map(({ waybill }) => waybill)).toEqual([0, 1, 2, 3].map((n) => `ZT100000${n}`));
  });

  it('refuses to replace a waybill that was replaced already', async () => {
    const desk = openDesk();
    desk.save(ORDER, 'ZT1000000');
    expect(correct(desk, 'ZT1000000', 'ZT1000001').ok).toBe(true);
    expect(correct(desk, 'ZT1000000', 'ZT1000002')).toMatchObject({ error: { code: 'correction-not-possible' } });
    expect(correct(desk, 'ZT1000000', 'ZT1000001')).toMatchObject({ error: { code: 'op-duplicate' } });
    expect(correct(desk, 'ZT1000001', 'ZT1000000').ok).toBe(true);
    expect(correct(desk, 'ZT1000000', 'ZT1000002').ok).toBe(true);
  });

  it('waits in the lane until the shipment it corrects is through', async () => {
    const desk = openDesk();
    let release: () => void = () => undefined;
    desk.fake.script({ applies: true, waitFor: new Promise<void>((resolve) => (release = resolve)) });
    desk.save(ORDER, 'ZT1000000');
    desk.outbox.start();
    correct(desk, 'ZT1000000', 'ZT1000001');
    await desk.clock.pass(5_000);
    expect(desk.fake.calls.sends).toBe(1);
    release();
    await desk.clock.pass(100);
    expect(desk.fake.ledger.map(({ kind }) => kind)).toEqual(['send', 'correct']);
  });
});
