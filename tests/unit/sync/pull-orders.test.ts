import { afterEach, describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../shared/kernel/time.ts';
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

  describe('with an order that cannot be read', () => {
    const withUnreadOrder = async () => {
      const desk = await start();
      const { practice, appId } = desk;
      const third = (await practice.orders()).filter((order) => order.appId === appId)[2]?.orderId ?? '';
      await practice.setFault({ mode: 'truncated-after', calls: ['read'], scope: third, count: 'always' });
      const readsOf = async (orderId: string): Promise<number> =>
        (await practice.ledger('kind=request')).filter(
          (entry) => entry.kind === 'request' && entry.path.endsWith('/order/get') && entry.body?.includes(orderId),
        ).length;
      /** Noted, and its time of change two days past, so that no window holds it. */
      const noted = async (): Promise<void> => {
        await desk.pull();
        desk.clock.pass(2 * DAY_MS);
        await desk.pull();
      };
      return { ...desk, third, readsOf, noted };
    };

    it('takes the others, moves on, and notes the one with its reason', async () => {
      const { pull, desk, shop, unread, third, clock } = await withUnreadOrder();
      const job = await pull();
      expect(job).toMatchObject({ state: 'done', problem: null });
      expect(job.accepted).toBe((job.total ?? 0) - 1);
      expect(desk.orderIds()).not.toContain(third);
      expect(shop().pulledAtMs).toBe(clock.now());
      expect(unread.ofShop(SHOP_ID)).toMatchObject([
        {
          orderId: third,
          problem: { code: 'connection-failed', step: 'bad-answer' },
          nextAtMs: clock.now() + MINUTE_MS,
        },
      ]);
    });

    it('tries it again alone, less and less often, while new orders come in', async () => {
      const { noted, pull, practice, desk, third, clock, readsOf } = await withUnreadOrder();
      await noted();
      clock.pass(2 * MINUTE_MS);
      const [added] = await practice.addOrders({ count: 1, shop: 'living' });
      const before = await readsOf(third);
      const job = await pull();
      expect([job.state, job.total, job.accepted, await readsOf(third)]).toEqual(['done', 2, 1, before + 1]);
      expect(desk.orderIds()).toContain(added?.orderId);
      clock.pass(3 * MINUTE_MS);
      await pull();
      expect(await readsOf(third)).toBe(before + 1);
      clock.pass(MINUTE_MS);
      await pull();
      expect(await readsOf(third)).toBe(before + 2);
    });

    it('takes it in as soon as it can be read, and tells of it no more', async () => {
      const { noted, pull, practice, desk, unread, third, clock } = await withUnreadOrder();
      await noted();
      await practice.clearFaults();
      clock.pass(2 * MINUTE_MS);
      await pull();
      expect(desk.orderIds()).toContain(third);
      expect([unread.count(), unread.ofShop(SHOP_ID)]).toEqual([0, []]);
    });

    it('lets it go after fifteen days', async () => {
      const { noted, pull, unread, third, clock } = await withUnreadOrder();
      await noted();
      expect(unread.has(SHOP_ID, third)).toBe(true);
      clock.pass(14 * DAY_MS);
      await pull();
      expect(unread.has(SHOP_ID, third)).toBe(false);
    });
  });

  it('misses nothing that changed while a slow pull went on, with a clock that is ahead', async () => {
    const { puller, pull, practice, desk, clock, shop } = await start({ orders: 120, aheadMs: 9 * MINUTE_MS });
    const last = '3799999999999999999';
    await practice.addOrders({ orders: [{ orderId: last, items: [{}] }] });
    await practice.setFault({ mode: 'slow', calls: ['read'], delayMs: 20, count: 'always' });
    const { end } = puller.pull(SHOP_ID);
    while (desk.orderIds().length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    clock.pass(MINUTE_MS);
    const [added] = await practice.addOrders({ count: 1, shop: 'living' });
    clock.pass(15 * MINUTE_MS);
    await practice.changeOrder(last, { shipElsewhere: { carrier: 'ZTO', waybill: '75531717195834' } });
    await end;
    expect(desk.orders.get(SHOP_ID, last)?.status).toBe('shipped');
    expect(shop().pulledAtMs).toBe(clock.now() + 9 * MINUTE_MS - 16 * MINUTE_MS);
    await practice.clearFaults();
    await pull();
    expect(desk.orderIds()).toContain(added?.orderId);
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

  it('brings what came in after the list of a pull that is going on, however many ask', async () => {
    const { puller, practice, desk } = await start({ orders: 120 });
    await practice.setFault({ mode: 'slow', calls: ['read'], delayMs: 20, count: 'always' });
    const first = puller.pull(SHOP_ID);
    while (desk.orderIds().length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await practice.clearFaults();
    const [added] = await practice.addOrders({ count: 1, shop: 'living' });
    const asked = [puller.pullAnew(SHOP_ID), puller.pullAnew(SHOP_ID)];
    expect(new Set([first, ...asked].map(({ view }) => view.id)).size).toBe(2);
    expect(await asked[0]?.end).toMatchObject({ state: 'done' });
    expect(desk.orderIds()).toContain(added?.orderId);
  });

  it('begins no pull that was called off while it waited', async () => {
    const { puller, jobs, practice } = await start();
    const first = puller.pull(SHOP_ID);
    const second = puller.pullAnew(SHOP_ID);
    jobs.cancel(second.view.id);
    await first.end;
    const lists = async () =>
      (await practice.ledger('kind=request')).filter((entry) => entry.kind === 'request' && /list/.test(entry.path))
        .length;
    const before = await lists();
    expect(await second.end).toMatchObject({ state: 'cancelled' });
    expect(await lists()).toBe(before);
    expect((await puller.pull(SHOP_ID).end).state).toBe('done');
  });

  it('fails with the reason for wrong credentials', async () => {
    const { pull, practice, appId } = await start();
    await practice.changeShop(appId, { noPermission: true });
    expect(await pull()).toMatchObject({ state: 'failed', problem: { code: 'connection-failed' } });
  });
});
