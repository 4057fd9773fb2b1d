import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTraining, type Training } from '../../support/training.ts';
import { channelsCaller, sendBody, shopKeyOf } from './channels-caller.ts';

let training: Training;
beforeAll(async () => {
  training = await startTraining({ orders: 200 });
});
afterAll(() => training.stop());

/** Asks with headers of its own; fetch does not let a caller choose the Host. */
const statusOf = (path: string, headers: Record<string, string>, method = 'GET'): Promise<number> =>
  new Promise((resolve, reject) => {
    const outgoing = request(`${training.baseUrl}${path}`, { method, headers, agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    outgoing.on('error', reject);
    outgoing.end(method === 'GET' ? undefined : '{}');
  });

describe('the training desk', () => {
  it('cannot be driven by a web page: it wants its header and the loopback host', async () => {
    const own = { 'x-training': '1' };
    expect(await statusOf('/__training/faults', own)).toBe(200);
    expect(await statusOf('/__training/faults', {})).toBe(403);
    expect(await statusOf('/__training/faults', {}, 'POST')).toBe(403);
    expect(await statusOf('/__training/faults', { ...own, host: 'rebound.example:80' })).toBe(403);
    expect(await statusOf('/__training/sheet', { host: 'rebound.example:80' })).toBe(403);
    expect(await statusOf('/__training/nothing', own)).toBe(404);
  });

  it('allows no other origin to read its answers', async () => {
    const answer = await fetch(`${training.baseUrl}/__training/sheet`);
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('names the practice shops with credentials that are plainly invented', async () => {
    const shops = await training.desk.shops();
    expect(shops.map((shop) => shop.platform)).toEqual([
      'wechat-channels',
      'wechat-channels',
      'wechat-mini-shop',
      'wechat-dropship',
      'vv-tool',
      'douyin-fengchao',
    ]);
    for (const shop of shops) {
      const { appId, appSecret, baseUrl } = shop;
      expect(baseUrl).toBe(training.baseUrl);
      expect(Object.values(shop.credentials)).toEqual(expect.arrayContaining([appId, appSecret]));
      expect(shop.name).toContain('练习');
      expect(shop.appSecret).toMatch(/^example-secret-/);
    }
  });

  it('adds explicit orders, and refuses a number that exists and goods it does not have', async () => {
    const order = { orderId: '3700000000000000042', items: [{ quantity: 3 }] };
    expect(await training.desk.addOrders({ orders: [order] })).toMatchObject([
      { orderId: order.orderId, status: 'to-ship', items: [{ quantity: 3, left: 3 }] },
    ]);
    await expect(training.desk.addOrders({ orders: [order] })).rejects.toThrow('409');
    const twice = { ...order, orderId: '3700000000000000043' };
    await expect(training.desk.addOrders({ orders: [twice, twice] })).rejects.toThrow('409');
    await expect(
      training.desk.addOrders({ orders: [{ orderId: '3700000000000000044', items: [{ skuId: '1' }] }] }),
    ).rejects.toThrow('404');
    await expect(training.desk.addOrders({ count: 0 })).rejects.toThrow('400');
    await expect(training.desk.changeOrder('1', {})).rejects.toThrow('404');
  });

  it('adds ten thousand orders that one pull finds', async () => {
    const many = await startTraining({ orders: 0 });
    expect(await many.desk.addOrders({ count: 10_000, kind: 'single', shop: 'digital' })).toHaveLength(10_000);
    const caller = await channelsCaller(many.baseUrl, 'digital');
    const endS = Math.floor(Date.now() / 1000) + 60;
    const filter = { update_time_range: { start_time: endS - 7 * 86_400, end_time: endS }, page_size: 100 };
    const ids = new Set<string>();
    for (let next_key = '', more = true; more; ) {
      const page = await caller.call('list', { ...filter, next_key });
      for (const id of page['order_id_list'] as string[]) ids.add(id);
      next_key = String(page['next_key']);
      more = page['has_more'] === true;
    }
    expect(ids.size).toBe(10_000);
    await many.stop();
  });

  it('answers an address no platform has like the platform', async () => {
    const answer = await fetch(`${training.baseUrl}/channels/ec/nothing`, { method: 'POST' });
    expect(await answer.json()).toMatchObject({ errcode: 40066 });
  });
});

describe('the practice sheet', () => {
  it('prints the orders of one shop where one is asked for', async () => {
    const asked = await startTraining({ orders: 5, further: 20 });
    const sheet = await asked.desk.sheet(60, 'mini');
    await asked.stop();
    expect(sheet.length).toBeGreaterThan(8);
    for (const order of sheet) expect(order.shop).toBe('练习·拾光小商店');
    expect(sheet.every((order) => order.waybills.length > 0)).toBe(true);
  });

  it('lists orders that can be shipped from it as printed', async () => {
    const sheet = await training.desk.sheet(25);
    expect(sheet).toHaveLength(25);
    const orders = await training.desk.orders();
    for (const printed of sheet) {
      const order = orders.find((one) => one.orderId === printed.orderId);
      if (order === undefined) throw new Error('not an order');
      const [waybill] = printed.waybills;
      const [serialNumber] = printed.items.flatMap((item) => item.serialNumbers);
      const caller = await channelsCaller(training.baseUrl, shopKeyOf(order.appId));
      const over = {
        delivery_id: waybill?.carrierCode,
        waybill_id: waybill?.waybill,
        ...(serialNumber === undefined ? {} : { sn_info: { sn_code: serialNumber } }),
      };
      expect((await caller.call('send', sendBody(order, over))).errcode, JSON.stringify(printed)).toBe(0);
    }
    const next = await training.desk.sheet(25);
    expect(next.some((printed) => sheet.some((old) => old.orderId === printed.orderId))).toBe(false);
  });

  it('offers two parcel numbers where an order can be split, one where it cannot', async () => {
    for (const printed of await training.desk.sheet(40)) {
      const pieces = printed.items.reduce((sum, item) => sum + item.quantity, 0);
      expect(printed.waybills).toHaveLength(pieces > 1 ? 2 : 1);
    }
  });

  it.each(['zh', 'en'])(
    'prints in %s on A4 with pictures and barcodes, without script or anything loaded',
    async (lang) => {
      const answer = await fetch(`${training.baseUrl}/__training/sheet?lang=${lang}&n=3`);
      const html = await answer.text();
      const sheet = await training.desk.sheet(3);
      const codes = sheet.flatMap((order) => [
        order.orderId,
        ...order.items.flatMap((item) => [item.barcode, ...item.serialNumbers]),
        ...order.waybills.map((waybill) => waybill.waybill),
      ]);
      expect(answer.headers.get('content-type')).toContain('text/html');
      for (const code of codes) expect(html).toContain(`<b>${code}</b>`);
      const goods = sheet.flatMap((order) => order.items).length;
      expect(html.match(/<svg/g)).toHaveLength(codes.length + goods);
      expect(html).toContain('size: A4');
      expect(html).not.toMatch(/<script|<link|src=|https?:\/\/(?!www\.w3\.org)/);
      expect(html).toContain(lang === 'zh' ? '扫订单号' : 'Scan the order');
    },
  );
});
