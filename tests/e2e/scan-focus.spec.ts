import type { Page } from '@playwright/test';
import { expect, pullOrders, test } from './fixtures.ts';

/** Puts the focus on every control of the page, one after another, and does something with each. */
async function onEveryControl(page: Page, act: (name: string) => Promise<void>): Promise<number> {
  const controls = page.locator(
    'button:visible, a[href]:visible, input:visible, textarea:visible, [tabindex="0"]:visible',
  );
  const count = await controls.count();
  for (let index = 0; index < count; index += 1) {
    const control = controls.nth(index);
    if (!(await control.isEnabled())) continue;
    await control.focus();
    await act(
      `control ${index}: ${(await control.getAttribute('aria-label')) ?? (await control.innerText().catch(() => ''))}`,
    );
  }
  return count;
}

test('a scan counts once and presses nothing, whatever control has the focus', async ({ pack, desk, box }) => {
  test.setTimeout(180_000);
  const order = await box.order([90]);
  await pullOrders(desk);
  await pack.scan(order.orderId);
  await pack.expectBand('扫商品');
  const code = order.items[0]?.barcode ?? '';
  let left = 90;
  const scanHere = async (name: string): Promise<void> => {
    await pack.scan(code);
    left -= 1;
    await expect(pack.unpacked, name).toContainText(String(left));
    await expect(pack.blocked, name).toBeHidden();
  };
  expect(await onEveryControl(desk, scanHere)).toBeGreaterThan(8);
  await pack.press('F7');
  await pack.typing.fill('75');
  await scanHere('the typing box');
  await expect(pack.typing).toHaveValue('75');
  await pack.press('Escape');
  await pack.press('F1');
  await onEveryControl(desk, scanHere);
  await expect(desk).toHaveURL(/\/(?:#\/)?$/);
});

test('goods scanned again after 300 ms are two, and one trigger pull read twice is one', async ({
  pack,
  desk,
  box,
}) => {
  const order = await box.order([3]);
  await pullOrders(desk);
  await pack.scan(order.orderId);
  await pack.expectBand('扫商品');
  const code = order.items[0]?.barcode ?? '';
  const firstMs = Date.now();
  await pack.scanAt(code, firstMs);
  await pack.scanAt(code, firstMs + 200);
  await expect(pack.unpacked).toContainText('2');
  await pack.scanAt(code, firstMs + 300);
  await expect(pack.unpacked).toContainText('1');
});

test('a label with several codes in one trigger pull gives its waybill and no error', async ({ pack, desk, box }) => {
  const order = await box.order([1]);
  await pullOrders(desk);
  await pack.scan(order.orderId);
  await pack.expectBand('扫商品');
  await pack.scan(order.items[0]?.barcode ?? '');
  await pack.expectBand('扫快递单');
  const waybill = order.waybills[0]?.waybill ?? '';
  await desk.waitForTimeout(300);
  // The sorting code is read first: alone it would be an error.
  const firstMs = Date.now();
  await pack.scanAt('S01-02', firstMs);
  await pack.scanAt(waybill, firstMs + 60 + waybill.length * 8);
  await pack.scanAt('A-77', firstMs + 160 + waybill.length * 8);
  await pack.expectBand(`尾号 ${waybill.slice(-4)}`);
  await expect(pack.blocked).toBeHidden();
  await desk.waitForTimeout(400);
  await expect(pack.blocked).toBeHidden();
});
