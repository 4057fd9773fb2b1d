import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import { DAY_MS } from '../../../shared/kernel/time.ts';
import { newStateDir, spawnTraining, startTraining, type Training } from '../../support/training.ts';
import { channelsCaller, productInfos, sendBody, shopKeyOf } from './channels-caller.ts';

const running: Training[] = [];
const start = async (options: Parameters<typeof startTraining>[0]): Promise<Training> => {
  const training = await startTraining(options);
  running.push(training);
  return training;
};
afterEach(async () => {
  for (const training of running.splice(0)) await training.stop();
});

const shipPart = async (training: Training) => {
  const [order] = await training.desk.orders('split');
  if (order === undefined) throw new Error('no order');
  const caller = await channelsCaller(training.baseUrl, shopKeyOf(order.appId));
  expect((await caller.call('send', sendBody(order, { product_infos: productInfos(order, 1) }))).errcode).toBe(0);
  return { order, caller };
};

describe('the ledger', () => {
  it('holds request, application and answer of a call, in this order, with the exact body', async () => {
    const training = await start({ orders: 20 });
    const { order } = await shipPart(training);
    const all = await training.desk.ledger();
    const request = all.find((entry) => entry.kind === 'request' && entry.call === 'send');
    const number = request !== undefined && 'request' in request ? request.request : '';
    const story = all.filter((entry) => 'request' in entry && entry.request === number);
    expect(story.map((entry) => entry.kind)).toEqual(['request', 'applied', 'answered']);
    expect(story[1]).toMatchObject({
      what: 'send',
      shop: order.appId,
      orderId: order.orderId,
      carrier: 'ZTO',
      waybill: '78000000000001',
      items: [{ productId: order.items[0]?.productId, skuId: order.items[0]?.skuId, quantity: 1 }],
    });
    expect(story[2]).toMatchObject({ status: 200, code: '0' });
    expect(all.map((entry) => entry.n)).toEqual(all.map((_, index) => index + 1));
  });

  it('is on disk before the answer is sent', async () => {
    const stateDir = newStateDir();
    const training = await start({ stateDir, orders: 20 });
    const { order } = await shipPart(training);
    const onDisk = readFileSync(join(stateDir, 'ledger.jsonl'), 'utf8');
    expect(onDisk).toContain(`"kind":"applied","what":"send"`);
    expect(onDisk).toContain(order.orderId);
    expect(onDisk.trimEnd().split('\n').at(-1)).toContain('"kind":"answered"');
  });

  it('notes how much of a request came before its socket broke', async () => {
    const training = await start({ orders: 0 });
    const { request } = await import('node:http');
    const outgoing = request(`${training.baseUrl}/channels/ec/order/delivery/send`, {
      method: 'POST',
      agent: false,
      headers: { 'content-length': 100 },
    });
    outgoing.on('error', () => undefined);
    outgoing.write('{"order_id"', () => setTimeout(() => outgoing.destroy(), 50));
    await expect.poll(() => training.desk.ledger('kind=cut-off')).toMatchObject([{ bytesSeen: 11 }]);
  });
});

describe('a restart with the same folder', () => {
  it('keeps orders, shipments, corrections, changes and serial locks', async () => {
    const stateDir = newStateDir();
    const first = await start({ stateDir, orders: 30, seed: 7 });
    const { order } = await shipPart(first);
    const [added] = await first.desk.addOrders({ count: 1, kind: 'single' });
    await first.desk.addOrders({
      orders: [{ orderId: '3712345678901234567', items: [{ quantity: 2 }], status: 'unpaid' }],
    });
    await first.desk.changeOrder(added?.orderId ?? '', { holds: ['risk'] });
    await first.desk.changeShop(order.appId, { noReturnAddress: true });
    const [phone] = await first.desk.addOrders({ count: 1, kind: 'subsidy' });
    const digital = await channelsCaller(first.baseUrl, 'digital');
    const sn = { sn_info: { sn_code: 'XY800000000777' } };
    if (phone === undefined) throw new Error('no order');
    expect((await digital.call('send', sendBody(phone, sn))).errcode).toBe(phone.appId === order.appId ? 606003 : 0);
    const before = await first.desk.orders();
    await first.stop();

    const second = await start({ stateDir, orders: 5, seed: 99 });
    expect(await second.desk.orders()).toEqual(before);
    expect(await second.desk.summary()).toMatchObject({ applied: { send: 2 }, doubled: [] });
    const [another] = await second.desk.addOrders({ count: 1, kind: 'subsidy' });
    if (another === undefined) throw new Error('no order');
    const again = await channelsCaller(second.baseUrl, 'digital');
    expect((await again.call('send', sendBody(another, sn))).errcode).toBe(268545011);
    expect((await (await channelsCaller(second.baseUrl, 'living')).call('send', sendBody(order))).errcode).toBe(606003);
  });

  it('takes the port of the last run', async () => {
    const stateDir = newStateDir();
    const first = await start({ stateDir, orders: 0 });
    await first.stop();
    expect((await start({ stateDir, orders: 0 })).baseUrl).toBe(first.baseUrl);
  });

  it('drops half a line that a killed process left, and goes on after it', async () => {
    const stateDir = newStateDir();
    const first = await start({ stateDir, orders: 20 });
    await shipPart(first);
    await first.stop();
    const path = join(stateDir, 'ledger.jsonl');
    const whole = readFileSync(path, 'utf8');
    appendFileSync(path, '{"n":999,"at":1,"kind":"applied","what":"se');
    const second = await start({ stateDir });
    expect(readFileSync(path, 'utf8')).toBe(whole);
    await second.desk.setFault({ mode: 'busy' });
    expect((await second.desk.ledger()).at(-1)).toMatchObject({ kind: 'fault', n: whole.split('\n').length });
  });

  it('knows everything it answered after kill -9', async () => {
    const stateDir = newStateDir();
    const first = await spawnTraining(['--state', stateDir, '--orders', '20']);
    const { order } = await shipPart(first);
    first.process.kill('SIGKILL');
    await once(first.process, 'exit');
    const second = await start({ stateDir });
    expect(await second.desk.applied(order.orderId)).toHaveLength(1);
    expect((await second.desk.orders('split')).find((one) => one.orderId === order.orderId)?.status).toBe(
      'part-shipped',
    );
  });

  it('dates untouched orders anew when they have grown old, and leaves shipped ones alone', async () => {
    const stateDir = newStateDir();
    let nowMs = Date.parse('2026-11-21T08:00:00Z');
    const first = await start({ stateDir, orders: 30, now: () => nowMs });
    const { order } = await shipPart(first);
    await first.stop();
    nowMs += 20 * DAY_MS;
    const second = await start({ stateDir, now: () => nowMs });
    const caller = await channelsCaller(second.baseUrl, 'living');
    const endS = Math.floor(nowMs / 1000);
    const range = { update_time_range: { start_time: endS - 7 * 86_400, end_time: endS }, page_size: 100 };
    const ids = (await caller.call('list', range))['order_id_list'] as string[];
    expect(ids.length).toBeGreaterThan(10);
    expect(ids).not.toContain(order.orderId);
  });
});
