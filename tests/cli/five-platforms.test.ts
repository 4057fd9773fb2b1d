import { afterEach, expect, it } from 'vitest';
import { startTraining, type Training } from '../support/training.ts';
import type { ShopKey } from '../../electron/training/practice/practice-shops.ts';
import { commandLine, fileBeside, newDataDir, shipmentFile } from './command-line.ts';

let training: Training;
afterEach(() => training.stop());

/** One practice shop of a platform on a data folder of its own, with an order in one box and one in two. */
async function withShop(key: ShopKey) {
  training = await startTraining({ orders: 0 });
  const { desk } = training;
  const dataDir = newDataDir();
  const cli = commandLine(dataDir);
  const shop = (await desk.shops()).find((each) => each.key === key);
  if (shop === undefined) throw new Error(`no shop ${key}`);
  const { platform, baseUrl, credentials } = shop;
  await cli('shops', 'add', fileBeside(dataDir, 'shop.json', { name: 'Shop', platform, baseUrl, credentials }));
  await desk.addOrders({ count: 1, kind: 'quantity', shop: key });
  await desk.addOrders({ count: 1, kind: 'split', shop: key });
  expect((await cli('orders', 'pull', '--shop', 'Shop')).code).toBe(0);
  const [whole, split] = await desk.sheet(10, key);
  if (whole === undefined || split === undefined) throw new Error('no orders');
  return { desk, cli, dataDir, whole, split };
}

const EACH: readonly (readonly [name: string, key: ShopKey, correction: RegExp | null])[] = [
  ['WeChat Channels', 'living', null],
  ['WeChat mini-shop', 'mini', /mini-shop console/],
  ['Douyin', 'douyin', /Douyin shop console/],
  ['the drop-ship supplier', 'supplier', null],
  ['vv-tool', 'taobao', /Qianniu/],
];

it.each(EACH)('ships whole and in two boxes on %s, and corrects a waybill or says where', async (_name, key, told) => {
  const { desk, cli, dataDir, whole, split } = await withShop(key);
  const [first, spare] = whole.waybills;
  const [one, two] = split.waybills;
  const goods = split.items.map((item) => `${item.productId},${item.skuId},${item.quantity},,,`);
  const rows = [
    `Shop,${whole.orderId},${first?.carrierName},${first?.waybill},,,,,,`,
    `Shop,${split.orderId},${one?.carrierName},${one?.waybill},${goods[0]}`,
    ...goods.slice(1).map((line) => `Shop,${split.orderId},${two?.carrierName},${two?.waybill},${line}`),
  ];
  const imported = await cli('--json', 'shipments', 'import', fileBeside(dataDir, 'ship.csv', shipmentFile(rows)));
  expect(imported.json()).toMatchObject({ accepted: 3, refused: 0 });
  const drained = await cli('--json', 'outbox', 'drain', '--until-idle');
  expect([drained.code, drained.json()]).toMatchObject([0, { perState: { shipped: 3 } }]);
  const change = `shop,order_id,old_waybill,new_carrier,new_waybill\nShop,${whole.orderId},${first?.waybill},${spare?.carrierName},${spare?.waybill}\n`;
  const corrected = await cli('--json', 'corrections', 'import', fileBeside(dataDir, 'correct.csv', change));
  if (told === null) {
    expect(corrected.json()).toMatchObject({ accepted: 1, refused: 0 });
    expect((await cli('--json', 'outbox', 'drain', '--until-idle')).code).toBe(0);
  } else {
    expect(corrected.json<{ rows: { message: string }[] }>().rows[0]?.message).toMatch(told);
  }
  const { doubled, applied } = await desk.summary();
  expect({ doubled, applied }).toMatchObject({ doubled: [], applied: { send: 3, correct: told === null ? 1 : 0 } });
});
