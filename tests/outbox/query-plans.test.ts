import { describe, expect, it } from 'vitest';
import { DUE_SQL } from '../../electron/services/outbox/store/due-ops.ts';
import { openDesk, sendPayload, SHOP } from './outbox-desk.ts';

const planOf = (desk: ReturnType<typeof openDesk>, sql: string): string[] =>
  (desk.database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all() as { detail: string }[]).map(({ detail }) => detail);

/** Parameters for the plan; SQLite does not look at their values. */
const bound = (sql: string): string => {
  let n = 0;
  return sql.replace(/\?/g, () => {
    n += 1;
    return `'${n}'`;
  });
};

describe('The questions of the sender', () => {
  it('are answered by searching an index, without sorting and without reading a whole table', () => {
    const desk = openDesk();
    const { dueAfter: _onlyAfterAClockJump, ...everyRound } = DUE_SQL;
    for (const [name, sql] of Object.entries(everyRound)) {
      const plan = planOf(desk, bound(sql));
      expect({ name, scans: plan.filter((step) => step.startsWith('SCAN')) }).toEqual({ name, scans: [] });
      expect({ name, sorts: plan.filter((step) => step.includes('TEMP B-TREE')) }).toEqual({ name, sorts: [] });
    }
  });

  it('find the head of a lane among the packages of its own order', () => {
    const desk = openDesk();
    expect(planOf(desk, bound(DUE_SQL.toSend))).toContainEqual(
      expect.stringMatching(/SEARCH sibling USING (COVERING )?INDEX .* \(order_id=\? AND shop_id=\?\)/),
    );
  });

  it('take no longer with a long backlog and a long history', async () => {
    const desk = openDesk({ shops: [SHOP, 'shop-2'] });
    const inputs = (from: number, count: number, shopId: string) =>
      Array.from({ length: count }, (_, index) => ({
        shopId,
        payload: sendPayload(`${shopId}-${from + index}`, `ZT${10_000_000 + from + index}`),
        carrierName: '',
        operator: '',
      }));
    await desk.outbox.enqueueAll(inputs(0, 100, SHOP));
    const question = desk.database.prepare(DUE_SQL.toSend);
    const microseconds = (): number => {
      const started = process.hrtime.bigint();
      for (let round = 0; round < 300; round += 1) question.all(SHOP, desk.clock.now(), 4);
      return Number(process.hrtime.bigint() - started) / 300_000;
    };
    const best = (): number => Math.min(...Array.from({ length: 5 }, microseconds));
    const before = best();
    await desk.outbox.enqueueAll([...inputs(1_000, 10_000, SHOP), ...inputs(50_000, 10_000, 'shop-2')]);
    desk.database.exec("UPDATE op_state SET state = 'cancelled', not_before_ms = NULL WHERE shop_id = 'shop-2'");
    const after = best();
    expect(after).toBeLessThan(before * 3 + 50);
  }, 60_000);
});
