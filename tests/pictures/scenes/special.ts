import { goodsOf, type Scene, type Stage, waybillOf } from '../stage.ts';

/** Orders that want more than goods and a label: a serial number, no courier, a waybill changed, labels in a row. */
export const special: Scene = {
  name: 'special',
  play: async (stage) => {
    const [noCourier] = await stage.training.desk.addOrders({ count: 1, kind: 'virtual', shop: 'living' });
    const [device] = await stage.training.desk.addOrders({ count: 1, kind: 'subsidy', shop: 'digital' });
    const shops = { digital: await stage.shop('digital'), living: await stage.shop('living') };
    await stage.shop('supplier');
    await stage.shop('douyin');
    await serialNumber(stage, device?.orderId ?? '');
    await parcelsOfOneParent(stage);
    await nothingToScan(stage, noCourier?.orderId ?? '');
    await correction(stage);
    await labels(stage, shops.digital);
  },
};

async function parcelsOfOneParent({ shoot, scan, press, order }: Stage): Promise<void> {
  const sold = await order({ shop: 'douyin', pieces: [1, 1] });
  const [first = '', second = ''] = goodsOf(sold);
  await scan(sold.orderId, first);
  await press('F3');
  await scan(waybillOf(sold), second);
  await shoot('douyin-split');
  await scan(waybillOf(sold, 1));
}

async function serialNumber({ shoot, scan, press, training }: Stage, orderId: string): Promise<void> {
  const order = (await training.desk.sheet(1_000, 'digital')).find((each) => each.orderId === orderId);
  if (!order) throw new Error('The subsidised order is not on the practice sheet');
  await scan(order.orderId, order.items[0]?.barcode ?? '');
  await shoot('serial-number');
  await press('Escape', '2');
}

async function nothingToScan({ page, shoot, scan, press }: Stage, orderId: string): Promise<void> {
  await scan(orderId);
  const rows = await page.getByTestId('items').locator('[data-barcode]').all();
  for (const row of rows) await scan((await row.getAttribute('data-barcode')) ?? '');
  await shoot('pack-no-courier');
  await press('F3');
}

async function correction({ page, shoot, scan, press, order }: Stage): Promise<void> {
  const sold = await order({ shop: 'supplier', pieces: [1] });
  await scan(sold.orderId, ...goodsOf(sold), waybillOf(sold));
  await page.waitForTimeout(SENT_MS);
  await scan(sold.orderId);
  await shoot('correct-offer');
  await press('F6');
  await page.getByTestId('budget').waitFor();
  // Its sheet has one label only; this one is of the same kind.
  await scan('YT8524191974659');
  await shoot('correct-waybill');
  await press('Escape', 'Escape', 'F8');
}

/** Long enough for a practice shipment to be confirmed. */
const SENT_MS = 4_000;

async function labels({ page, shoot, go, scan, press, order, words }: Stage, shop: string): Promise<void> {
  const orders = [];
  for (let index = 0; index < 4; index += 1) orders.push(await order({ shop: 'digital', pieces: [1] }));
  const rows = orders.map(
    (each, index) =>
      `${shop},${each.orderId},${each.items[0]?.skuId ?? ''},1,7553171719${String(index).padStart(4, '0')}`,
  );
  const buffer = Buffer.from(['店铺,订单号,规格ID,数量,快递单号', ...rows].join('\n'));
  await go('/orders');
  await page.getByRole('button', { name: words.orders.import }).click();
  await shoot('orders-import');
  await page.setInputFiles('input[type=file]', { name: 'labels.csv', mimeType: 'text/csv', buffer });
  await page.getByRole('button', { name: words.orders.importer.close }).waitFor();
  await shoot('orders-imported');
  await page.getByRole('button', { name: words.orders.importer.close }).click();
  await go('/');
  await press('b');
  await shoot('batch-start');
  for (let index = 0; index < 3; index += 1) await scan(`7553171719${String(index).padStart(4, '0')}`);
  await shoot('batch');
  await scan('75531717199999');
  await shoot('batch-refused');
  await press('F8', 'Escape');
}
