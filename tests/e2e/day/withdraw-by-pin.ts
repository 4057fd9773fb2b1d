import type { Page } from '@playwright/test';
import { expect } from '../fixtures.ts';
import { outboxPage } from '../pages/outbox-page.ts';
import type { PackPage } from '../pages/pack-page.ts';
import { PINS } from '../pages/people.ts';
import type { Day } from './prepare-day.ts';

/** Keys of a hand, told apart from a scanner's by their pace. */
const HAND_MS = 110;

/** The newest package is withdrawn in the outbox: the packer asks, a supervisor's badge and PIN allow it. */
export async function withdrawByPin(desk: Page, pack: PackPage, { ling, withdrawn }: Day): Promise<void> {
  const outbox = outboxPage(desk);
  await pack.press('Control+2');
  await expect(outbox.row(withdrawn)).toBeVisible();
  await outbox.openFirst();
  await expect(outbox.story).toContainText(withdrawn);
  await outbox.story.getByRole('button', { name: '撤销', exact: true }).press('Enter');
  const cancel = desk.getByRole('dialog', { name: '撤销这个包裹' });
  await cancel.getByRole('button', { name: '买家取消' }).press('Enter');
  await cancel.getByRole('button', { name: '撤销，不再发送' }).press('Enter');
  const leave = desk.getByTestId('leave');
  await expect(leave).toBeVisible();
  await pack.scan(ling.badge);
  await expect(leave).toContainText(ling.badge.slice(-4));
  await pack.press('1');
  await desk.waitForTimeout(3 * HAND_MS);
  await desk.keyboard.type(PINS.Ling, { delay: HAND_MS });
  await desk.waitForTimeout(HAND_MS);
  await desk.keyboard.press('Enter');
  await expect(leave).toBeHidden();
  await expect(outbox.story).toContainText('由主管同意');
  await pack.press('Escape');
  await expect(outbox.story).toBeHidden();
  await pack.press('Control+1');
  await expect(pack.band).toBeVisible();
}
