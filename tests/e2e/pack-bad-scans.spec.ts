import { expect, pullOrders, test } from './fixtures.ts';
import type { PackPage } from './pages/pack-page.ts';

/** Puts a text into the typing box and submits it; what no keyboard can type gets in this way too. */
async function enter(pack: PackPage, text: string): Promise<void> {
  await pack.press('F7');
  await pack.typing.fill(text);
  await pack.press('Enter');
  await pack.press('Escape');
}

test('whatever a scanner sends gets one clear sentence, and the bench goes on', async ({ pack, desk, box }) => {
  const order = await box.order([1]);
  const foreign = (await box.order([1, 1])).items[1]?.barcode ?? '';
  await pullOrders(desk);
  const refusals: readonly (readonly [text: string, code: string])[] = [
    ['\u0001\u0002ABC123', 'scan-control-characters'],
    ['A'.repeat(65_536), 'scan-too-long'],
    ['https://example.com/p?id=1', 'scan-link'],
    ['NOSUCHORDER123', 'scan-unknown'],
  ];
  for (const [text, code] of refusals) {
    await enter(pack, text);
    await pack.expectRefused(code);
    await pack.press('F8');
    await expect(pack.blocked).toBeHidden();
  }
  await pack.scan(order.orderId);
  await pack.expectBand('扫商品');
  await pack.scan(order.items[0]?.barcode ?? '');
  await pack.expectBand('扫快递单');
  await pack.scan(foreign);
  await pack.expectRefused('scan-not-waybill');
  const waybill = order.waybills[0]?.waybill ?? '';
  await pack.scan(waybill);
  await pack.expectSaved(waybill);
});

test('a scan made while something is typed goes to the bench and leaves the typing alone', async ({
  pack,
  desk,
  box,
}) => {
  const order = await box.order([1]);
  await pullOrders(desk);
  await pack.press('F7');
  await pack.typing.pressSequentially('75', { delay: 150 });
  await desk.waitForTimeout(800); // The time it takes to reach for the scanner.
  await pack.scan(order.orderId);
  await pack.expectBand('扫商品');
  await expect(pack.typing).toHaveValue('75');
});

test('five scans in one breath are five scans', async ({ pack, desk, box }) => {
  const order = await box.order([1, 1, 1, 1, 1]);
  await pullOrders(desk);
  await pack.scan(order.orderId);
  for (const item of order.items) await pack.scan(item.barcode);
  await pack.expectBand('扫快递单');
  await expect(pack.unpacked).toContainText('全部装箱了');
});
