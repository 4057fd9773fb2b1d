import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PracticeOrderView } from '../../../electron/training/admin/order-routes.ts';
import type { OrderKind } from '../../../electron/training/practice/practice-order.ts';
import type { VvChange, VvView } from '../../../electron/training/vv-tool/vv-desk.ts';
import { DOCUMENTED_CODES, DOCUMENTED_TEXTS } from '../platforms/vv-tool/documented.ts';
import { startTraining, type Training } from '../../support/training.ts';
import { tokenFields, vvCaller, vvPost, VV_PATHS } from './vv-tool-caller.ts';

let training: Training;
let caller: Awaited<ReturnType<typeof vvCaller>>;
beforeAll(async () => {
  training = await startTraining({ orders: 0 });
  await change({ ratePerSecond: 100_000 });
  caller = await vvCaller(training.baseUrl);
});
beforeEach(async () => {
  await training.desk.clearFaults();
});
afterAll(() => training.stop());

const admin = async (method: 'GET' | 'POST', path: string, body?: unknown): Promise<VvView> => {
  const response = await fetch(`${training.adminUrl}/__training/vv-tool${path}`, {
    method,
    headers: { 'x-training': '1', connection: 'close' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return (await response.json()) as VvView;
};
const change = (what: VvChange) => admin('POST', '/change', what);

const trade = async (kind: OrderKind = 'single'): Promise<PracticeOrderView> => {
  const [order] = await training.desk.addOrders({ count: 1, kind, shop: 'taobao' });
  if (order === undefined) throw new Error('no trade');
  return order;
};
const waybill = (order: PracticeOrderView): string => `780${order.orderId.slice(-11)}`;
const sendFields = (order: PracticeOrderView, over: Record<string, string> = {}): Record<string, string> => ({
  tid: order.orderId,
  out_sid: waybill(order),
  company_code: 'ZTO',
  ...over,
});
const send = async (kind: OrderKind = 'single', over: Record<string, string> = {}) => {
  const order = await trade(kind);
  return caller.call('send', sendFields(order, over));
};
const child = (order: PracticeOrderView, index: number): string => String(BigInt(order.orderId) + BigInt(index + 1));

/** How each text of 614 comes about by the platform's own rules. */
const BY_RULE: Readonly<Record<string, () => Promise<{ readonly msg: string }>>> = {
  物流订单不存在: () => send('single', { tid: '530000000000000001' }),
  没有权限进行发货: () => send('unpaid'),
  订单状态不对: async () => {
    const order = await trade();
    await training.desk.changeOrder(order.orderId, { status: 'done' });
    return caller.call('send', sendFields(order));
  },
  没有选择物流公司: () => send('single', { company_code: '' }),
  运单号为空: () => send('single', { out_sid: '' }),
  运单号不符合规则或已经被使用: () => send('single', { company_code: 'SF' }),
  '参数无效,格式不对、非法值、越界等': () => send('single', { tid: 'abc' }),
  参数为空: () => send('single', { tid: '' }),
  地址库不存在或该地址库不属于当前用户: () => send('single', { cancel_id: '999' }),
  已生成发货单: async () => {
    const order = await trade();
    await caller.call('send', sendFields(order));
    return caller.call('send', sendFields(order));
  },
  物流公司名称过长: () => send('single', { company_code: '长'.repeat(21) }),
  该物流公司不支持自己联系: () => send('single', { company_code: 'QFKD' }),
  '该交易状态不正确,不能发货': () => send('risk'),
  '您填写的运单号已被使用,不允许用此物流运单号发货': async () => {
    const first = await trade();
    await caller.call('send', sendFields(first));
    return send('single', { out_sid: waybill(first) });
  },
  '拆单标记 和子订单列表两者必须都填或者都不填': async () => {
    const order = await trade('several');
    return caller.call('send', sendFields(order, { sub_tid: child(order, 0) }));
  },
  子订单交易号为空: () => send('several', { is_split: '1' }),
  '订单已拆单,请走拆单逻辑': async () => {
    const order = await trade('several');
    await caller.call('send', sendFields(order, { is_split: '1', sub_tid: child(order, 0) }));
    return caller.call('send', sendFields(order, { out_sid: '78099999999991' }));
  },
  '订单已经被拆单,isSplit 必须是 1': async () => {
    const order = await trade('several');
    await caller.call('send', sendFields(order, { is_split: '1', sub_tid: child(order, 0) }));
    return caller.call('send', sendFields(order, { sub_tid: child(order, 1) }));
  },
  子订单号没有精确匹配: () => send('several', { is_split: '1', sub_tid: '530000000000000009' }),
  拆单校验未通过: async () => {
    const order = await trade('part-refunded');
    return caller.call('send', sendFields(order, { is_split: '1', sub_tid: child(order, 1) }));
  },
  '发货类型不匹配。如虚拟商品订单、家装类订单(仅能通过卖家后台页面发货),如使用该接口发货,会出现这个报错。': () =>
    send('virtual'),
  'feature 参数格式不对。': () => send('single', { feature: 'identCode:1=a' }),
  '非法的 nick,无权查询': async () => {
    const [other] = await training.desk.addOrders({ count: 1, kind: 'single', shop: 'living' });
    return send('single', { tid: other?.orderId ?? '' });
  },
  物流公司不存在或被禁用: () => send('single', { company_code: 'other' }),
  发货使用物流公司不支持: () => send('single', { company_code: 'TTKDEX' }),
  '物流订单状态不为新建状态,无需发货处理': async () => {
    const order = await trade();
    await training.desk.changeOrder(order.orderId, { shipElsewhere: { carrier: 'ZTO', waybill: '78000000000001' } });
    return caller.call('send', sendFields(order));
  },
  '物流的订单状态为关闭状态,无需发货': () => send('cancelled'),
};

describe('the texts of 614', () => {
  const texts = [...new Set(DOCUMENTED_TEXTS)];

  it.each(Object.keys(BY_RULE))('%s comes from the rule it belongs to, and nothing is applied', async (text) => {
    const before = (await training.desk.summary()).applied.send;
    const answer = await BY_RULE[text]?.();
    expect(answer).toMatchObject({ code: 614, msg: text });
    const appliedBySetup = /^(?:已生成|您填写|订单已拆单,请|订单已经被拆单)/.test(text) ? 1 : 0;
    expect((await training.desk.summary()).applied.send - before).toBe(appliedBySetup);
  });

  it('all come from the switch on the next call for a trade, and nothing is applied', async () => {
    for (const text of texts) {
      const order = await trade();
      await training.desk.setFault({ scope: order.orderId, mode: 'answer', code: 614, message: text });
      expect(await caller.call('send', sendFields(order)), text).toMatchObject({ code: 614, msg: text });
      expect(await training.desk.applied(order.orderId)).toEqual([]);
    }
    const byRule = texts.filter((text) => text in BY_RULE);
    expect(Object.keys(BY_RULE)).toHaveLength(byRule.length);
    process.stdout.write(`vv-tool texts: ${texts.length}, by rule ${byRule.length}, by switch ${texts.length}\n`);
    expect(byRule.length).toBeGreaterThanOrEqual(27);
  });
});

describe('the codes', () => {
  it('0: a shipment is answered in the form of the document’s sample, and costs a point', async () => {
    const before = await admin('GET', '');
    const answer = await send();
    expect(answer).toMatchObject({ code: 0, msg: '成功', data: [{ withholding_money: 1, success: true }] });
    expect(answer['time']).toEqual(expect.any(Number));
    const after = await admin('GET', '');
    expect([after.charged - before.charged, before.points - after.points]).toEqual([1, 1]);
  });

  it('100: neither a form nor an edition there is', async () => {
    const headers = { authorization: `Bearer ${caller.token}`, connection: 'close' };
    const json = await fetch(`${training.baseUrl}${VV_PATHS.send}`, { method: 'POST', body: '{}', headers });
    expect(await json.json()).toMatchObject({ code: 100 });
    expect(await caller.call('send', { vvtype: '9' })).toMatchObject({ code: 100 });
    expect(await caller.call('fullinfo', {})).toMatchObject({ code: 100 });
  });

  it('202: more calls in a second than allowed', async () => {
    await change({ ratePerSecond: 3 });
    const answers = await Promise.all(Array.from({ length: 8 }, () => caller.call('authorize')));
    expect(answers.filter((answer) => answer.code === 0)).toHaveLength(3);
    expect(answers.filter((answer) => answer.code === 202)).toHaveLength(5);
    expect((await admin('GET', '')).worstInOneSecond).toBe(8);
    await change({ ratePerSecond: 100_000 });
  });

  it('204: no right, or no points left', async () => {
    await training.desk.changeShop('730000001', { noPermission: true });
    expect(await send()).toMatchObject({ code: 204, msg: expect.stringContaining('无该接口权限') });
    await training.desk.changeShop('730000001', { noPermission: false });
    await change({ points: 0 });
    expect(await send()).toMatchObject({ code: 204, msg: expect.stringContaining('调用次数不足') });
    await change({ points: 1_000 });
  });

  it('302: the body says it, with a link and HTTP status 200', async () => {
    await change({ authorised: false });
    expect(await caller.call('send', {})).toMatchObject({ code: 302, url: expect.stringMatching(/^https:/) });
    await change({ authorised: true });
    expect(await caller.call('send', { shop_id: '999' })).toMatchObject({ code: 302 });
    expect(await caller.call('authorize')).toMatchObject({ code: 0 });
  });

  it('401: no token, a wrong one, one that was replaced, and one that has ended', async () => {
    const url = `${training.baseUrl}${VV_PATHS.authorize}`;
    expect(await vvPost(url, {})).toMatchObject({ code: 401 });
    expect(await vvPost(url, {}, { authorization: 'Bearer example-token-wrong' })).toMatchObject({ code: 401 });
    const old = caller;
    caller = await vvCaller(training.baseUrl);
    expect(await old.call('authorize')).toMatchObject({ code: 401 });
    expect(await caller.call('authorize')).toMatchObject({ code: 0 });
    let nowMs = Date.now();
    const short = await startTraining({ orders: 0, tokenLifeS: 60, now: () => nowMs });
    const soonOld = await vvCaller(short.baseUrl);
    nowMs += 61_000;
    expect(await soonOld.call('authorize')).toMatchObject({ code: 401 });
    await short.stop();
  });

  it('404: another method', async () => {
    const answer = await fetch(`${training.baseUrl}${VV_PATHS.send}`, { headers: { connection: 'close' } });
    expect(await answer.json()).toMatchObject({ code: 404 });
  });

  it('the others come from the switch, with the document’s words', async () => {
    for (const [code, description] of DOCUMENTED_CODES.filter(([each]) => !['0', '204'].includes(each))) {
      const order = await trade();
      await training.desk.setFault({ scope: order.orderId, mode: 'answer', code: Number(code) });
      expect(await caller.call('send', sendFields(order))).toMatchObject({ code: Number(code), msg: description });
    }
  });
});

describe('tokens', () => {
  it('are given for account and access key at both addresses, for nothing else', async () => {
    const ask = (path: string, more = {}) => vvPost(`${training.baseUrl}${path}`, tokenFields(more));
    expect(await ask(VV_PATHS.oldToken)).toMatchObject({ access_token: expect.any(String), expires_in: 7_200 });
    expect(await ask(VV_PATHS.token, { client_secret: 'example-secret-wrong' })).toMatchObject({ code: 401 });
    expect(await ask(VV_PATHS.token, { grant_type: 'password' })).toMatchObject({ code: 100 });
    expect(JSON.stringify(await training.desk.ledger())).not.toContain('example-secret');
    caller = await vvCaller(training.baseUrl);
  });
});

describe('reads', () => {
  const FIELDS = 'tid,status,orders';

  it('give only the fields asked for, ids as bare numbers of 18 digits', async () => {
    const order = await trade('several');
    const answer = await caller.call('fullinfo', { tid: order.orderId, fields: FIELDS });
    const data = answer['data'] as { trade: Record<string, unknown>; withholding_money: number };
    expect(Object.keys(data.trade).sort()).toEqual(['orders', 'status', 'tid']);
    expect(data.trade['tid']).toBe(order.orderId);
    const raw = await fetch(`${training.baseUrl}${VV_PATHS.fullinfo}`, {
      method: 'POST',
      body: new URLSearchParams({ shop_id: '730000001', tid: order.orderId, fields: FIELDS }),
      headers: { authorization: `Bearer ${caller.token}`, connection: 'close' },
    });
    expect(await raw.text()).toContain(`"tid":${order.orderId},`);
  });

  it('list at most a day of changes, a hundred trades a page, newest first', async () => {
    const asChina = (atMs: number): string =>
      new Date(atMs + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
    const now = Date.now();
    const ask = (fromMs: number, more = {}) =>
      caller.call('increment', { fields: FIELDS, start_create: asChina(fromMs), end_create: asChina(now), ...more });
    expect(await ask(now - 25 * 3_600_000)).toMatchObject({ code: 100 });
    expect(await ask(now - 3_600_000, { page_size: '101' })).toMatchObject({ code: 100 });
    const order = await trade();
    await training.desk.changeOrder(order.orderId, { status: 'cancelled' });
    const listed = await ask(now - 3_600_000, { status: 'TRADE_CLOSED_BY_TAOBAO', end_create: asChina(now + 60_000) });
    const { trades } = listed['data'] as { trades: { trade: { tid: string }[] } };
    expect(trades.trade[0]?.tid).toBe(order.orderId);
  });

  it('name the carriers with their patterns', async () => {
    const { data } = (await caller.call('companies', { fields: 'id,code,name,reg_mail_no' })) as unknown as {
      data: { logistics_companies: { logistics_company: { code: string; reg_mail_no: string }[] } };
    };
    const list = data.logistics_companies.logistics_company;
    expect(list.map((carrier) => carrier.code)).toEqual(expect.arrayContaining(['YUNDA', 'POST', 'HTKY', 'ZJS']));
    for (const { reg_mail_no: pattern } of list) expect(() => new RegExp(pattern)).not.toThrow();
  });
});
