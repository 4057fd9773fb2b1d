import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PracticeOrderView } from '../../../electron/training/admin/order-routes.ts';
import { MINI_SHOP_CODES } from '../../../electron/training/mini-shop/codes.ts';
import type { OrderChange } from '../../../electron/training/book/order-change.ts';
import type { OrderKind } from '../../../electron/training/practice/practice-order.ts';
import { lookup } from '../../../shared/domain/platforms/catalogue.ts';
import { startTraining, type Training } from '../../support/training.ts';
import { leftOf, wechatCaller } from './wechat-caller.ts';

const SEND = '/product/delivery/send';
let training: Training;
let caller: Awaited<ReturnType<typeof wechatCaller>>;
beforeAll(async () => {
  training = await startTraining({ orders: 2 });
  caller = await wechatCaller(training.baseUrl, 'mini');
});
afterAll(() => training.stop());

const newOrder = async (kind: OrderKind = 'single', change: OrderChange = {}): Promise<PracticeOrderView> => {
  const [order] = await training.desk.addOrders({ count: 1, kind, shop: 'mini' });
  if (order === undefined) throw new Error('no order');
  return Object.keys(change).length === 0 ? order : training.desk.changeOrder(order.orderId, change);
};
const infosOf = (order: PracticeOrderView, pieces?: number): string =>
  leftOf(order)
    .map(
      ({ productId, skuId, left }) => `{"product_cnt":${pieces ?? left},"product_id":${productId},"sku_id":${skuId}}`,
    )
    .join(',');
const label = (waybill = '78000000000001') => `"delivery_id":"ZTO","waybill_id":"${waybill}"`;
const body = (order: PracticeOrderView, ...entries: readonly string[]): string =>
  `{"order_id":${order.orderId},"delivery_list":[${entries.join(',')}]}`;
const whole = (order: PracticeOrderView): string => body(order, `{${label()}}`);
const part = (order: PracticeOrderView, pieces?: number): string =>
  `{${label()},"is_all_product":false,"product_infos":[${infosOf(order, pieces)}]}`;
const sendNew = async (kind: OrderKind, make: (order: PracticeOrderView) => string, change: OrderChange = {}) => {
  const order = await newOrder(kind, change);
  return caller.call(SEND, make(order));
};

/** How each code of the page comes about by the platform's own rules; the others by the switch on the desk alone. */
const BY_RULE: Readonly<Record<number, () => Promise<{ errcode: unknown }>>> = {
  [-2]: async () => {
    const url = `${training.baseUrl}${SEND}?access_token=${'x'.repeat(513)}`;
    return (await (await fetch(url, { method: 'POST', body: '{}' })).json()) as { errcode: unknown };
  },
  48001: async () => (await wechatCaller(training.baseUrl, 'living')).call(SEND, '{"order_id":1,"delivery_list":[]}'),
  100002: async () => caller.call(SEND, whole({ ...(await newOrder()), orderId: '1899999999999999999' })),
  101100: () => sendNew('cancelled', whole),
  108009: () => sendNew('after-sale', whole),
  109000: () => sendNew('several', (order) => body(order, `{${label()}}`, `{${label('78000000000002')}}`)),
  109001: async () => {
    const order = await newOrder();
    await caller.call(SEND, whole(order));
    return caller.call(SEND, whole(order));
  },
  109002: () => sendNew('single', (order) => body(order, `{${label()},"is_all_product":false}`)),
  109205: () => sendNew('single', whole, { holds: ['online-waybill'] }),
  800001: () => sendNew('quantity', (order) => body(order, part(order, 1))),
};

describe('the return codes of product/delivery/send', () => {
  const codes = Object.keys(MINI_SHOP_CODES).map(Number);

  it('are the twelve of the document, all explained by the app', () => {
    expect(codes).toHaveLength(12);
    for (const code of codes) expect(lookup('wechat-mini-shop', String(code)), `code ${code}`).not.toBeNull();
  });

  it.each(Object.keys(BY_RULE).map(Number))('%i comes from the rule it belongs to', async (code) => {
    const before = (await training.desk.summary()).applied.send;
    expect((await BY_RULE[code]?.())?.errcode).toBe(code);
    expect((await training.desk.summary()).applied.send - before).toBe(code === 109001 ? 1 : 0);
  });

  it.each(codes)('%i comes from the switch on the next call for an order, and nothing is applied', async (code) => {
    const order = await newOrder();
    await training.desk.setFault({ scope: order.orderId, mode: 'answer', code });
    const answer = await caller.call(SEND, whole(order));
    expect(answer.errcode).toBe(code);
    expect(answer.errmsg).toContain(MINI_SHOP_CODES[code]);
    expect(await training.desk.applied(order.orderId)).toEqual([]);
    expect((await caller.call(SEND, whole(order))).errcode).toBe(0);
  });

  it('are all reachable, most of them by rule', () => {
    process.stdout.write(`wechat-mini-shop: ${codes.length} of 12 codes, by rule ${Object.keys(BY_RULE).length}\n`);
    expect(Object.keys(BY_RULE).every((code) => codes.includes(Number(code)))).toBe(true);
  });
});

describe('a shipment', () => {
  it('ships everything where nothing is said of goods, for is_all_product is true by itself', async () => {
    const order = await newOrder('several');
    expect((await caller.call(SEND, whole(order))).errcode).toBe(0);
    const [applied] = await training.desk.applied(order.orderId);
    expect(applied?.items).toHaveLength(leftOf(order).length);
    expect(applied).toMatchObject({ carrier: 'ZTO', waybill: '78000000000001', what: 'send' });
  });

  it('takes several parcels that name their goods, each SKU whole in one of them', async () => {
    const order = await newOrder('split');
    const [first, ...others] = leftOf(order);
    if (first === undefined) throw new Error('no goods');
    const entries = [[first], others].map(
      (items, nth) =>
        `{${label(`7800000000000${nth}`)},"is_all_product":false,"product_infos":[${infosOf({ ...order, items })}]}`,
    );
    expect((await caller.call(SEND, body(order, ...entries))).errcode).toBe(0);
    expect(await training.desk.applied(order.orderId)).toHaveLength(2);
  });

  it('refuses one SKU in two parcels of one call, though the sum is right', async () => {
    const order = await newOrder('quantity');
    const [item] = leftOf(order);
    if (item === undefined) throw new Error('no goods');
    const half = (count: number) =>
      `{${label(`7800000000010${count}`)},"is_all_product":false,"product_infos":[{"product_cnt":${count},"product_id":${item.productId},"sku_id":${item.skuId}}]}`;
    expect((await caller.call(SEND, body(order, half(1), half(item.left - 1)))).errcode).toBe(800001);
  });

  it.each(['same-city', 'pickup'] as const)('of a %s order needs neither company nor number', async (kind) => {
    const order = await newOrder(kind);
    expect((await caller.call(SEND, body(order, '{}'))).errcode).toBe(0);
    expect(await training.desk.applied(order.orderId)).toMatchObject([{ carrier: '', waybill: '', deliverType: 3 }]);
  });

  it.each([
    [
      'an order number as text',
      (order: PracticeOrderView) => whole(order).replace(order.orderId, `"${order.orderId}"`),
      47001,
    ],
    [
      'a count as text',
      (order: PracticeOrderView) => body(order, part(order).replace(/"product_cnt":(\d+)/, '"product_cnt":"$1"')),
      47001,
    ],
    [
      'is_all_product as text',
      (order: PracticeOrderView) => body(order, `{${label()},"is_all_product":"true"}`),
      47001,
    ],
    ['a courier order without a number', (order: PracticeOrderView) => body(order, '{"delivery_id":"ZTO"}'), 40097],
    ['a company of another list', (order: PracticeOrderView) => whole(order).replace('ZTO', 'YUNDA'), 40097],
    ['a number of another company', (order: PracticeOrderView) => whole(order).replace('ZTO', 'SF'), 40097],
    ['no parcels', (order: PracticeOrderView) => body(order), 109002],
    [
      'goods of another order',
      (order: PracticeOrderView) => body(order, part(order).replace(/"sku_id":\d+/, '"sku_id":1')),
      109000,
    ],
    ['no body', () => ' ', 44002],
  ])('is refused with %s', async (_name, make, code) => {
    const order = await newOrder();
    expect((await caller.call(SEND, make(order))).errcode).toBe(code);
    expect(await training.desk.applied(order.orderId)).toEqual([]);
  });
});

describe('orders', () => {
  it('show ids as bare numbers and times as text', async () => {
    const order = await newOrder('several');
    const url = `${training.baseUrl}/product/order/get?access_token=${caller.token}`;
    const text = await (await fetch(url, { method: 'POST', body: `{"order_id":${order.orderId}}` })).text();
    expect(text).toContain(`"order_id":${order.orderId},`);
    expect(text).toMatch(/"(?:create|craete)_time":"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d"/);
    expect(text).toMatch(/"product_id":\d{14},"sku_id":\d{10},/);
    expect(await (await fetch(url, { method: 'POST', body: `{"order_id":"${order.orderId}"}` })).json()).toMatchObject({
      errcode: 47001,
    });
  });

  it('are listed by page with the number of all of them, filtered by time and status', async () => {
    const some = await startTraining({ orders: 2, further: 30 });
    const mini = await wechatCaller(some.baseUrl, 'mini');
    const list = (more: object) => mini.call('/product/order/get_list', { page: 1, page_size: 20, ...more });
    const first = await list({});
    expect(first['total_num']).toBe(30);
    expect(first['orders']).toHaveLength(20);
    expect((await list({ page: 2 }))['orders']).toHaveLength(10);
    expect((await list({ page: 3 }))['orders']).toEqual([]);
    expect(await list({ end_update_time: '2000-01-01 00:00:00' })).toMatchObject({ total_num: 0 });
    const shipped = await list({ status: 30 });
    expect(shipped['total_num']).toBe((await some.desk.orders('shipped')).filter((o) => o.appId.endsWith('3')).length);
    expect((await list({ page_size: 101 })).errcode).toBe(40097);
    expect((await list({ start_update_time: '1700000000' })).errcode).toBe(40097);
    await some.stop();
  });

  it('of other shops are nobody’s here, and companies are the mini-shop’s own', async () => {
    const foreign = (await training.desk.orders()).find(({ appId }) => appId.endsWith('1'));
    expect((await caller.call('/product/order/get', `{"order_id":${foreign?.orderId}}`)).errcode).toBe(100002);
    for (const text of ['', '{}']) {
      const companies = await caller.call('/product/delivery/get_company_list', text);
      expect(JSON.stringify(companies['company_list'])).toContain('"YD"');
    }
    expect(
      (await caller.call('/channels/ec/order/deliverycompanylist/new/get', { ewaybill_only: false })).errcode,
    ).toBe(48001);
  });
});
