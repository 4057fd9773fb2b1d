import { describe, expect, it } from 'vitest';
import { DUE_SQL } from '../../electron/services/outbox/store/due-ops.ts';
import { openDesk, SHOP } from './outbox-desk.ts';

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

  it('take no longer with a long backlog and a long history', () => {
    const desk = openDesk();
    fill(desk, { from: 1, count: 100, state: 'ready' });
    const question = desk.database.prepare(DUE_SQL.toSend);
    const microseconds = (): number => {
      const started = process.hrtime.bigint();
      for (let round = 0; round < 200; round += 1) question.all(SHOP, desk.clock.now(), 4);
      return Number(process.hrtime.bigint() - started) / 200_000;
    };
    const best = (): number => Math.min(...Array.from({ length: 9 }, microseconds));
    const before = best();
    fill(desk, { from: 1_000, count: 20_000, state: 'ready' });
    fill(desk, { from: 100_000, count: 20_000, state: 'shipped' });
    // A scan of what was added would take hundreds of times as long.
    expect(best()).toBeLessThan(before * 4 + 100);
  });
});

/** Rows as the outbox writes them, without its work for each. */
function fill(
  desk: ReturnType<typeof openDesk>,
  { from, count, state }: { from: number; count: number; state: 'ready' | 'shipped' },
): void {
  const proof = state === 'shipped' ? "'response'" : 'NULL';
  desk.database.exec(`BEGIN;
    WITH RECURSIVE n(i) AS (SELECT ${from} UNION ALL SELECT i + 1 FROM n WHERE i < ${from + count - 1})
    INSERT INTO op (seq, id, shop_id, platform, order_id, kind, package_key, resend_class, payload, payload_sha256,
      carrier_code, carrier_name, waybill, pieces, created_at_ms, created_by)
    SELECT i, 'op-' || i, '${SHOP}', 'wechat-channels', 'order-' || i, 'send', 'none', 'A', '{}', '', '', '', '', 1, 1, ''
    FROM n;
    INSERT INTO op_state (op_seq, shop_id, state, version, epoch, not_before_ms, proof, updated_at_ms)
    SELECT seq, shop_id, '${state}', 1, 1, ${state === 'ready' ? 1 : 'NULL'}, ${proof}, 1
    FROM op WHERE seq BETWEEN ${from} AND ${from + count - 1};
    COMMIT`);
}
