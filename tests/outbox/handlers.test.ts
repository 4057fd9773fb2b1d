import { describe, expect, it } from 'vitest';
import { outboxHandlers } from '../../electron/services/api/outbox-handlers.ts';
import { createOrderStore } from '../../electron/services/orders/order-store.ts';
import { createShippable } from '../../electron/services/orders/shippable.ts';
import { createRouter } from '../../electron/services/api/router.ts';
import { outboxContract, type OpRow, type OpStory } from '../../shared/contract/outbox.ts';
import { createPackageExtras } from '../../electron/services/packing/package-extras.ts';
import { createFileShelf } from '../../electron/services/files/file-shelf.ts';
import { atOnce } from '../../electron/services/db/steps.ts';
import type { CallContext } from '../../shared/contract/define.ts';
import type { Problem } from '../../shared/contract/problem.ts';
import { LOST_REQUEST, refusedWith } from './fake-platform.ts';
import { type Desk, MINUTE, openDesk, type DeskOptions } from './outbox-desk.ts';
import { photosOf } from '../unit/photos/photo-desk.ts';

const LEAD: CallContext = { role: 'supervisor', operator: 'Lead' };
const PACKER: CallContext = { role: 'packer', operator: 'Packer' };
const CARRIERS = [
  { code: 'ZTO', name: '中通快递' },
  { code: 'SF', name: '顺丰速运' },
];
const REFUSED = refusedWith('606031', { kind: 'refused', defect: false, field: 'waybill' });

/** The handlers behind the real router: what a page would see, validated both ways. */
function openPage(options: DeskOptions = {}) {
  const desk = openDesk(options);
  const handlers = outboxHandlers({
    orders: createOrderStore(desk.database),
    shippable: createShippable(desk.outbox),
    outbox: desk.outbox,
    shops: desk.shops,
    audit: desk.audit,
    clock: desk.clock,
    files: createFileShelf(),
    costOf: () => ({ calls: 0, points: 0 }),
    extras: createPackageExtras(desk.database),
    photos: photosOf(desk),
    carriers: { list: () => CARRIERS },
  });
  const route = createRouter({ outbox: outboxContract }, { outbox: handlers }, desk.log);
  const call = async <Value>(name: keyof typeof outboxContract, input: unknown, context = LEAD): Promise<Value> => {
    const answer = await route({ name: `outbox.${name}`, input }, context);
    if (!answer.ok) throw new Refused(answer.error);
    return answer.value as Value;
  };
  const refusal = async (name: keyof typeof outboxContract, input: unknown, context = LEAD): Promise<Problem> => {
    const answer = await route({ name: `outbox.${name}`, input }, context);
    if (answer.ok) throw new Error('was not refused');
    return answer.error;
  };
  return { ...desk, call, refusal };
}

class Refused extends Error {
  constructor(problem: Problem) {
    super(JSON.stringify(problem));
  }
}

/** A package brought into a state, as the sender would. */
async function inState(page: ReturnType<typeof openPage>, state: string, order = '1'): Promise<string> {
  const id = page.save(order, `ZT100000${order}`);
  const scripts = {
    shipped: [],
    rejected: [REFUSED],
    in_doubt: [LOST_REQUEST],
    held: [refusedWith('606003', { kind: 'shop-setup' })],
    wait: [refusedWith('100003', { kind: 'retry', minWaitMs: 600_000, maxTries: 8 })],
    conflict: [refusedWith('109001', { kind: 'look-first', otherwise: 'conflict' })],
  } as const;
  if (state === 'conflict') page.fake.shippedElsewhere(order, 'SF9000001');
  if (state in scripts) {
    page.fake.script(...scripts[state as keyof typeof scripts]);
    page.outbox.start();
    await page.clock.pass(200);
    expect(page.stateOf(id)).toBe(state);
  }
  return id;
}

describe('What a person may do', () => {
  it('depends on the state alone, and is all a page is offered', async () => {
    const offered = {
      ready: ['cancel'],
      wait: ['retry-now', 'cancel'],
      in_doubt: ['look-again', 'confirm-shipped', 'confirm-not-shipped'],
      held: ['release', 'cancel'],
      rejected: ['edit', 'cancel'],
      conflict: ['look-again', 'accept-platform', 'correct-waybill', 'cancel'],
      shipped: ['correct-waybill'],
    };
    for (const [state, actions] of Object.entries(offered)) {
      const page = openPage();
      const id = await inState(page, state);
      const { rows } = await page.call<{ rows: OpRow[] }>('list', {});
      expect({ state, actions: rows.find((row) => row.id === id)?.actions }).toEqual({ state, actions });
    }
  });

  it('is refused everywhere else, with the state it is in', async () => {
    const page = openPage();
    const [id, reason] = [await inState(page, 'in_doubt'), 'why not'];
    expect(await page.refusal('cancel', { id, reason })).toEqual({
      code: 'op-action-not-allowed',
      action: 'cancel',
      state: 'in_doubt',
    });
    for (const [name, input] of [
      ['retryNow', { id }],
      ['release', { id, reason }],
      ['edit', { id }],
      ['correct', { id, carrierCode: 'ZTO', waybill: 'ZT1000009' }],
      ['resolve', { id, as: 'accept-platform', reason }],
    ] as const)
      expect((await page.refusal(name, input)).code).toBe('op-action-not-allowed');
    expect(await page.refusal('story', { id: 'op-none' })).toEqual({ code: 'op-not-found', id: 'op-none' });
  });

  it('is a supervisor’s where it decides about what the platform holds', async () => {
    const page = openPage();
    const id = await inState(page, 'in_doubt');
    for (const name of ['cancel', 'release', 'resolve', 'correct'] as const) {
      const input = { id, reason: 'x', as: 'shipped', carrierCode: 'ZTO', waybill: 'ZT1000009' };
      const fields = {
        cancel: ['id', 'reason'],
        release: ['id', 'reason'],
        resolve: ['id', 'as', 'reason'],
        correct: ['id', 'carrierCode', 'waybill'],
      }[name];
      const asked = Object.fromEntries(fields.map((field) => [field, input[field as keyof typeof input]]));
      expect(await page.refusal(name, asked, PACKER)).toEqual({ code: 'not-allowed', role: 'supervisor' });
    }
  });
});

describe('Deciding about a package', () => {
  it('in doubt as shipped keeps who said so, why and what was seen', async () => {
    const page = openPage();
    const id = await inState(page, 'in_doubt');
    const row = await page.call<OpRow>('resolve', {
      id,
      as: 'shipped',
      reason: 'seen in the shop',
      evidence: 'status 30',
    });
    expect(row).toMatchObject({
      state: 'shipped',
      proof: 'operator',
      code: 'local:operator-shipped',
      actions: ['correct-waybill'],
    });
    const { history } = await page.call<OpStory>('story', { id });
    expect(history.at(-1)).toMatchObject({
      actor: 'Lead',
      action: 'T13',
      from: 'in_doubt',
      to: 'shipped',
      detail: 'seen in the shop · status 30',
    });
  });

  it('in doubt as not shipped sends it again', async () => {
    const page = openPage();
    const id = await inState(page, 'in_doubt');
    await page.call('resolve', { id, as: 'not-shipped', reason: 'nothing there' });
    await page.clock.pass(100);
    expect(page.stateOf(id)).toBe('shipped');
    expect(page.fake.ledger).toHaveLength(1);
  });

  it('in doubt as withdrawn passes through “not shipped”, so that both stand in the record', async () => {
    const page = openPage();
    const id = await inState(page, 'in_doubt');
    expect(await page.call<OpRow>('resolve', { id, as: 'cancel', reason: 'buyer cancelled' })).toMatchObject({
      state: 'cancelled',
    });
    const { history } = await page.call<OpStory>('story', { id });
    expect(history.slice(-2).map(({ action, to }) => `${action} ${to}`)).toEqual(['T13 rejected', 'T17 cancelled']);
  });

  it('in conflict accepts the platform’s parcel, or asks it for ours instead', async () => {
    const accepting = openPage();
    const accepted = await inState(accepting, 'conflict');
    expect(await accepting.call('resolve', { id: accepted, as: 'accept-platform', reason: 'same box' })).toMatchObject({
      state: 'shipped',
      proof: 'operator',
    });
    const page = openPage();
    const id = await inState(page, 'conflict');
    const row = await page.call<OpRow>('correct', { id, carrierCode: 'ZTO', waybill: 'ZT1000001' });
    expect(row).toMatchObject({ kind: 'correct', waybill: 'ZT1000001' });
    await page.clock.pass(100);
    const story = await page.call<OpStory>('story', { id: row.id });
    expect(story).toMatchObject({
      supersedes: id,
      payload: { from: { waybill: 'SF9000001' }, to: { waybill: 'ZT1000001' } },
    });
    expect([id, row.id].map(page.stateOf)).toEqual(['cancelled', 'shipped']);
  });

  it('in conflict with a closed order can only be looked at again or withdrawn', async () => {
    const page = openPage();
    page.fake.shippedElsewhere('1', null);
    const id = page.save('1', 'ZT1000001');
    page.fake.script(LOST_REQUEST);
    page.outbox.start();
    await page.clock.pass(MINUTE + 1_000);
    const story = await page.call<OpStory>('story', { id });
    expect(story.row).toMatchObject({ state: 'conflict', actions: ['look-again', 'cancel'] });
    expect(story.readBacks).toMatchObject([{ result: 'foreign', detail: '30', parcels: [] }]);
  });

  it('held is released by hand, and sent', async () => {
    const page = openPage();
    const id = await inState(page, 'held');
    await page.call('release', { id, reason: 'address added' });
    await page.clock.pass(100);
    expect(page.stateOf(id)).toBe('shipped');
  });

  it('waiting is hurried by hand', async () => {
    const page = openPage();
    const id = await inState(page, 'wait');
    await page.call('retryNow', { id });
    await page.clock.pass(100);
    expect(page.stateOf(id)).toBe('shipped');
  });

  it('in doubt is looked up at once, and a look that is too early proves nothing', async () => {
    const page = openPage();
    const id = await inState(page, 'in_doubt');
    const looking = page.call<OpRow>('lookAgain', { id });
    await page.clock.pass(10);
    expect(await looking).toMatchObject({ state: 'in_doubt' });
    expect(page.row(id).status.counters.absent).toBe(0);
    page.fake.ledger.push({ orderId: '1', waybill: 'ZT1000001', kind: 'send' });
    const again = page.call<OpRow>('lookAgain', { id });
    await page.clock.pass(10);
    expect(await again).toMatchObject({ state: 'shipped', proof: 'read-back' });
  });

  it('quarantined goes back into doubt, never straight to the platform', async () => {
    const page = openPage();
    const id = page.save('1', 'ZT1000001');
    page.database.exec('UPDATE op_state SET counters = \'{"unknown":1}\'');
    page.outbox.start();
    await page.clock.pass(100);
    expect(page.stateOf(id)).toBe('quarantined');
    await page.call('release', { id, reason: 'repaired' });
    expect(page.stateOf(id)).toBe('in_doubt');
    await page.clock.pass(30_000);
    expect(page.fake.calls.sends).toBe(0);
    await page.clock.pass(5 * MINUTE);
    expect(page.stateOf(id)).toBe('shipped');
  });
});

describe('Replacing a refused package', () => {
  it('keeps the old one, and sends the new one with what was changed', async () => {
    const page = openPage();
    const id = await inState(page, 'rejected');
    const row = await page.call<OpRow>('edit', { id, carrierCode: 'SF', waybill: ' sf1234567890 ' }, PACKER);
    await page.clock.pass(100);
    expect(page.row(row.id)).toMatchObject({
      supersedes: id,
      carrierCode: 'SF',
      carrierName: '顺丰速运',
      waybill: 'SF1234567890',
    });
    expect([id, row.id].map(page.stateOf)).toEqual(['cancelled', 'shipped']);
    const story = await page.call<OpStory>('story', { id });
    expect(story).toMatchObject({ supersededBy: row.id, payload: { deliver: { waybill: 'ZT1000001' } } });
    expect(story.history.at(-1)).toMatchObject({ action: 'T16', actor: 'Packer' });
  });

  it('may send the very same again, once the shop has put the cause right', async () => {
    const page = openPage();
    const id = await inState(page, 'rejected');
    const row = await page.call<OpRow>('edit', { id });
    await page.clock.pass(100);
    expect(page.row(row.id).packageKey).toBe('ZT1000001#2');
    expect(page.fake.ledger).toHaveLength(1);
  });

  it('loses neither of the two when the scan journal cannot be written', async () => {
    const page = openPage();
    const id = await inState(page, 'rejected');
    await page.outbox.stop();
    page.outbox.close();
    const row = await page.call<OpRow>('edit', { id, waybill: 'ZT2000001' });
    expect([id, row.id].map(page.stateOf)).toEqual(['cancelled', 'ready']);
    page.database.close();
    const again = openDesk({ dataDir: page.dataDir });
    expect(atOnce(again.outbox.verifyJournal())).toMatchObject({ entries: 2, missingOps: 0 });
  });

  it('refuses a waybill that is none, a carrier that is not on the list, serial numbers that do not fit', async () => {
    const page = openPage();
    const id = await inState(page, 'rejected');
    const refusals = [
      await page.refusal('edit', { id, waybill: '6901234567892' }),
      await page.refusal('edit', { id, carrierCode: 'NOPE' }),
      await page.refusal('edit', { id, serialNumbers: ['A'] }),
    ];
    expect(refusals).toEqual([
      { code: 'scan-not-waybill', text: '6901234567892', reason: 'goods-barcode' },
      { code: 'carrier-not-on-list', carrier: 'NOPE' },
      { code: 'compose-refused', rule: 'serial-number-count', detail: '' },
    ]);
    expect(page.stateOf(id)).toBe('rejected');
  });
});

describe('The list', () => {
  it('is newest first, page by page, by state and by what is typed', async () => {
    const page = openPage();
    const ids = Array.from({ length: 7 }, (_, index) => page.save(`37046123545597432${index}`, `ZT1000${100 + index}`));
    const first = await page.call<{ rows: OpRow[]; next: string | null }>('list', { limit: 4 });
    const second = await page.call<{ rows: OpRow[]; next: string | null }>('list', { limit: 4, after: first.next });
    expect([...first.rows, ...second.rows].map(({ id }) => id)).toEqual(ids.toReversed());
    expect(second.next).toBeNull();
    const found = async (search: string): Promise<string[]> =>
      (await page.call<{ rows: OpRow[] }>('list', { search })).rows.map(({ id }) => id);
    expect(await found('zt1000103')).toEqual([ids[3]]);
    expect(await found('370461235455974325')).toEqual([ids[5]]);
    expect(await found('000106')).toEqual([ids[6]]);
    expect(await found('name of shop')).toHaveLength(7);
    expect(await found('nothing like it')).toEqual([]);
    expect((await page.call<{ rows: OpRow[] }>('list', { states: ['shipped'] })).rows).toEqual([]);
  });

  it('counts per state, what needs a person, and since when', async () => {
    const page = openPage();
    await inState(page, 'rejected');
    const savedAt = new Date(page.row((await page.call<{ rows: OpRow[] }>('list', {})).rows[0]?.id ?? '').createdAtMs);
    expect(await page.call('summary', {})).toMatchObject({
      perState: { rejected: 1, ready: 0, shipped: 0 },
      needsYou: 1,
      oldestOpenAt: savedAt.toISOString(),
    });
  });

  it('drains on demand and tells how things stand', async () => {
    const page = openPage();
    page.save('1', 'ZT1000001');
    const drained = page.call<{ perState: Desk['outbox']; timedOut: boolean }>('drain', { untilIdle: true });
    await page.clock.pass(1_000);
    expect(await drained).toMatchObject({ perState: { shipped: 1 }, timedOut: false });
  });
});
