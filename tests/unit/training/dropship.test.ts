import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PracticeOrderView } from '../../../electron/training/admin/order-routes.ts';
import { DROPSHIP_CODES } from '../../../electron/training/dropship/codes.ts';
import { partnerOf } from '../../../electron/training/dropship/order-shape.ts';
import type { OrderKind } from '../../../electron/training/practice/practice-order.ts';
import { lookup } from '../../../shared/domain/platforms/catalogue.ts';
import { startTraining, type Training } from '../../support/training.ts';
import { productInfos } from './channels-caller.ts';
import { wechatCaller } from './wechat-caller.ts';

const ROOT = '/channels/ec/order/dropship/supplier';
const SEND = `${ROOT}/delivery/send`;
const UPDATE = `${ROOT}/delivery/update`;
let training: Training;
let caller: Awaited<ReturnType<typeof wechatCaller>>;
beforeAll(async () => {
  training = await startTraining({ orders: 2, further: 30 });
  caller = await wechatCaller(training.baseUrl, 'supplier');
});
afterAll(() => training.stop());

const newOrder = async (kind: OrderKind = 'single'): Promise<PracticeOrderView> => {
  const [order] = await training.desk.addOrders({ count: 1, kind, shop: 'supplier' });
  if (order === undefined) throw new Error('no order');
  return order;
};
const OLD = { delivery_id: 'ZTO', waybill_id: '78000000000001' };
const sendBody = (order: PracticeOrderView, over: Record<string, unknown> = {}) => ({
  ds_order_id: order.orderId,
  delivery_list: [{ ...OLD, product_infos: productInfos(order), ...over }],
});
/** An order that has left with the old label, and the change to one drawn for it. */
async function sentOrder() {
  const order = await newOrder('several');
  expect((await caller.call(SEND, sendBody(order))).errcode).toBe(0);
  const goods = productInfos(order);
  const drawn = await training.desk.ewaybills(order.orderId, 'SF');
  const change = (over: { readonly old?: object; readonly new?: object } = {}) => ({
    ds_order_id: order.orderId,
    change_infos: [
      {
        old: { ...OLD, product_infos: goods, ...over.old },
        new: { delivery_id: 'SF', waybill_id: drawn[0], product_infos: goods, ...over.new },
      },
    ],
  });
  return { order, goods, drawn, change };
}
type Sent = Awaited<ReturnType<typeof sentOrder>>;
const update = async (make: (sent: Sent) => unknown) => caller.call(UPDATE, make(await sentOrder()));

/** How each code of the page comes about by the platform's own rules. */
const BY_RULE: Readonly<Record<number, () => Promise<{ errcode: unknown }>>> = {
  40097: () => update(({ change, goods }) => change({ new: { product_infos: goods.slice(0, 1) } })),
  47001: () =>
    update(({ change, goods }) => change({ old: { product_infos: goods.map((g) => ({ ...g, product_cnt: '1' })) } })),
  48001: async () => (await wechatCaller(training.baseUrl, 'living')).call(UPDATE, (await sentOrder()).change()),
  606041: async () => {
    const { change, drawn } = await sentOrder();
    for (const [nth, waybill_id] of drawn.slice(0, 3).entries()) {
      const old = nth === 0 ? {} : { delivery_id: 'SF', waybill_id: drawn[nth - 1] };
      expect((await caller.call(UPDATE, change({ old, new: { waybill_id } }))).errcode).toBe(0);
    }
    const last = { delivery_id: 'SF', waybill_id: drawn[2] };
    return caller.call(UPDATE, change({ old: last, new: { waybill_id: drawn[3] } }));
  },
  606058: () => update(({ change }) => change({ old: { waybill_id: '78000000000099' } })),
  606059: () => update(({ change }) => change({ new: { waybill_id: 'SF3125619415852' } })),
};

describe('the codes of supplier/delivery/update', () => {
  const codes = Object.keys(DROPSHIP_CODES).map(Number);

  it('are the six of the document, all explained by the app', () => {
    expect(codes).toHaveLength(6);
    for (const code of codes) expect(lookup('wechat-dropship', String(code)), `code ${code}`).not.toBeNull();
  });

  it.each(codes)('%i comes from the rule it belongs to', async (code) => {
    expect((await BY_RULE[code]?.())?.errcode).toBe(code);
  });

  it.each(codes)('%i comes from the switch on the next call for an order, and nothing is applied', async (code) => {
    const { order, change } = await sentOrder();
    await training.desk.setFault({ scope: order.orderId, calls: ['correct'], mode: 'answer', code });
    const answer = await caller.call(UPDATE, change());
    expect(answer.errcode).toBe(code);
    expect(answer.errmsg).toContain(DROPSHIP_CODES[code]);
    expect((await training.desk.summary(order.orderId)).applied.correct).toBe(0);
    expect((await caller.call(UPDATE, change())).errcode).toBe(0);
  });

  it('are all reachable by rule', () => {
    const byRule = codes.filter((code) => code in BY_RULE);
    process.stdout.write(`wechat-dropship: ${codes.length} of 6 codes, by rule ${byRule.length}\n`);
    expect(byRule).toEqual(codes);
  });
});

describe('a change of waybill', () => {
  it('keeps the goods and shows the new number alone', async () => {
    const { order, change, drawn } = await sentOrder();
    expect((await caller.call(UPDATE, change())).errcode).toBe(0);
    expect(await caller.call(`${ROOT}/get`, { ds_order_id: order.orderId })).toMatchObject({
      dropship_order: {
        dropship_order_detail: {
          delivery_info: { delivery_product_info: [{ delivery_id: 'SF', waybill_id: drawn[0] }] },
        },
      },
    });
    expect((await caller.call(UPDATE, change())).errcode).toBe(606058);
  });

  it('that was refused costs no try', async () => {
    const { change, drawn } = await sentOrder();
    for (let nth = 0; nth < 5; nth += 1)
      expect((await caller.call(UPDATE, change({ new: { waybill_id: 'SF3125619415852' } }))).errcode).toBe(606059);
    expect((await caller.call(UPDATE, change({ new: { waybill_id: drawn[5] } }))).errcode).toBe(0);
  });

  it.each([
    [
      'an order number as a number',
      ({ change }: Sent) => JSON.stringify(change()).replace(/"ds_order_id":"(\d+)"/, '"ds_order_id":$1'),
      47001,
    ],
    ['no changes', ({ change }: Sent) => ({ ...change(), change_infos: [] }), 40097],
    [
      'no new side',
      ({ change }: Sent) => ({ ...change(), change_infos: [{ old: change().change_infos[0]?.old }] }),
      40097,
    ],
    [
      'other goods on both sides',
      ({ change, goods }: Sent) =>
        change({ old: { product_infos: goods.slice(0, 1) }, new: { product_infos: goods.slice(0, 1) } }),
      40097,
    ],
    [
      'the number of another order',
      ({ change }: Sent) => ({ ...change(), ds_order_id: '4400000000000000001' }),
      100002,
    ],
  ])('is refused with %s', async (_name, make, code) => {
    expect((await update(make)).errcode).toBe(code);
  });
});

describe('orders', () => {
  it('are listed by key and by offset, oldest first, at most a hundred a page', async () => {
    const endS = Math.floor(Date.now() / 1000) + 60;
    const range = { update_time_range: { start_time: endS - 7 * 86_400, end_time: endS } };
    const list = (page_info: object, filter: object = range) => caller.call(`${ROOT}/list`, { ...filter, page_info });
    const all = (await list({ limit: 100 }))['ds_order_id_list'] as string[];
    expect(all.length).toBeGreaterThanOrEqual(30);
    const first = await list({ limit: 10, next_key: '' });
    expect(first).toMatchObject({ has_more: true, total: all.length, ds_order_id_list: all.slice(0, 10) });
    const key = (first['next_page'] as { next_key: string }).next_key;
    expect(await list({ limit: 10, next_key: key })).toMatchObject({ ds_order_id_list: all.slice(10, 20) });
    expect(await list({ limit: 10, offset: 10 })).toMatchObject({
      ds_order_id_list: all.slice(10, 20),
      next_page: { offset: 20, limit: 10 },
    });
    const other = { update_time_range: { start_time: endS - 86_400, end_time: endS } };
    expect((await list({ limit: 10, next_key: key }, other)).errcode).toBe(606006);
    expect((await list({ limit: 101 })).errcode).toBe(40097);
    expect((await list({ limit: 10 }, {})).errcode).toBe(40097);
    const long = { create_time_range: { start_time: endS - 8 * 86_400, end_time: endS } };
    expect((await list({ limit: 10 }, long)).errcode).toBe(40097);
  });

  it('are searched by at least one condition, a waybill alone', async () => {
    const { order } = await sentOrder();
    const search = (search_condition: object) =>
      caller.call(`${ROOT}/search`, { search_condition, page_info: { offset: 0, limit: 100 } });
    expect((await search({})).errcode).toBe(40097);
    expect((await search({ waybill_id: OLD.waybill_id, status: 300 })).errcode).toBe(40097);
    expect((await search({ waybill_id: OLD.waybill_id }))['ds_order_id_list']).toContain(order.orderId);
    expect((await search({ order_id: partnerOf(order.orderId).orderId }))['ds_order_id_list']).toEqual([order.orderId]);
    const [item] = order.items;
    expect((await search({ product_code: item?.barcode }))['ds_order_id_list']).toContain(order.orderId);
    expect((await search({ spu_name: item?.title.slice(0, 4) }))['ds_order_id_list']).toContain(order.orderId);
    expect((await search({ status: 20 }))['ds_order_id_list']).toEqual([]);
  });

  it('show the one published status, text for ids, and a card where the order is a present', async () => {
    const order = await newOrder();
    const answer = await caller.call(`${ROOT}/get`, { ds_order_id: order.orderId });
    expect(answer['dropship_order']).toMatchObject({
      ds_order_id: order.orderId,
      order_id: partnerOf(order.orderId).orderId,
      status: 300,
      dropship_order_detail: { product_infos: [{ product_id: expect.stringMatching(/^\d{14}$/) }] },
    });
    const views = (await training.desk.orders('gift')).filter(({ appId }) => appId.endsWith('4'));
    const texts = await Promise.all(views.map(({ orderId }) => caller.call(`${ROOT}/get`, { ds_order_id: orderId })));
    expect(texts.length).toBeGreaterThan(0);
    for (const text of texts) expect(text.errcode).toBe(0);
  });
});

it('a supplier’s token opens nothing of a shop’s', async () => {
  expect((await caller.call('/channels/ec/order/get', { order_id: '1' })).errcode).toBe(48001);
  expect((await caller.call('/product/delivery/get_company_list', '{}')).errcode).toBe(48001);
  expect((await caller.call('/channels/ec/order/deliverycompanylist/new/get', { ewaybill_only: true })).errcode).toBe(
    0,
  );
});
