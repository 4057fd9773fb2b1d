import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PracticeOrderView } from '../../../electron/training/admin/order-routes.ts';
import { startTraining, type Training } from '../../support/training.ts';
import { channelsCaller, productInfos, sendBody } from './channels-caller.ts';

let training: Training;
let caller: Awaited<ReturnType<typeof channelsCaller>>;
beforeAll(async () => {
  training = await startTraining({ orders: 0 });
  caller = await channelsCaller(training.baseUrl, 'living');
});
afterAll(() => training.stop());

const newOrder = async (kind: 'single' | 'split'): Promise<PracticeOrderView> => {
  const [order] = await training.desk.addOrders({ count: 1, kind, shop: 'living' });
  if (order === undefined) throw new Error('no order');
  return order;
};
const shipped = async (): Promise<PracticeOrderView> => {
  const order = await newOrder('single');
  expect((await caller.call('send', sendBody(order))).errcode).toBe(0);
  return order;
};
const whole = (order: PracticeOrderView, over: Record<string, unknown> = {}) => ({
  order_id: order.orderId,
  delivery_list: [
    { delivery_id: 'YTO', waybill_id: 'YT0000000000009', deliver_type: 1, product_infos: productInfos(order), ...over },
  ],
});
const update = async (body: unknown) => (await caller.call('update', body)).errcode;
const waybills = async (order: PracticeOrderView): Promise<string[]> => {
  const found = (await training.desk.orders()).find((one) => one.orderId === order.orderId);
  return (found?.parcels ?? []).map((parcel) => parcel.waybill);
};

describe('a waybill correction', () => {
  it('replaces the number of an order that left as one package', async () => {
    const order = await shipped();
    expect(await update(whole(order))).toBe(0);
    expect(await waybills(order)).toEqual(['YT0000000000009']);
    expect((await training.desk.applied(order.orderId)).at(-1)).toMatchObject({
      what: 'correct',
      from: { carrier: 'ZTO', waybill: '78000000000001' },
      carrier: 'YTO',
      waybill: 'YT0000000000009',
    });
  });

  it('is taken three times and refused the fourth', async () => {
    const order = await shipped();
    const codes = [];
    for (const last of [1, 2, 3, 4]) codes.push(await update(whole(order, { waybill_id: `YT000000000000${last}` })));
    expect(codes).toEqual([0, 0, 0, 606041]);
    expect(await waybills(order)).toEqual(['YT0000000000003']);
  });

  it('names old and new number where the order left in several packages', async () => {
    const order = await newOrder('split');
    const goods = productInfos(order, 1);
    for (const waybill_id of ['78000000000001', '78000000000002'])
      await caller.call('send', sendBody(order, { waybill_id, product_infos: goods }));
    const old = { delivery_id: 'ZTO', waybill_id: '78000000000002', product_infos: goods };
    const change = { old, new: { ...old, delivery_id: 'SF', waybill_id: 'SF0000000000001' } };
    expect(await update(whole(order))).toBe(606040);
    expect(await update({ order_id: order.orderId, change_infos: [change] })).toBe(0);
    expect(await waybills(order)).toEqual(['78000000000001', 'SF0000000000001']);
    expect(await update({ order_id: order.orderId, change_infos: [change] })).toBe(606058);
  });

  it.each([
    ['other goods', { product_infos: [{ product_id: '1', sku_id: '2', product_cnt: 1 }] }, 606042],
    ['a carrier that is not listed', { delivery_id: 'YD' }, 606004],
    ['a number that is none', { waybill_id: '快递' }, 606005],
    ["a number of another carrier's shape", { delivery_id: 'SF' }, 6060479],
    ['another way of delivery', { deliver_type: 3 }, 606008],
    ['a missing number', { waybill_id: undefined }, 40097],
  ])('is refused with %s, and costs no try', async (_name, over, code) => {
    const order = await shipped();
    expect(await update(whole(order, over))).toBe(code);
    expect(await training.desk.summary(order.orderId)).toMatchObject({ applied: { correct: 0 } });
  });

  it('needs an order that has left, and one form of the two', async () => {
    const order = await newOrder('single');
    expect(await update(whole(order))).toBe(101100);
    expect(await update({ ...whole(order), order_id: '3700000000000000009' })).toBe(100002);
    const gone = await shipped();
    expect(await update({ order_id: gone.orderId })).toBe(40097);
    expect(await update({ ...whole(gone), change_infos: [] })).toBe(40097);
  });
});
