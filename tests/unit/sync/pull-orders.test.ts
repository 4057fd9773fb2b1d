import { afterEach, describe, expect, it } from 'vitest';
import { HOUR_MS, MINUTE_MS } from '../../../shared/kernel/time.ts';
import { SHOP_ID, startPullDesk } from './pull-desk.ts';

let running: Awaited<ReturnType<typeof startPullDesk>>;
const start = async (...options: Parameters<typeof startPullDesk>) => (running = await startPullDesk(...options));
afterEach(() => running.stop());

describe('pulling orders', () => {
  it('brings in every order of the shop with its ids exact, and tells the pages', async () => {
    const { pull, practice, desk, shop, changed, reach, appId, clock } = await start();
    const theirs = (await practice.orders()).filter((order) => order.appId === appId);
    const job = await pull();
    expect(job).toMatchObject({ state: 'done', accepted: theirs.length, problem: null });
    expect(desk.orderIds().toSorted()).toEqual(theirs.map(({ orderId }) => orderId).toSorted());
    expect(theirs[0]?.orderId).toMatch(/^\d{19}$/);
    expect(shop().pulledAtMs).toBe(clock.now());
    expect(changed).toEqual(expect.arrayContaining(['orders.changed', 'shops.changed', 'jobs.changed']));
    expect(reach).toEqual([true]);
  });

  it('asks next time only for what changed since, and takes the change', async () => {
    const { pull, practice, desk, clock, appId } = await start();
    await pull();
    clock.pass(3 * HOUR_MS);
    const target = (await practice.orders('single')).find((order) => order.appId === appId);
    if (target === undefined) throw new Error('no order to change');
    await practice.changeOrder(target.orderId, { shipElsewhere: { carrier: 'ZTO', waybill: '75531717195834' } });
    const job = await pull();
    expect(job.accepted).toBeLessThan(5);
    expect(desk.orders.get(SHOP_ID, target.orderId)).toMatchObject({ status: 'shipped' });
    expect(desk.orders.findByCode('75531717195834')).toHaveLength(1);
  });

  it.each([30 * MINUTE_MS, -9 * MINUTE_MS])(
    'loses nothing when the clock of this machine is %i ms ahead',
    async (aheadMs) => {
      const { pull, practice, desk, clock, appId } = await start({ aheadMs });
      await pull();
      clock.pass(MINUTE_MS);
      const target = (await practice.orders('single')).find((order) => order.appId === appId)?.orderId ?? '';
      await practice.changeOrder(target, { shipElsewhere: { carrier: 'ZTO', waybill: '75531717195834' } });
      clock.pass(MINUTE_MS);
      await pull();
      expect(desk.orders.get(SHOP_ID, target)?.status).toBe('shipped');
    },
  );

  it('looks back as at first when a clock that was days ahead has left the cursor in the future', async () => {
    const { pull, practice, desk, shop, appId, clock } = await start();
    const target = (await practice.orders('single')).find((order) => order.appId === appId)?.orderId ?? '';
    await pull();
    await practice.changeOrder(target, { shipElsewhere: { carrier: 'ZTO', waybill: '75531717195834' } });
    desk.shops.setPulled(SHOP_ID, { toMs: clock.now() + 48 * HOUR_MS, atMs: clock.now() });
    clock.pass(12 * HOUR_MS);
    await pull();
    expect(desk.orders.get(SHOP_ID, target)?.status).toBe('shipped');
    expect(shop().pulledToMs).toBeLessThanOrEqual(clock.now() + 10 * MINUTE_MS);
  });

  it('keeps the cursor where it was when the platform cannot be reached half-way, and catches up later', async () => {
    const { pull, practice, desk, shop, appId } = await start();
    const third = (await practice.orders()).filter((order) => order.appId === appId)[2]?.orderId ?? '';
    await practice.setFault({ mode: 'reset-before', calls: ['read'], scope: third, count: 'always' });
    const failed = await pull();
    expect(failed).toMatchObject({ state: 'failed', problem: { code: 'connection-failed' } });
    expect(shop()).toMatchObject({ pulledToMs: null, pulledAtMs: null });
    await practice.clearFaults();
    expect((await pull()).state).toBe('done');
    expect(desk.orderIds().length).toBeGreaterThan(10);
  });

  it('takes the other orders when one answer makes no sense, and says so', async () => {
    const { pull, practice, desk, shop, appId } = await start();
    const third = (await practice.orders()).filter((order) => order.appId === appId)[2]?.orderId ?? '';
    await practice.setFault({ mode: 'truncated-after', calls: ['read'], scope: third });
    const job = await pull();
    expect(job).toMatchObject({ state: 'failed', problem: { code: 'connection-failed', step: 'bad-answer' } });
    expect(desk.orderIds()).toHaveLength(job.accepted);
    expect(job.accepted).toBe((job.total ?? 0) - 1);
    expect(shop().pulledToMs).toBeNull();
  });

  it('stops when it is called off, keeps what is in, and does not move the cursor', async () => {
    const { puller, jobs, practice, desk, shop } = await start({ orders: 120 });
    await practice.setFault({ mode: 'slow', calls: ['read'], delayMs: 20 });
    const { view, end } = puller.pull(SHOP_ID);
    while (desk.orderIds().length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    jobs.cancel(view.id);
    expect(await end).toMatchObject({ state: 'cancelled' });
    expect(desk.orderIds().length).toBeGreaterThan(0);
    expect(shop().pulledToMs).toBeNull();
  });

  it('runs once for each shop, however often it is asked', async () => {
    const { puller } = await start();
    const first = puller.pull(SHOP_ID);
    expect(puller.pull(SHOP_ID).view.id).toBe(first.view.id);
    await first.end;
    expect(puller.pull(SHOP_ID).view.id).not.toBe(first.view.id);
    await puller.pull(SHOP_ID).end;
  });

  it('fails with the reason for wrong credentials', async () => {
    const { pull, practice, appId } = await start();
    await practice.changeShop(appId, { noPermission: true });
    expect(await pull()).toMatchObject({ state: 'failed', problem: { code: 'connection-failed' } });
  });
});
