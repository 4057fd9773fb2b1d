import { expect, it } from 'vitest';
import { createBenchOffer } from '../../../electron/services/packing/bench-offer.ts';
import type { Problem } from '../../../shared/contract/problem.ts';
import type { PlatformId } from '../../../shared/domain/platforms/platform-id.ts';
import { MINUTE, openDesk, SHOP } from '../../outbox/outbox-desk.ts';

const SPENT: Problem = { code: 'order-nothing-left', orderId: '1', waybill: 'ZT1000001', at: '', operator: '' };
const carrier = { code: 'ZTO', name: '中通快递' };

async function shipped(platform: PlatformId = 'wechat-channels') {
  const desk = openDesk();
  desk.shops.insert({
    ...{ id: 'other', name: 'Other', platform, baseUrl: 'https://api.example.com', training: false },
    createdAtMs: desk.clock.now(),
  });
  desk.outbox.start();
  const id = desk.save('1', 'ZT1000001', {}, platform === 'wechat-channels' ? SHOP : 'other');
  const offer = createBenchOffer({
    outbox: desk.outbox,
    canLookUp: (code) => code.length > 14,
    serialUse: (code) => (code === 'SN-1' ? { orderId: '1', atMs: 0, operator: 'Mei', opId: id } : null),
  });
  return { desk, id, offer };
}

it('leads from a shipped order’s number or its waybill to the correction of what stands now', async () => {
  const { desk, id, offer } = await shipped();
  expect(offer(SPENT, '1')).toEqual({ kind: 'open', opId: id });
  await desk.clock.pass(100);
  expect(offer(SPENT, '1')).toEqual({ kind: 'correct', opId: id });
  const first = desk.outbox.desk.correct(id, { carrier, waybill: 'ZT1000002' }, 'lead');
  await desk.clock.pass(100);
  const opId = first.ok ? first.value.id : '';
  for (const code of ['1', 'ZT1000001', 'ZT1000002']) expect(offer(SPENT, code)).toEqual({ kind: 'correct', opId });
});

it('leads from a serial number that left before to the story of its package', async () => {
  const { id, offer } = await shipped();
  const used: Problem = { code: 'serial-number-used', text: 'SN-1', orderId: '1', at: '', operator: 'Mei' };
  expect(offer(used, 'SN-1')).toEqual({ kind: 'open', opId: id });
  expect(offer(used, 'SN-2')).toBeNull();
});

it('says so where the changes are used up', async () => {
  const { desk, id, offer } = await shipped();
  await desk.clock.pass(100);
  let last = id;
  for (const no of [2, 3, 4]) {
    const next = desk.outbox.desk.correct(last, { carrier, waybill: `ZT100000${no}` }, 'lead');
    if (!next.ok) throw new Error(next.error.code);
    last = next.value.id;
    await desk.clock.pass(MINUTE);
  }
  expect(offer(SPENT, '1')).toEqual({ kind: 'correct-spent', used: 3, limit: 3 });
});

it('offers a look at the platforms for an unknown code that could be one of theirs, and nothing for other refusals', async () => {
  const { offer } = await shipped();
  const unknown = (text: string): Problem => ({ code: 'scan-unknown', text });
  expect(offer(unknown('3704612354559743233'), '3704612354559743233')).toEqual({ kind: 'look-up' });
  expect(offer(unknown('6901234567892'), '6901234567892')).toBeNull();
  expect(offer({ code: 'error-open' }, 'ZT1000001')).toBeNull();
});
