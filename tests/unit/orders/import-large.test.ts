import { statSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { DATABASE_FILE } from '../../../electron/services/db/open.ts';
import { readRecords } from '../../../electron/services/files/read-records.ts';
import { importOrders } from '../../../electron/services/orders/import-orders.ts';
import { ORDER_LAYOUT } from '../../../shared/domain/import-columns.ts';
import { type Desk, openDesk, orderFile } from './desk.ts';

const idOf = (index: number): string => String(3_704_612_354_559_700_000n + BigInt(index));
const file = (rows: number, perOrder = 2): Uint8Array =>
  new TextEncoder().encode(
    orderFile(
      Array.from(
        { length: rows },
        (_, index) =>
          `茶铺,${idOf(Math.floor(index / perOrder))},1,${index + 1},A-${index},,"茶,${index}",1,备注,2026-12-01`,
      ),
    ),
  );

describe('a large order file', () => {
  it('brings in 100,000 rows with progress and exact ids, and lets scans in between', async () => {
    const desk = openDesk();
    const { view, end } = desk.startImport(file(100_000, 4));
    const phases = new Set<string>();
    let turns = 0;
    let running = true;
    void end.then(() => (running = false));
    let last = 0;
    while (running) {
      await nextTurn();
      turns += 1;
      const now = desk.jobs.get(view.id);
      if (!now.ok) throw new Error(now.error.code);
      if (now.value.phase === 'reading') {
        expect(now.value.done).toBeGreaterThanOrEqual(last);
        last = now.value.done;
        if (last > 0) expect(now.value.total).toBe(100_000);
      }
      phases.add(now.value.phase);
    }
    expect(await end).toMatchObject({ state: 'done', accepted: 25_000, refused: 0 });
    expect([...phases]).toEqual(['reading', 'checking', 'saving', 'finished']);
    expect(desk.orderIds()).toHaveLength(25_000);
    expect(desk.orders.get('shop-1', idOf(24_999))?.lines).toHaveLength(4);
    expect(desk.staged()).toBe(0);
    // Rows are read, checked and merged a hundred at a time or fewer: in between, a scan gets its turn.
    expect(turns).toBeGreaterThan(100_000 / 100 + 2 * (25_000 / 100));
  }, 120_000);

  it.each([
    { machine: 'a slow machine merges few orders at a time', workMs: 6, orders: 200, most: 16, usual: 10 },
    {
      machine: 'a quick machine merges a hundred at a time and no more',
      workMs: 0,
      orders: 2_000,
      most: 100,
      usual: 100,
    },
  ])('$machine', async ({ workMs, orders, most, usual }) => {
    const desk = openDesk();
    const slices = await slicesOf(desk, file(2 * orders), workMs);
    expect(Math.max(...slices)).toBe(most);
    expect(slices.at(-2)).toBe(usual);
    expect(desk.orderIds()).toHaveLength(orders);
    // Left to the commits the log would have grown to four megabytes before any of it was folded in.
    expect(statSync(join(desk.dataDir, `${DATABASE_FILE}-wal`)).size).toBeLessThan(3.5 * 2 ** 20);
  });

  it.each(['reading', 'checking'] as const)('leaves nothing when it is called off while %s', async (phase) => {
    const desk = openDesk();
    const { view, end } = desk.startImport(file(6_000));
    for (;;) {
      const now = desk.jobs.get(view.id);
      if (now.ok && now.value.phase === phase && now.value.done > 500) break;
      await nextTurn();
    }
    desk.jobs.cancel(view.id);
    expect(await end).toMatchObject({ state: 'cancelled', accepted: 0, problem: { code: 'job-cancelled' } });
    expect(desk.orderIds()).toEqual([]);
    expect(desk.staged()).toBe(0);
  });

  it('finishes what was being merged when the app ended, from where it was', async () => {
    const desk = await interruptIn(openDesk(), 'saving');
    const before = desk.orderIds().length;
    expect(before).toBeGreaterThan(500);
    expect(before).toBeLessThan(3_000);
    const [merging] = desk.deps.staging.merging();
    expect(merging?.after?.orderId).toBe(idOf(before - 1));
    await desk.resume();
    expect(desk.orderIds()).toHaveLength(3_000);
    expect(desk.staged()).toBe(0);
  });

  it('lets go at once when the app is closed in the merge, and goes on at the next start', async () => {
    const desk = openDesk();
    const { view, end } = desk.startImport(file(6_000));
    for (;;) {
      await nextTurn();
      const now = desk.jobs.get(view.id);
      if (now.ok && now.value.phase === 'saving') break;
    }
    desk.jobs.cancel(view.id);
    await desk.jobs.close();
    expect((await end).accepted).toBeLessThan(3_000);
    desk.database.close();
    const next = openDesk(desk.dataDir);
    await next.resume();
    expect(next.orderIds()).toHaveLength(3_000);
  });

  it('drops what was only staged when the app ended', async () => {
    const desk = await interruptIn(openDesk(), 'reading');
    expect(desk.staged()).toBe(1);
    await desk.resume();
    expect(desk.orderIds()).toEqual([]);
    expect(desk.staged()).toBe(0);
  });
});

/** Orders merged in each slice, on a machine that works so long at one, however large it is. */
async function slicesOf({ deps }: Desk, bytes: Uint8Array, workMs: number): Promise<number[]> {
  const slices: number[] = [];
  let monotonicMs = 0;
  const clock = { ...deps.clock, monotonic: () => (monotonicMs += workMs) };
  await importOrders({ ...deps, clock }, readRecords(bytes, ORDER_LAYOUT), {
    ...{ at: () => undefined, commit: () => true, signal: new AbortController().signal },
    accept: (orders) => slices.push(orders),
    refuse: (problem) => {
      throw new Error(JSON.stringify(problem));
    },
  });
  return slices;
}

/** Runs an import until it is well inside a phase, then takes the database away as a kill does. */
async function interruptIn(desk: Desk, phase: 'reading' | 'saving'): Promise<Desk> {
  const { view, end } = desk.startImport(file(6_000));
  for (;;) {
    await nextTurn();
    const now = desk.jobs.get(view.id);
    if (now.ok && now.value.phase === phase && now.value.done > 500) break;
  }
  desk.database.close();
  expect(await end).toMatchObject({ state: 'failed', problem: { code: 'internal' } });
  return openDesk(desk.dataDir);
}
