import type { Page } from '@playwright/test';
import type { SheetOrder } from '../../electron/training/sheet/practice-sheet.ts';
import type { VvChange } from '../../electron/training/vv-tool/vv-desk.ts';
import type { Training } from '../support/training.ts';
import { callDesk } from './call-desk.ts';
import { pullOrders } from './fixtures.ts';

/** What the aggregator's shop is called on the desk. */
export const VV_SHOP = '云锦淘宝店';

/** Puts the practice shop behind the aggregator onto the desk. */
export async function addVvShop(page: Page, training: Training): Promise<void> {
  const shop = (await training.desk.shops()).find(({ key }) => key === 'taobao');
  if (shop === undefined) throw new Error('The practice platforms have no shop behind the aggregator');
  const { platform, credentials } = shop;
  await callDesk(page, 'shops', 'add', { name: VV_SHOP, platform, baseUrl: training.baseUrl, credentials });
}

/** Changes money, pace and rights of the practice account. */
export async function changeVvAccount(training: Training, change: VvChange): Promise<void> {
  const answer = await fetch(`${training.adminUrl}/__training/vv-tool/change`, {
    method: 'POST',
    headers: { 'x-training': '1', connection: 'close' },
    body: JSON.stringify(change),
  });
  if (!answer.ok) throw new Error(await answer.text());
}

/** One trade of one piece, on the platform and on the desk. */
export async function newTrade(page: Page, training: Training, no = 1): Promise<SheetOrder> {
  const orderId = `4600000000000${String(no).padStart(6, '0')}`;
  await training.desk.addOrders({ orders: [{ orderId, shop: 'taobao', items: [{ quantity: 1 }] }] });
  await pullOrders(page, VV_SHOP);
  const order = (await training.desk.sheet(50, 'taobao')).find((each) => each.orderId === orderId);
  if (order === undefined) throw new Error(`${orderId} is not on the sheet`);
  return order;
}
