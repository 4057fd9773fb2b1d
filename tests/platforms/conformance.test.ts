import { describe, expect, test } from 'vitest';
import { PlatformIdSchema } from '../../shared/domain/platforms/platform-id.ts';
import { tell } from '../support/tell.ts';
import { openConformanceDesk } from './conformance/conformance-desk.ts';
import { CONTESTANTS } from './conformance/contestants.ts';
import {
  cellOf,
  doubledOf,
  KIND_NAMES,
  resendsBlindly,
  runReplyKinds,
  unexpectedOf,
} from './conformance/run-reply-kinds.ts';
import { packageOf } from './douyin-desk.ts';

const LIMIT_MS = 120_000;
/** Longer than any token lives. */
const THREE_HOURS_MS = 3 * 3_600_000;
/** Shipments of one account under way at once: those a renewed token or a closing gate can catch. */
const IN_FLIGHT = 4;

describe('Forty kinds of reply, real outbox and client, by the ledger of the platform', () => {
  const doubled = new Map<string, number>();

  test.each(PlatformIdSchema.options)(
    '%s: every kind ends as the table says, and nothing is shipped twice',
    async (id) => {
      const found = await runReplyKinds(id);
      expect(unexpectedOf(found)).toEqual([]);
      expect(doubledOf(found)).toEqual([]);
      expect(new Set(found.map(({ kind }) => kind)).size).toBe(40);
      doubled.set(id, doubledOf(found).length);
    },
    LIMIT_MS,
  );

  test('all platforms together', (context) => {
    expect(doubled.size).toBe(PlatformIdSchema.options.length);
    for (const [id, count] of doubled) tell(context, `${id}: ${KIND_NAMES.length} reply kinds, ${count} doubled`);
    const all = [...doubled.values()].reduce((sum, count) => sum + count, 0);
    tell(context, `${KIND_NAMES.length} × ${doubled.size} reply kinds: ${all} doubled`);
  });

  test(
    'packages of a split order on Douyin stand the same replies',
    async () => {
      const payloadOf = (order: Parameters<typeof packageOf>[0]) => packageOf(order, { split: true });
      expect(unexpectedOf(await runReplyKinds('douyin-fengchao', { payloadOf }))).toEqual([]);
    },
    LIMIT_MS,
  );

  test(
    'are doubled as soon as what nobody can know is sent again without a look',
    async () => {
      const found = await runReplyKinds('wechat-channels', { guard: resendsBlindly });
      expect(doubledOf(found).length).toBeGreaterThan(10);
    },
    LIMIT_MS,
  );
});

describe.each(PlatformIdSchema.options)('An account of %s that is refused in the middle of its shipments', (id) => {
  const { shop, payloadOf, says } = CONTESTANTS[id];

  test.each(['token', 'account-blocked'] as const)(
    '(%s) ships them all once and charges no attempt to any of them',
    async (why) => {
      const desk = await openConformanceDesk(id, { shops: ['shop'], seed: 1 });
      const { training, outbox } = desk;
      const save = async (count: number) =>
        (await training.desk.addOrders({ count, kind: 'single', shop })).map((order) => {
          const payload = payloadOf(order);
          const saved = outbox.enqueue({ shopId: 'shop', payload, carrierName: '', operator: '' });
          if (!saved.ok) throw new Error(JSON.stringify(saved.error));
          return [saved.value.id, order.orderId] as const;
        });
      const first = await save(6);
      // Where orders that wait together share a call, that one call is the middle.
      const skip = desk.platform.batch === undefined ? 2 : 0;
      await training.desk.setFault({ mode: 'answer', ...says[why], calls: ['send'], skip, count: 1 });
      await desk.drain();
      expect(await training.desk.faults(), 'the refusal was given').toEqual([]);
      desk.pass(THREE_HOURS_MS);
      const second = await save(3);
      await desk.drain();
      const cells = await Promise.all([...first, ...second].map(([op, order]) => cellOf(desk, op, order)));
      expect(cells.map(({ states, applied, tries }) => ({ end: states.split(' ').at(-1), applied, tries }))).toEqual(
        cells.map(() => ({ end: 'shipped', applied: 1, tries: 0 })),
      );
      expect(cells.reduce((sum, { asked }) => sum + asked, 0)).toBeLessThanOrEqual(cells.length + IN_FLIGHT);
      await desk.close();
    },
    LIMIT_MS,
  );
});
