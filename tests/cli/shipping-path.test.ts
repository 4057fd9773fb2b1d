import { afterEach, describe, expect, it } from 'vitest';
import { type CliSetup, fileBeside, setup, setupWithOrders, shipmentFile } from './command-line.ts';

let running: CliSetup;
afterEach(() => running.stop());

type Listed = Record<string, unknown> & { id: string; orderId: string; state: string; waybill: string; code: string };
const KEYS = 'attempts carrier code id kind message orderId platform remedy shop state updatedAt waybill';

describe('shipping from the command line', () => {
  it('goes from a shop file to shipments on the platform, every digit of every id as it was', async () => {
    const all = await setup();
    running = all;
    const { cli, desk, dataDir, appId } = all;
    const added = await cli('--json', 'shops', 'add', all.shopFile);
    expect([added.code, added.json()]).toMatchObject([0, { name: 'Qinghe', platform: 'wechat-channels' }]);
    expect(added.out + added.complaint).not.toContain(all.shopJson.credentials.appSecret);
    expect((await cli('shops', 'test', 'Qinghe')).code).toBe(0);
    expect((await cli('--json', 'orders', 'pull', '--shop', 'Qinghe')).json()).toMatchObject({
      kind: 'pull',
      refused: 0,
    });

    const orders = (await desk.orders('single')).filter((order) => order.appId === appId).slice(0, 2);
    const ids = orders.map(({ orderId }) => orderId);
    expect(ids.every((id) => /^\d{19}$/.test(id))).toBe(true);
    const shown = await cli('--json', 'orders', 'show', '--shop', 'Qinghe', ids[0]!);
    expect(shown.json()).toMatchObject({ orderId: ids[0], platform: 'wechat-channels' });

    const file = fileBeside(
      dataDir,
      'ship.csv',
      shipmentFile(ids.map((id, nth) => `Qinghe,${id},中通,7553171719583${nth},,,,,,`)),
    );
    expect((await cli('--json', 'shipments', 'import', file)).json()).toEqual({
      kind: 'import-shipments',
      accepted: 2,
      refused: 0,
      rows: [],
    });
    const drained = await cli('--json', 'outbox', 'drain', '--until-idle', '--timeout-s', '30');
    expect([drained.code, drained.json()]).toMatchObject([
      0,
      { timedOut: false, perState: { shipped: 2 }, refused: [] },
    ]);

    const listed = (await cli('outbox', 'list', '--json')).json<Listed[]>();
    expect(listed.map((row) => Object.keys(row).toSorted().join(' '))).toEqual([KEYS, KEYS]);
    expect(listed.map(({ orderId }) => orderId).toSorted()).toEqual(ids.toSorted());
    expect(listed[0]).toMatchObject({ shop: 'Qinghe', kind: 'send', state: 'shipped', carrier: 'ZTO', attempts: 1 });
    const applied = await desk.applied();
    expect(applied.map(({ orderId }) => orderId).toSorted()).toEqual(ids.toSorted());
    expect((await cli('--json', 'verify')).json()).toMatchObject({ ok: true });
  });

  it('lists refused rows, saves the others and ends with 1; a second import doubles nothing', async () => {
    const all = await setupWithOrders();
    running = all;
    const [order] = await all.ofShop('single');
    const file = fileBeside(
      all.dataDir,
      'ship.csv',
      shipmentFile([`Qinghe,${order!.orderId},ZTO,75531717195834,,,,,,`, 'Qinghe,999,ZTO,75531717195835,,,,,,']),
    );
    const first = await all.cli('--json', 'shipments', 'import', file);
    expect([first.code, first.json()]).toMatchObject([
      1,
      { accepted: 1, refused: 1, rows: [{ row: 3, column: 'order_id', reason: 'unknown-order', value: '999' }] },
    ]);
    expect(first.json<{ rows: { message: string }[] }>().rows[0]?.message).toContain('999');
    const again = await all.cli('shipments', 'import', file);
    expect([again.code, again.out]).toEqual([1, expect.stringContaining('75531717195834')]);
    await all.cli('outbox', 'drain', '--until-idle');
    expect(await all.desk.applied(order!.orderId)).toHaveLength(1);
  });

  it('ends shipped once when the answer is lost after the platform took it', async () => {
    const all = await setupWithOrders();
    running = all;
    const [order] = await all.ofShop('single');
    await all.desk.setFault({ mode: 'bad-gateway-after' });
    const row = `Qinghe,${order!.orderId},ZTO,75531717195834,,,,,,`;
    await all.cli('shipments', 'import', fileBeside(all.dataDir, 'ship.csv', shipmentFile([row])));
    const drained = await all.cli('--json', 'outbox', 'drain', '--until-idle', '--timeout-s', '20');
    expect(drained.json()).toMatchObject({ perState: { shipped: 1 } });
    expect(await all.desk.applied(order!.orderId)).toHaveLength(1);
  });

  it('tells what the platform refused, and what to do', async () => {
    const all = await setupWithOrders();
    running = all;
    const [order] = await all.ofShop('single');
    await all.desk.setFault({ mode: 'answer', code: 606005, message: 'waybill' });
    const row = `Qinghe,${order!.orderId},ZTO,75531717195834,,,,,,`;
    await all.cli('shipments', 'import', fileBeside(all.dataDir, 'ship.csv', shipmentFile([row])));
    const drained = await all.cli('--json', 'outbox', 'drain', '--until-idle');
    const { refused } = drained.json<{ refused: Listed[] }>();
    expect([drained.code, refused]).toMatchObject([
      1,
      [{ orderId: order!.orderId, state: 'rejected', code: '606005' }],
    ]);
    expect(refused[0]?.['remedy']).not.toBe('');
    const rejected = (await all.cli('--json', 'outbox', 'list', '--state', 'rejected')).json<Listed[]>();
    expect(rejected).toHaveLength(1);
    const story = await all.cli('--json', 'outbox', 'show', rejected[0]!.id);
    expect(story.json()).toMatchObject({ row: { id: rejected[0]!.id }, attempts: [{ no: 1, code: '606005' }] });
  });

  it('changes a waybill that was sent', async () => {
    const all = await setupWithOrders();
    running = all;
    const [order] = await all.ofShop('single');
    const row = `Qinghe,${order!.orderId},ZTO,75531717195834,,,,,,`;
    await all.cli('shipments', 'import', fileBeside(all.dataDir, 'ship.csv', shipmentFile([row])));
    await all.cli('outbox', 'drain', '--until-idle');
    const file = fileBeside(
      all.dataDir,
      'correct.csv',
      `shop,order_id,old_carrier,old_waybill,new_carrier,new_waybill\nQinghe,${order!.orderId},ZTO,75531717195834,YTO,YT5779383891732\n`,
    );
    expect((await all.cli('--json', 'corrections', 'import', file)).json()).toMatchObject({ accepted: 1, refused: 0 });
    expect((await all.cli('--json', 'outbox', 'drain', '--until-idle')).json()).toMatchObject({
      perState: { shipped: 2 },
    });
    expect(await all.desk.applied(order!.orderId)).toHaveLength(2);
  });

  it('takes a person’s word on a shipment in doubt', async () => {
    const all = await setupWithOrders();
    running = all;
    await all.cli('settings', 'set', 'outbox.settleMs', '3600000');
    const [order] = await all.ofShop('single');
    await all.desk.setFault({ mode: 'bad-gateway-before' });
    const row = `Qinghe,${order!.orderId},ZTO,75531717195834,,,,,,`;
    await all.cli('shipments', 'import', fileBeside(all.dataDir, 'ship.csv', shipmentFile([row])));
    await all.cli('outbox', 'drain', '--timeout-s', '3');
    const [doubted] = (await all.cli('--json', 'outbox', 'list', '--state', 'in_doubt')).json<Listed[]>();
    expect(doubted).toMatchObject({ orderId: order!.orderId });
    const resolved = await all.cli(
      '--json',
      'outbox',
      'resolve',
      doubted!.id,
      '--as',
      'shipped',
      '--reason',
      'seen in the console',
    );
    expect([resolved.code, resolved.json()]).toMatchObject([0, { id: doubted!.id, state: 'shipped' }]);
  });

  it('imports an order file and shows the order', async () => {
    const all = await setup();
    running = all;
    await all.cli('shops', 'add', all.shopFile);
    const file = fileBeside(
      all.dataDir,
      'orders.csv',
      '店铺,订单号,商品ID,规格ID,数量\nQinghe,3704612354559743233,10000108361211,2368925321,2\n无此店,1,1,1,1\n',
    );
    const imported = await all.cli('--json', 'orders', 'import', file);
    expect([imported.code, imported.json()]).toMatchObject([1, { accepted: 1, refused: 1, rows: [{ row: 3 }] }]);
    expect((await all.cli('--json', 'orders', 'show', '--shop', 'Qinghe', '3704612354559743233')).json()).toMatchObject(
      {
        orderId: '3704612354559743233',
        status: 'to-ship',
        lines: [{ skuId: '2368925321', quantity: 2 }],
      },
    );
  });
});
