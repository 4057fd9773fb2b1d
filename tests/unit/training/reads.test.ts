import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PRACTICE_CARRIERS } from '../../../electron/training/practice/carriers.ts';
import { RECEIVER_CANARIES } from '../../../electron/training/practice/receiver.ts';
import { startTraining, type Training } from '../../support/training.ts';
import { channelsCaller } from './channels-caller.ts';

let training: Training;
let caller: Awaited<ReturnType<typeof channelsCaller>>;
const nowS = (): number => Math.floor(Date.now() / 1000);
const lastWeek = () => ({ start_time: nowS() - 7 * 86_400 + 60, end_time: nowS() + 60 });
beforeAll(async () => {
  training = await startTraining({ orders: 200 });
  caller = await channelsCaller(training.baseUrl, 'living');
});
afterAll(() => training.stop());

describe('the carrier list', () => {
  it('names at least twenty real couriers with the codes of the Channels list', async () => {
    const answer = await caller.call('carriers', { ewaybill_only: false });
    const list = answer['company_list'] as { delivery_id: string; delivery_name: string }[];
    expect(list.length).toBeGreaterThanOrEqual(20);
    const codes = list.map((carrier) => carrier.delivery_id);
    expect(codes).toEqual(
      expect.arrayContaining(['SF', 'ZTO', 'YTO', 'STO', 'YUNDA', 'JTSD', 'JD', 'EMS', 'DBKD', 'CNSD']),
    );
    expect(codes).not.toContain('YD');
    expect(codes).not.toContain('OTHER');
  });

  it('needs its one field, as a truth value', async () => {
    expect((await caller.call('carriers', {})).errcode).toBe(40097);
    expect((await caller.call('carriers', { ewaybill_only: 'false' })).errcode).toBe(47001);
    const some = (await caller.call('carriers', { ewaybill_only: true }))['company_list'] as unknown[];
    expect(some.length).toBeLessThan(PRACTICE_CARRIERS.length);
  });
});

describe('the order list', () => {
  const allPages = async (filter: Record<string, unknown>): Promise<string[]> => {
    const ids: string[] = [];
    for (let nextKey = ''; ; ) {
      const answer = await caller.call('list', { ...filter, next_key: nextKey });
      expect(answer.errcode).toBe(0);
      ids.push(...(answer['order_id_list'] as string[]));
      if (answer['has_more'] !== true) return ids;
      nextKey = String(answer['next_key']);
    }
  };

  it('brings every order of the shop once over all pages, ids as 19-digit text', async () => {
    const own = (await training.desk.orders()).filter((order) => order.appId.endsWith('1'));
    const ids = await allPages({ update_time_range: lastWeek(), page_size: 7 });
    expect(ids.toSorted()).toEqual(own.map((order) => order.orderId).toSorted());
    expect(ids.every((id) => /^37\d{17}$/.test(id))).toBe(true);
    expect(own.length).toBeGreaterThan(100);
  });

  it('filters by status', async () => {
    const unshipped = (await training.desk.orders()).filter(
      (order) => order.appId.endsWith('1') && order.status === 'to-ship',
    );
    const ids = await allPages({ create_time_range: lastWeek(), page_size: 100, status: 20 });
    expect(ids.toSorted()).toEqual(unshipped.map((order) => order.orderId).toSorted());
  });

  it('refuses a key that was given for other parameters', async () => {
    const range = lastWeek();
    const first = await caller.call('list', { update_time_range: range, page_size: 5 });
    const key = first['next_key'];
    expect((await caller.call('list', { update_time_range: range, page_size: 6, next_key: key })).errcode).toBe(606006);
    expect((await caller.call('list', { update_time_range: range, page_size: 5, next_key: 'made-up' })).errcode).toBe(
      606006,
    );
    expect((await caller.call('list', { update_time_range: range, page_size: 5, next_key: key })).errcode).toBe(0);
  });

  it.each([
    ['no range', { page_size: 10 }, 40097],
    [
      'a range of more than seven days',
      { page_size: 10, update_time_range: { start_time: 1_700_000_000, end_time: 1_700_604_801 } },
      40097,
    ],
    ['an end before the start', { page_size: 10, update_time_range: { start_time: 2, end_time: 1 } }, 40097],
    ['a page of more than a hundred', { page_size: 101, update_time_range: { start_time: 1, end_time: 2 } }, 40097],
    ['no page size', { update_time_range: { start_time: 1, end_time: 2 } }, 40097],
    ['a page size as text', { page_size: '10', update_time_range: { start_time: 1, end_time: 2 } }, 47001],
    ['a time as text', { page_size: 10, update_time_range: { start_time: '1', end_time: 2 } }, 47001],
  ])('refuses %s', async (_name, body, code) => {
    expect((await caller.call('list', body)).errcode).toBe(code);
  });

  it('allows exactly seven days', async () => {
    const body = { page_size: 10, update_time_range: { start_time: 1_700_000_000, end_time: 1_700_604_800 } };
    expect(await caller.call('list', body)).toMatchObject({ errcode: 0, order_id_list: [], has_more: false });
  });
});

describe('order detail', () => {
  const firstOf = async (kind: string) => {
    const order = (await training.desk.orders(kind)).find((one) => one.appId.endsWith('1'));
    if (order === undefined) throw new Error(`no ${kind} order`);
    const answer = await caller.call('get', { order_id: order.orderId });
    return { order, detail: answer['order'] as Record<string, unknown> };
  };

  it('finds an order by its number as text and as a bare number, all 19 digits exact', async () => {
    const { order } = await firstOf('single');
    const byText = await caller.call('get', { order_id: order.orderId });
    const byNumber = await caller.call('get', `{"order_id": ${order.orderId}}`);
    const rounded = await caller.call('get', `{"order_id": ${String(BigInt(Number(order.orderId)))}}`);
    expect(byText['order']).toMatchObject({ order_id: order.orderId });
    expect(byNumber['order']).toEqual(byText['order']);
    expect(rounded.errcode).toBe(100002);
  });

  it('shows goods with numbers, barcode, picture, variant and deadline', async () => {
    const { order, detail } = await firstOf('several');
    const infos = (detail['order_detail'] as Record<string, unknown>)['product_infos'] as Record<string, unknown>[];
    expect(infos).toHaveLength(order.items.length);
    const [info] = infos;
    expect(info).toMatchObject({
      product_id: expect.stringMatching(/^\d{14}$/),
      sku_id: expect.stringMatching(/^\d{10}$/),
      sku_code: expect.stringMatching(/^69\d{11}$/),
      sku_cnt: order.items[0]?.quantity,
      sku_attrs: [{ attr_key: expect.any(String), attr_value: expect.any(String) }],
      delivery_deadline: expect.any(Number),
    });
    const picture = await fetch(String(info?.['thumb_img']));
    expect(picture.headers.get('content-type')).toBe('image/svg+xml');
    expect(await picture.text()).toMatch(/^<svg .*<\/svg>$/);
  });

  it('fills the receiver with invented words that a test can look for', async () => {
    const { detail } = await firstOf('single');
    const text = JSON.stringify(detail);
    for (const canary of RECEIVER_CANARIES) expect(text).toContain(canary);
  });

  it('tells virtual goods, subsidy, after-sale, changes and earlier parcels', async () => {
    expect((await firstOf('virtual')).detail).toMatchObject({ order_detail: { delivery_info: { deliver_method: 1 } } });
    expect((await firstOf('after-sale')).detail).toMatchObject({ aftersale_detail: { on_aftersale_order_cnt: 1 } });
    expect((await firstOf('address-change')).detail).toMatchObject({
      order_detail: { delivery_info: { address_under_review: expect.any(Object) } },
    });
    expect((await firstOf('part-shipped')).detail).toMatchObject({
      status: 21,
      order_detail: { delivery_info: { delivery_product_info: [{ delivery_id: 'ZTO', deliver_type: 1 }] } },
    });
    expect((await firstOf('part-refunded')).detail).toMatchObject({
      order_detail: {
        product_infos: [{ finish_aftersale_sku_cnt: 0 }, { finish_aftersale_sku_cnt: expect.any(Number) }],
      },
    });
    const [phone] = await training.desk.orders('subsidy');
    const digital = await channelsCaller(training.baseUrl, 'digital');
    expect(await digital.call('get', { order_id: phone?.orderId })).toMatchObject({
      order: { order_detail: { product_infos: [{ national_subsidy_discounted_price: expect.any(Number) }] } },
    });
  });

  it('knows no order of another shop', async () => {
    const foreign = (await training.desk.orders()).find((order) => order.appId.endsWith('2'));
    expect((await caller.call('get', { order_id: foreign?.orderId })).errcode).toBe(100002);
  });

  it('refuses a missing number and one that is none', async () => {
    expect((await caller.call('get', {})).errcode).toBe(40097);
    expect((await caller.call('get', { order_id: 'abc' })).errcode).toBe(40097);
    expect((await caller.call('get', { order_id: 1.5 })).errcode).toBe(47001);
  });
});
