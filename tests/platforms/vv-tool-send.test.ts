import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { ReplyClass } from '../../shared/domain/platforms/reply-class.ts';
import { childNumbers, parcelOf, startVvDesk, waybillFor, type VvPractice } from './vv-tool-desk.ts';

let practice: VvPractice;
beforeAll(async () => {
  practice = await startVvDesk();
});
beforeEach(async () => {
  await practice.desk.clearFaults();
  await practice.change({ authorised: true, edition: '1', points: 1_000_000, successOnTop: false });
});
afterAll(() => practice.stop());

const send = (payload: ReturnType<typeof parcelOf>, account = practice.account) =>
  practice.platform.send(account, payload, 5_000);
const look = (payload: ReturnType<typeof parcelOf>) => practice.platform.readBack?.(practice.account, payload);
const courier = (carrierCode: string, carrierName: string, waybill: string) =>
  ({ type: 'courier', carrierCode, carrierName, waybill }) as const;

test('a whole trade is shipped by one call, its charge is told, and a look proves it', async () => {
  const trade = await practice.trade('several');
  const payload = parcelOf(trade);
  practice.charges.length = 0;
  expect(await send(payload)).toMatchObject({ phase: 'answered', code: '0', verdict: { kind: 'applied' }, charge: 1 });
  expect(practice.charges).toEqual([
    { shopId: 'shop-taobao', path: '/tool/erps/send', orderId: trade.orderId, points: 1 },
  ]);
  const [applied] = await practice.desk.applied(trade.orderId);
  expect(applied).toMatchObject({ carrier: 'ZTO', waybill: waybillFor(trade.orderId) });
  expect(applied?.items).toHaveLength(trade.items.length);
  expect(await look(payload)).toEqual({ ok: true, value: { kind: 'ours' } });
});

test('success told at the top of the answer counts as well', async () => {
  await practice.change({ successOnTop: true });
  const trade = await practice.trade();
  expect((await send(parcelOf(trade))).verdict).toEqual({ kind: 'applied' });
});

test('a trade in two parcels: split mark and child orders come together, and each parcel is proven for itself', async () => {
  const trade = await practice.trade('several');
  const first = parcelOf(trade, { only: [0] });
  const rest = parcelOf(trade, {
    only: trade.items.map((_, index) => index).slice(1),
    split: true,
    deliver: courier('YTO', '圆通速递', `YT${trade.orderId.slice(-13)}`),
  });
  expect(practice.platform.resendClass(first)).toBe('B');
  expect(practice.platform.resendClass(parcelOf(trade))).toBe('A');
  expect(await look(first)).toMatchObject({ value: { kind: 'absent' } });
  expect((await send(first)).verdict).toEqual({ kind: 'applied' });
  expect(await look(first)).toMatchObject({ value: { kind: 'ours' } });
  expect(await look(rest)).toMatchObject({ value: { kind: 'absent' } });
  expect((await send({ ...rest, whole: true })).verdict).toEqual({ kind: 'applied' });
  expect(await look({ ...rest, whole: true })).toMatchObject({ value: { kind: 'ours' } });
  const bodies = (await practice.desk.ledger(`kind=request&orderId=${trade.orderId}`)).flatMap((entry) =>
    entry.kind === 'request' && entry.call === 'send' ? [entry.body ?? ''] : [],
  );
  const numbers = childNumbers(trade);
  expect(bodies[0]).toContain(`name="sub_tid"\r\n\r\n${numbers[0]}\r\n`);
  expect(bodies[1]).toContain(`name="sub_tid"\r\n\r\n${numbers.slice(1).join(',')}\r\n`);
  for (const body of bodies) expect(body).toContain('name="is_split"\r\n\r\n1\r\n');
});

test('what is left of a split trade cannot leave as a whole: the platform says so, and nothing is applied', async () => {
  const trade = await practice.trade('several');
  await send(parcelOf(trade, { only: [0] }));
  const rest = parcelOf(trade, { only: [1], whole: true, deliver: courier('ZTO', '', waybillFor(trade.orderId, 2)) });
  expect(await send(rest)).toMatchObject({ code: '614:split-needed', verdict: { kind: 'refused', field: 'items' } });
  expect(await practice.desk.applied(trade.orderId)).toHaveLength(1);
});

/** How the practice platform comes to each of its refusals by rule. */
const REFUSALS: readonly (readonly [
  code: string,
  kind: ReplyClass['kind'],
  send: () => Promise<{ readonly code: string | null; readonly verdict: { readonly kind: string } }>,
])[] = [
  [
    '614:order-missing',
    'look-first',
    async () => send({ ...parcelOf(await practice.trade()), orderId: '530000000000000001' }),
  ],
  [
    '614:nick',
    'look-first',
    async () => {
      const [other] = await practice.desk.addOrders({ count: 1, kind: 'single', shop: 'living' });
      if (other === undefined) throw new Error('no order');
      return send({ ...parcelOf(await practice.trade()), orderId: other.orderId });
    },
  ],
  ['614:no-right', 'look-first', async () => send(parcelOf(await practice.trade('unpaid')))],
  ['614:closed', 'look-first', async () => send(parcelOf(await practice.trade('cancelled')))],
  ['614:trade-state', 'look-first', async () => send(parcelOf(await practice.trade('risk')))],
  ['614:kind-mismatch', 'refused', async () => send(parcelOf(await practice.trade('virtual')))],
  [
    '614:already-created',
    'look-first',
    async () => {
      const trade = await practice.trade();
      await send(parcelOf(trade));
      return send(parcelOf(trade));
    },
  ],
  [
    '614:not-new',
    'look-first',
    async () => {
      const trade = await practice.trade();
      await practice.desk.changeOrder(trade.orderId, { shipElsewhere: { carrier: 'ZTO', waybill: '78900000000001' } });
      return send(parcelOf(trade));
    },
  ],
  [
    '614:waybill-used',
    'look-first',
    async () => {
      const [first, second] = [await practice.trade(), await practice.trade()];
      await send(parcelOf(first));
      return send(parcelOf(second, { deliver: courier('ZTO', '', waybillFor(first.orderId)) }));
    },
  ],
  [
    '614:waybill-rule-or-used',
    'look-first',
    async () => send(parcelOf(await practice.trade(), { deliver: courier('SF', '顺丰速运', '78000000000009') })),
  ],
  [
    '614:carrier-unknown',
    'refused',
    async () => send(parcelOf(await practice.trade(), { deliver: courier('NOSUCH', '', '78000000000009') })),
  ],
  [
    '614:carrier-not-own',
    'refused',
    async () => send(parcelOf(await practice.trade(), { deliver: courier('QFKD', '', '78000000000009') })),
  ],
  [
    '614:carrier-unsupported',
    'refused',
    async () => send(parcelOf(await practice.trade(), { deliver: courier('GTO', '', '78000000000009') })),
  ],
  [
    '614:split-children-mismatch',
    'refused',
    async () => {
      const trade = await practice.trade('several');
      const [item] = parcelOf(trade).items;
      if (item === undefined) throw new Error('no goods');
      return send(parcelOf(trade, { whole: false, items: [{ ...item, childOrderId: '530000000000000002' }] }));
    },
  ],
  [
    '614:address-unknown',
    'shop-setup',
    async () => {
      const { account } = practice;
      return send(parcelOf(await practice.trade()), {
        ...account,
        credentials: { ...account.credentials, senderId: '999' },
      });
    },
  ],
  [
    '614:feature-format',
    'refused',
    async () => {
      const trade = await practice.trade('quantity');
      const items = parcelOf(trade).items.map((item) => ({ ...item, serialNumbers: [{ serialNumber: 'ONLY1' }] }));
      return send(parcelOf(trade, { items }));
    },
  ],
];

test.each(REFUSALS)('%s comes from the rule it belongs to', async (code, kind, ask) => {
  const outcome = await ask();
  expect(outcome, JSON.stringify(outcome)).toMatchObject({ code, verdict: { kind } });
});

test('captured codes reach the platform in its own grammar, one for each piece', async () => {
  const trade = await practice.trade('quantity');
  const [item] = parcelOf(trade).items;
  if (item === undefined) throw new Error('no goods');
  const serialNumbers = Array.from({ length: item.quantity }, (_, piece) => ({
    serialNumber: `SN${piece}`,
    imei1: `86000000000000${piece}`,
  }));
  expect((await send(parcelOf(trade, { items: [{ ...item, serialNumbers }] }))).verdict).toEqual({ kind: 'applied' });
  const [entry] = await practice.desk.ledger(`kind=request&orderId=${trade.orderId}`);
  const codes = (name: 'serialNumber' | 'imei1') => serialNumbers.map((serial) => serial[name]).join(',');
  expect(entry?.kind === 'request' && entry.body).toContain(
    `identCode=${trade.orderId}:${codes('imei1')};machineCode=${trade.orderId}:${codes('serialNumber')}\r\n`,
  );
});

test('an unlisted carrier goes by its name, and addresses, edition and store go along', async () => {
  const trade = await practice.trade();
  await practice.change({ edition: '2' });
  const more = {
    vvtype: '2',
    senderId: '10001',
    cancelId: '10002',
    retailStoreId: '杭州仓',
    retailStoreType: 'WAREHOUSE',
  };
  const account = { ...practice.account, credentials: { ...practice.account.credentials, ...more } };
  const deliver = courier('OTHER', '城际小飞侠快运', 'CJ20261121001');
  expect((await send(parcelOf(trade, { deliver }), account)).verdict).toEqual({ kind: 'applied' });
  const [entry] = await practice.desk.ledger(`kind=request&orderId=${trade.orderId}`);
  const body = entry?.kind === 'request' ? (entry.body ?? '') : '';
  for (const [name, value] of [
    ['company_code', '城际小飞侠快运'],
    ['sender_id', '10001'],
    ['cancel_id', '10002'],
    ['vvtype', '2'],
    ['feature', 'retailStoreId=杭州仓;retailStoreType=WAREHOUSE'],
  ])
    expect(body).toContain(`name="${name}"\r\n\r\n${value}\r\n`);
});

test('a shop that is not authorised holds the account, with the link as text and never opened', async () => {
  const trade = await practice.trade();
  await practice.change({ authorised: false });
  const outcome = await send(parcelOf(trade));
  expect(outcome).toMatchObject({
    code: '302',
    verdict: { kind: 'account', cause: 'permission' },
    link: 'https://authorise.example/home?state=practice-taobao',
  });
  expect(outcome.message).toContain('https://authorise.example/home?state=practice-taobao');
  expect(await practice.platform.authorise?.(practice.account)).toEqual({
    ok: true,
    value: {
      authorised: false,
      refusal: expect.objectContaining({ link: 'https://authorise.example/home?state=practice-taobao' }),
    },
  });
  expect(await practice.platform.checkConnection(practice.account)).toMatchObject({
    ok: false,
    error: {
      kind: 'account',
      cause: 'permission',
      code: '302',
      link: 'https://authorise.example/home?state=practice-taobao',
    },
  });
  await practice.change({ authorised: true });
  expect(await practice.platform.authorise?.(practice.account)).toMatchObject({ value: { authorised: true } });
  expect(await practice.desk.applied(trade.orderId)).toEqual([]);
});

test('the two meanings of 204 close the account for different causes', async () => {
  const trade = await practice.trade();
  await practice.change({ points: 0 });
  expect(await send(parcelOf(trade))).toMatchObject({
    code: '204:quota',
    verdict: { kind: 'account', cause: 'quota' },
  });
  await practice.change({ points: 10 });
  await practice.desk.changeShop('730000001', { noPermission: true });
  expect(await send(parcelOf(trade))).toMatchObject({ code: '204:permission', verdict: { cause: 'permission' } });
  await practice.desk.changeShop('730000001', { noPermission: false });
});

test('an edition the shop is not authorised for is not let through', async () => {
  await practice.change({ edition: '3' });
  expect(await send(parcelOf(await practice.trade()))).toMatchObject({ code: '302' });
});

test('shipped by somebody else: the look shows whose number it is', async () => {
  const trade = await practice.trade();
  await practice.desk.changeOrder(trade.orderId, { shipElsewhere: { carrier: 'YTO', waybill: 'YT0000000000001' } });
  expect(await look(parcelOf(trade))).toMatchObject({
    ok: true,
    value: { kind: 'foreign', rawStatus: 'WAIT_BUYER_CONFIRM_GOODS', parcels: [{ waybill: 'YT0000000000001' }] },
  });
});

test('our number under another company is not ours', async () => {
  const trade = await practice.trade();
  const waybill = waybillFor(trade.orderId);
  await practice.desk.changeOrder(trade.orderId, { shipElsewhere: { carrier: 'STO', waybill } });
  expect(await look(parcelOf(trade))).toMatchObject({ ok: true, value: { kind: 'foreign' } });
});

test('where the trade hides the number the logistics orders prove it, and without any number nothing is proven', async () => {
  const trade = await practice.trade('several');
  const payload = parcelOf(trade);
  await send(payload);
  await practice.change({ hidesWaybills: 'trade' });
  practice.charges.length = 0;
  expect(await look(payload)).toEqual({ ok: true, value: { kind: 'ours' } });
  expect(practice.charges.map((charge) => charge.path)).toEqual(['/tool/erps/fullinfo', '/tool/erps/detail']);
  expect(await look({ ...payload, deliver: courier('ZTO', '', '78000000000077') })).toMatchObject({
    value: { kind: 'foreign' },
  });
  await practice.change({ hidesWaybills: 'everywhere' });
  expect(await look(payload)).toMatchObject({ ok: false, error: { kind: 'bad-answer' } });
  await practice.change({ hidesWaybills: 'nowhere' });
});

test('a split parcel is proven by the logistics orders of its own children', async () => {
  const trade = await practice.trade('several');
  const first = parcelOf(trade, { only: [0] });
  await send(first);
  await practice.change({ hidesWaybills: 'trade' });
  expect(await look(first)).toEqual({ ok: true, value: { kind: 'ours' } });
  const pretended = parcelOf(trade, { only: [0, 1], deliver: first.deliver });
  expect(await look(pretended)).toMatchObject({ value: { kind: 'foreign' } });
  await practice.change({ hidesWaybills: 'nowhere' });
});

test('nothing secret is written to the log', async () => {
  await send(parcelOf(await practice.trade()));
  const lines = practice.log.lines.join('\n');
  expect(lines).not.toMatch(/example-secret|practice_[0-9a-f]{40}|Bearer/);
});
