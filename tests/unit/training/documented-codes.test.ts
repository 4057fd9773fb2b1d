import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PracticeOrderView } from '../../../electron/training/admin/order-routes.ts';
import { DOCUMENTED_CODES } from '../../../electron/training/channels/codes.ts';
import type { Hold } from '../../../electron/training/book/order-change.ts';
import type { OrderKind } from '../../../electron/training/practice/practice-order.ts';
import { lookup } from '../../../shared/domain/platforms/catalogue.ts';
import { startTraining, type Training } from '../../support/training.ts';
import { channelsCaller, productInfos, sendBody, shopKeyOf } from './channels-caller.ts';

let training: Training;
beforeAll(async () => {
  training = await startTraining({ orders: 0 });
});
afterAll(() => training.stop());

const newOrder = async (kind: OrderKind = 'single'): Promise<PracticeOrderView> => {
  const [order] = await training.desk.addOrders({ count: 1, kind });
  if (order === undefined) throw new Error('no order');
  return order;
};

const send = async (order: PracticeOrderView, body: unknown) =>
  (await channelsCaller(training.baseUrl, shopKeyOf(order.appId))).call('send', body);

const sendKind = async (kind: OrderKind, over: (order: PracticeOrderView) => Record<string, unknown> = () => ({})) => {
  const order = await newOrder(kind);
  return send(order, sendBody(order, over(order)));
};

const withHold = async (hold: Hold) => {
  const order = await newOrder();
  await training.desk.changeOrder(order.orderId, { holds: [hold] });
  return send(order, sendBody(order));
};

const withShop = async (change: { noReturnAddress?: boolean; noPermission?: boolean }) => {
  const order = await newOrder();
  await training.desk.changeShop(order.appId, change);
  const answer = await send(order, sendBody(order));
  await training.desk.changeShop(order.appId, { noReturnAddress: false, noPermission: false });
  return answer;
};

const course = (wxa_appid: string) => ({ course_info: { course_path: { type: 0, wxa_appid, wxa_path: 'lesson/1' } } });
const sn = (sn_code: string, imei1 = '860000000000008') => ({ sn_info: { sn_code, imei1 } });
const noCourier = { deliver_type: 3, delivery_id: undefined, waybill_id: undefined };

/** How each code comes about by the platform's own rules. */
const BY_RULE: Readonly<Record<number, () => Promise<{ errcode: unknown }>>> = {
  40097: () => sendKind('single', () => ({ delivery_id: undefined })),
  47001: () =>
    sendKind('single', (order) => ({
      product_infos: productInfos(order).map((info) => ({ ...info, product_cnt: '1' })),
    })),
  48001: () => withShop({ noPermission: true }),
  100002: async () => {
    const order = await newOrder();
    return send(order, sendBody({ ...order, orderId: '3700000000000000001' }));
  },
  101100: () => sendKind('cancelled'),
  108009: () => sendKind('after-sale'),
  109000: () =>
    sendKind('single', (order) => ({
      product_infos: productInfos(order).map((info) => ({ ...info, product_cnt: 99 })),
    })),
  109001: async () => {
    const order = await newOrder();
    await send(order, sendBody(order));
    return send(order, sendBody(order));
  },
  109002: () => sendKind('single', () => ({ product_infos: [] })),
  109205: () => withHold('online-waybill'),
  606003: () => withShop({ noReturnAddress: true }),
  606004: () => sendKind('single', () => ({ delivery_id: 'YD' })),
  606005: () => sendKind('single', () => ({ waybill_id: '快递78' })),
  606008: () => sendKind('single', () => noCourier),
  606031: () =>
    sendKind('single', () => ({ product_infos: [{ product_id: '12345', sku_id: '678910', product_cnt: 1 }] })),
  606034: () => withHold('quality-check'),
  606036: async () => {
    const order = await newOrder('several');
    return send(order, sendBody(order, course('wx0000000practice9')));
  },
  606037: () => sendKind('virtual', () => ({ ...noCourier, ...course('wx0000000practice9') })),
  606038: () => sendKind('course', () => ({ ...noCourier, ...course('') })),
  606045: () => withHold('fresh-check'),
  606046: () => withHold('ewaybill-only'),
  606049: () => sendKind('risk'),
  606051: async () => {
    const [virtual] = await training.desk.addOrders({ count: 1, kind: 'virtual' });
    const skuId = virtual?.items[0]?.skuId ?? '';
    const [order] = await training.desk.addOrders({
      orders: [{ orderId: '3700000000000606051', items: [{ skuId, quantity: 2 }] }],
    });
    if (order === undefined) throw new Error('no order');
    return send(order, sendBody(order, { ...noCourier, product_infos: productInfos(order, 1) }));
  },
  606060: () => sendKind('subsidy'),
  606061: () =>
    sendKind('subsidy', () => ({ ...sn('XY800000000601'), delivery_id: 'STO', waybill_id: '777000000000001' })),
  6060479: () => sendKind('single', () => ({ delivery_id: 'SF', waybill_id: '78000000000001' })),
  10020115: () => sendKind('address-change'),
  10020276: () => sendKind('sku-change'),
  268545004: () => sendKind('single', () => sn('XY800000000604')),
  268545006: async () => {
    const [phone] = await training.desk.addOrders({ count: 1, kind: 'subsidy' });
    const [order] = await training.desk.addOrders({
      orders: [
        { orderId: '3700000000000545006', shop: 'digital', items: [{ skuId: phone?.items[0]?.skuId ?? '' }, {}] },
      ],
    });
    if (order === undefined) throw new Error('no order');
    return send(order, sendBody(order, sn('XY800000000606')));
  },
  268545011: async () => {
    const first = await newOrder('subsidy');
    await send(first, sendBody(first, sn('XY800000000611')));
    return sendKind('subsidy', () => sn('XY800000000611'));
  },
  268545012: () => sendKind('subsidy', () => sn('XY800000000612', '12345')),
};

describe('the documented result codes of senddelivery', () => {
  const codes = Object.keys(DOCUMENTED_CODES).map(Number);

  it('are the 46 codes of the document', () => {
    expect(codes).toHaveLength(46);
  });

  it('are all explained by the app', () => {
    for (const code of codes) expect(lookup('wechat-channels', String(code)), `code ${code}`).toBeDefined();
  });

  it.each(Object.keys(BY_RULE).map(Number))('%i comes from the rule it belongs to', async (code) => {
    const before = (await training.desk.summary()).applied.send;
    const answer = await BY_RULE[code]?.();
    expect(answer?.errcode).toBe(code);
    const appliedBySetup = code === 109001 || code === 268545011 ? 1 : 0;
    expect((await training.desk.summary()).applied.send - before).toBe(appliedBySetup);
  });

  it.each(codes)('%i comes from the switch on the next call for an order, and nothing is applied', async (code) => {
    const order = await newOrder();
    await training.desk.setFault({ scope: order.orderId, mode: 'answer', code });
    const answer = await send(order, sendBody(order));
    expect(answer.errcode).toBe(code);
    expect(answer.errmsg).toContain(DOCUMENTED_CODES[code]);
    expect(answer.errmsg).toMatch(/ rid: [0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$/);
    expect(await training.desk.applied(order.orderId)).toEqual([]);
    expect((await send(order, sendBody(order))).errcode).toBe(0);
  });

  it('are all reachable, most of them by rule', () => {
    const byRule = codes.filter((code) => code in BY_RULE);
    expect(Object.keys(BY_RULE).every((code) => codes.includes(Number(code)))).toBe(true);
    process.stdout.write(`documented codes: ${codes.length}, by rule ${byRule.length}, by switch ${codes.length}\n`);
    expect(byRule.length).toBeGreaterThanOrEqual(32);
  });
});
