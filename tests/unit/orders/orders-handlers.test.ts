import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { createClient } from '../../../electron/cli/client.ts';
import type { OrderRow } from '../../../shared/contract/orders.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import { openTestBackend } from '../../support/backend.ts';
import { startTraining, type Training } from '../../support/training.ts';

let training: Training;
afterEach(() => training.stop());

const value = <Value>(result: Result<Value, { readonly code: string }>): Value => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

/** The whole backend with one practice shop whose orders are in; it sends and pulls only when asked. */
async function setup() {
  training = await startTraining({ orders: 40 });
  const features = { host: 'cli', printing: false, updates: false, ownWindow: false } as const;
  const { backend } = await openTestBackend({ features });
  const client = createClient(backend, { role: 'admin', operator: 'Mei' });
  const [shop] = await training.desk.shops();
  const { platform, baseUrl, appId, appSecret } = shop!;
  value(await client.shops.add({ name: 'Tea', platform, baseUrl, credentials: { appId, appSecret } }));
  value(await client.orders.pull({ shop: 'Tea', wait: true }));
  const toPack = async (search = ''): Promise<{ rows: OrderRow[]; total: number }> =>
    value(await client.orders.list({ search, limit: 500 }));
  const ship = async (...rows: string[]) => {
    const text = ['shop,order_id,carrier,waybill', ...rows].join('\n');
    const fileId = backend.files.put({ name: 'ship.csv', bytes: new TextEncoder().encode(text) });
    return value(await client.orders.importFile({ kind: 'shipments', fileId, wait: true }));
  };
  const theirs = (await training.desk.orders('single')).filter((order) => order.appId === appId);
  return { client, backend, toPack, ship, orderId: theirs[0]!.orderId };
}

describe('orders as the page sees them', () => {
  it('drops an order from what is to pack once it is saved, and takes it back when the package is withdrawn', async () => {
    const { client, toPack, ship, orderId } = await setup();
    const before = await toPack();
    expect(before.rows.find((row) => row.orderId === orderId)).toMatchObject({ shop: 'Tea', status: 'to-ship' });
    expect(await ship(`Tea,${orderId},ZTO,75531717195834`)).toMatchObject({ state: 'done', accepted: 1 });
    const saved = await toPack();
    expect([saved.total, saved.rows.some((row) => row.orderId === orderId)]).toEqual([before.total - 1, false]);
    // A pull before the platform knows of the package changes nothing about that.
    value(await client.orders.pull({ shop: 'Tea', wait: true }));
    value(await client.orders.pull({ shop: 'Tea', wait: true }));
    expect((await toPack()).total).toBe(before.total - 1);
    const { rows } = value(await client.outbox.list({}));
    value(await client.outbox.cancel({ id: rows[0]!.id, reason: 'wrong box' }));
    const after = await toPack();
    expect([after.total, after.rows.find((row) => row.orderId === orderId)?.left]).toEqual([
      before.total,
      before.rows.find((row) => row.orderId === orderId)?.left,
    ]);
  });

  it('finds an order by the waybill of a package that only this desk knows', async () => {
    const { client, ship, orderId } = await setup();
    await ship(`Tea,${orderId},ZTO,75531717195834`);
    const found = value(await client.orders.list({ search: ' 7553 1717 195834 ', filter: 'all' }));
    expect(found.rows).toMatchObject([{ orderId, left: 0 }]);
    expect(found.total).toBe(1);
  });

  it('starts a job, tells of it and lets it be asked for', async () => {
    const { client, backend } = await setup();
    const seen: string[] = [];
    backend.events.subscribe(({ name }) => seen.push(name));
    const started = value(await client.orders.pull({ shop: 'Tea' }));
    expect(started).toMatchObject({ kind: 'pull', state: 'running' });
    let job = started;
    while (job.state === 'running') {
      await nextTurn();
      job = value(await client.orders.job({ id: started.id }));
    }
    expect(job).toMatchObject({ state: 'done', phase: 'finished' });
    expect(value(await client.orders.jobs({}))[0]?.id).toBe(started.id);
    expect(seen).toContain('jobs.changed');
    expect(await client.orders.job({ id: 'nothing' })).toEqual({
      ok: false,
      error: { code: 'job-not-found', id: 'nothing' },
    });
    const noFile = await client.orders.importFile({ kind: 'orders', fileId: 'nothing' });
    expect(noFile).toEqual({ ok: false, error: { code: 'file-not-found', id: 'nothing' } });
  });
});
