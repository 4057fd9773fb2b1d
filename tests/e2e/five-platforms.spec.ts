import type { Page } from '@playwright/test';
import type { ShopKey } from '../../electron/training/practice/practice-shops.ts';
import type { SheetOrder } from '../../electron/training/sheet/practice-sheet.ts';
import { addShop, expect, pullOrders, test } from './fixtures.ts';
import type { PackPage } from './pages/pack-page.ts';
import { outboxPage } from './pages/outbox-page.ts';
import { tabTo } from './pages/tab-to.ts';

/** Each platform's practice shop; where its interface cannot correct a waybill, the sentence that says where instead. */
const EACH: readonly (readonly [name: string, key: ShopKey, told: string | null])[] = [
  ['WeChat Channels', 'digital', null],
  ['the mini-shop', 'mini', '微信小商店后台'],
  ['Douyin', 'douyin', '抖店后台'],
  ['the drop-ship supplier', 'supplier', null],
  ['vv-tool', 'taobao', '千牛'],
];

for (const [name, key, told] of EACH)
  test(`with keyboard and scanner alone, ${name} ships whole and in two boxes and corrects or says where`, async ({
    desk,
    pack,
    training,
  }) => {
    test.slow(); // Every piece is one scan at a person's pace.
    const shop = `店 ${key}`;
    await training.desk.addOrders({ count: 1, kind: 'quantity', shop: key });
    await training.desk.addOrders({ count: 1, kind: 'split', shop: key });
    await addShop(desk, training, { key, name: shop });
    await pullOrders(desk, shop);
    const [whole, split] = await training.desk.sheet(10, key);
    if (!whole || !split) throw new Error('No orders on the sheet');

    await pack.scan(whole.orderId);
    await packGoods(pack, whole.items);
    await label(pack, whole, 0);

    await pack.scan(split.orderId);
    await packGoods(pack, split.items.slice(0, 1));
    await pack.press('F3');
    await label(pack, split, 0);
    await packGoods(pack, split.items.slice(1));
    await label(pack, split, 1);
    await expect.poll(async () => (await training.desk.applied()).length).toBe(3);

    await pack.scan(whole.orderId);
    await pack.expectRefused('order-nothing-left');
    if (told === null) {
      await expect(pack.blocked).toContainText('改快递单');
      await pack.press('F6');
      await correct(desk, pack, whole);
    } else {
      await expect(pack.blocked).toContainText(told);
      await pack.press('F8');
    }
    const { doubled, applied } = await training.desk.summary();
    expect({ doubled, applied }).toMatchObject({ doubled: [], applied: { send: 3, correct: told === null ? 1 : 0 } });
  });

async function packGoods(pack: PackPage, items: SheetOrder['items']): Promise<void> {
  for (const { barcode, quantity } of items)
    for (let piece = 0; piece < quantity; piece += 1) {
      await pack.scan(barcode);
      await pack.expectLast(barcode);
      await expect(pack.blocked).toBeHidden();
    }
}

async function label(pack: PackPage, order: SheetOrder, nth: number): Promise<void> {
  const waybill = order.waybills[nth]?.waybill ?? '';
  await pack.expectBand('扫快递单');
  await pack.scan(waybill);
  await pack.expectSaved(waybill);
}

/** The one screen of corrections: the new waybill is scanned into it, and a key sends it. */
async function correct(desk: Page, pack: PackPage, order: SheetOrder): Promise<void> {
  const dialog = desk.getByRole('dialog', { name: '改快递单' });
  await expect(dialog.getByTestId('budget')).toContainText('已用 0 次');
  await pack.scan(order.waybills[1]?.waybill ?? '');
  await expect(dialog.getByLabel('新快递单')).toHaveValue(order.waybills[1]?.waybill ?? '');
  await tabTo(desk, dialog.getByRole('button', { name: '提交改单' }));
  await desk.keyboard.press('Enter');
  const { story } = outboxPage(desk);
  await expect(story).toContainText(order.waybills[1]?.waybill ?? '');
  await expect(story.getByText('已确认', { exact: true })).toBeVisible();
}
