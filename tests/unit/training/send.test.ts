import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PracticeOrderView } from '../../../electron/training/admin/order-routes.ts';
import type { OrderKind } from '../../../electron/training/practice/practice-order.ts';
import { startTraining, type Training } from '../../support/training.ts';
import { channelsCaller, productInfos, sendBody, shopKeyOf } from './channels-caller.ts';

let training: Training;
let aheadMs = 0;
beforeAll(async () => {
  training = await startTraining({ orders: 0, now: () => Date.now() + aheadMs });
});
afterAll(() => training.stop());

const newOrder = async (kind: OrderKind = 'single', desk = training.desk): Promise<PracticeOrderView> => {
  const [order] = await desk.addOrders({ count: 1, kind });
  if (order === undefined) throw new Error('no order');
  return order;
};
const callFor = async (order: PracticeOrderView, at = training) => {
  const caller = await channelsCaller(at.baseUrl, shopKeyOf(order.appId));
  return {
    send: async (body: unknown) => (await caller.call('send', body)).errcode,
    detail: async () => (await caller.call('get', { order_id: order.orderId }))['order'] as Record<string, unknown>,
  };
};

describe('a shipment that is taken', () => {
  it('moves the order from 20 over 21 to 30 and shows every parcel', async () => {
    const order = await newOrder('split');
    const { send, detail } = await callFor(order);
    const before = await detail();
    expect(before['status']).toBe(20);
    aheadMs += 2_000;
    expect(await send(sendBody(order, { product_infos: productInfos(order, 1) }))).toBe(0);
    expect((await detail())['status']).toBe(21);
    const [rest] = (await training.desk.orders('split')).filter((one) => one.orderId === order.orderId);
    if (rest === undefined) throw new Error('no order');
    expect(await send(sendBody(rest, { delivery_id: 'SF', waybill_id: 'SF1234567890123' }))).toBe(0);
    const after = await detail();
    expect(after).toMatchObject({
      status: 30,
      order_detail: {
        delivery_info: {
          delivery_product_info: [
            { waybill_id: '78000000000001', delivery_id: 'ZTO', delivery_name: '中通快递', deliver_type: 1 },
            { waybill_id: 'SF1234567890123', delivery_id: 'SF' },
          ],
          ship_done_time: expect.any(Number),
        },
      },
    });
    expect(Number(after['update_time'])).toBeGreaterThan(Number(before['update_time']));
  });

  it('answers exactly errcode 0 as a number and errmsg ok', async () => {
    const order = await newOrder();
    const { token } = await channelsCaller(training.baseUrl, shopKeyOf(order.appId));
    const response = await fetch(`${training.baseUrl}/channels/ec/order/delivery/send?access_token=${token}`, {
      method: 'POST',
      body: JSON.stringify(sendBody(order)),
    });
    expect(await response.text()).toBe('{"errcode":0,"errmsg":"ok"}');
  });

  it('takes several packages in one call, all of them or none', async () => {
    const order = await newOrder('several');
    const { send } = await callFor(order);
    const [first, ...others] = productInfos(order);
    const parcel = (waybill_id: string, product_infos: unknown) => ({
      delivery_id: 'ZTO',
      waybill_id,
      deliver_type: 1,
      product_infos,
    });
    const good = parcel('78000000000002', [first]);
    const spoilt = { order_id: order.orderId, delivery_list: [good, parcel('not ok', others)] };
    expect(await send(spoilt)).toBe(606005);
    expect(await training.desk.applied(order.orderId)).toEqual([]);
    expect(await send({ ...spoilt, delivery_list: [good, parcel('78000000000003', others)] })).toBe(0);
    const applied = await training.desk.applied(order.orderId);
    expect(applied.map((entry) => entry.waybill)).toEqual(['78000000000002', '78000000000003']);
    expect(new Set(applied.map((entry) => entry.request)).size).toBe(1);
  });

  it('takes a carrier that is not on the list as OTHER, with any parcel number', async () => {
    const order = await newOrder();
    expect(await (await callFor(order)).send(sendBody(order, { delivery_id: 'OTHER', waybill_id: 'AB-1234567' }))).toBe(
      0,
    );
  });

  it('takes virtual goods without courier and a course with its link', async () => {
    const noCourier = { deliver_type: 3, delivery_id: undefined, waybill_id: undefined };
    const virtual = await newOrder('virtual');
    expect(await (await callFor(virtual)).send(sendBody(virtual, noCourier))).toBe(0);
    const course = await newOrder('course');
    const course_info = { start_time: 1675180800, course_path: { type: 0, wxa_appid: 'wxabcdes', wxa_path: 'path' } };
    expect(await (await callFor(course)).send(sendBody(course, { ...noCourier, course_info }))).toBe(0);
    expect(await training.desk.applied(course.orderId)).toMatchObject([{ deliverType: 3, waybill: '', carrier: '' }]);
  });

  it('takes a subsidised device with its serial number, and locks the number', async () => {
    const order = await newOrder('subsidy');
    const { serialNumber = '', imei1 = '' } = order.items[0]?.serial ?? {};
    expect(await (await callFor(order)).send(sendBody(order, { sn_info: { sn_code: serialNumber, imei1 } }))).toBe(0);
    expect(await training.desk.applied(order.orderId)).toMatchObject([{ serialNumber }]);
  });

  it('takes the order number as a bare 19-digit number', async () => {
    const order = await newOrder();
    const body = JSON.stringify(sendBody(order)).replace(`"${order.orderId}"`, order.orderId);
    expect(await (await callFor(order)).send(body)).toBe(0);
    const [request] = await training.desk.ledger(`kind=request&orderId=${order.orderId}`);
    expect(request).toMatchObject({ body, orderId: order.orderId, call: 'send' });
  });

  it('needs nothing for goods whose after-sale case is finished', async () => {
    const order = await newOrder('part-refunded');
    const { send } = await callFor(order);
    expect(
      await send(
        sendBody(order, {
          product_infos: order.items.map((item) => ({
            product_id: item.productId,
            sku_id: item.skuId,
            product_cnt: item.quantity,
          })),
        }),
      ),
    ).toBe(109000);
    expect(await send(sendBody(order))).toBe(0);
    expect((await training.desk.orders('part-refunded')).at(-1)?.status).toBe('shipped');
  });
});

describe('a shipment sent again', () => {
  it('is refused as a whole order, and applied again as part of one: nothing is deduplicated', async () => {
    const whole = await newOrder();
    const wholeCalls = await callFor(whole);
    expect([await wholeCalls.send(sendBody(whole)), await wholeCalls.send(sendBody(whole))]).toEqual([0, 109001]);
    const split = await newOrder('split');
    const part = sendBody(split, { product_infos: productInfos(split, 1) });
    const splitCalls = await callFor(split);
    expect([await splitCalls.send(part), await splitCalls.send(part)]).toEqual([0, 0]);
    expect(await training.desk.summary(whole.orderId)).toMatchObject({ applied: { send: 1 }, doubled: [] });
    expect(await training.desk.summary(split.orderId)).toMatchObject({
      applied: { send: 2 },
      doubled: [{ orderId: split.orderId, waybill: '78000000000001', times: 2 }],
    });
  });

  it('is taken again whole by the worst platform there can be', async () => {
    const worst = await startTraining({ orders: 0, takesRepeats: true });
    const order = await newOrder('single', worst.desk);
    const { send } = await callFor(order, worst);
    expect([await send(sendBody(order)), await send(sendBody(order))]).toEqual([0, 0]);
    expect((await worst.desk.summary()).doubled).toMatchObject([{ times: 2 }]);
    await worst.stop();
  });

  it('meets what another clerk has shipped meanwhile', async () => {
    const order = await newOrder();
    await training.desk.changeOrder(order.orderId, { shipElsewhere: { carrier: 'YTO', waybill: 'YT0000000000001' } });
    const { send, detail } = await callFor(order);
    expect(await send(sendBody(order))).toBe(109001);
    expect(await detail()).toMatchObject({
      status: 30,
      order_detail: { delivery_info: { delivery_product_info: [{ waybill_id: 'YT0000000000001' }] } },
    });
    expect(await training.desk.summary(order.orderId)).toMatchObject({ applied: { send: 0, elsewhere: 1 } });
  });
});

describe('the types of a shipment', () => {
  const first = (over: Record<string, unknown>) => (order: PracticeOrderView) => sendBody(order, over);
  it.each([
    ['a number as waybill', first({ waybill_id: 78000000000001 }), 47001],
    ['text as deliver_type', first({ deliver_type: '1' }), 47001],
    [
      'a number as product_id',
      (order: PracticeOrderView) =>
        sendBody(order, {
          product_infos: productInfos(order).map((info) => ({ ...info, product_id: Number(info.product_id) })),
        }),
      47001,
    ],
    [
      'half a piece',
      (order: PracticeOrderView) =>
        sendBody(order, { product_infos: productInfos(order).map((info) => ({ ...info, product_cnt: 0.5 })) }),
      47001,
    ],
    [
      'no pieces at all',
      (order: PracticeOrderView) =>
        sendBody(order, { product_infos: productInfos(order).map((info) => ({ ...info, product_cnt: 0 })) }),
      109000,
    ],
    ['a missing deliver_type', first({ deliver_type: undefined }), 40097],
    ['a missing waybill', first({ waybill_id: undefined }), 40097],
    ['missing goods', first({ product_infos: undefined }), 109002],
    ['a deliver_type that does not exist', first({ deliver_type: 2 }), 606008],
    ['an empty delivery_list', (order: PracticeOrderView) => ({ order_id: order.orderId, delivery_list: [] }), 40097],
    ['no delivery_list', (order: PracticeOrderView) => ({ order_id: order.orderId }), 40097],
    ['a list instead of an object', () => [], 47001],
    ['a serial number without its code', first({ sn_info: {} }), 40097],
    ['a course without its path', first({ course_info: {} }), 40097],
  ])('refuse %s', async (_name, body, code) => {
    const order = await newOrder();
    expect(await (await callFor(order)).send(body(order))).toBe(code);
    expect(await training.desk.applied(order.orderId)).toEqual([]);
  });
});
