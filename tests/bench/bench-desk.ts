import SqliteDatabase from 'better-sqlite3';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { DATABASE_FILE, openDatabase } from '../../electron/services/db/open.ts';
import { createOrderStore } from '../../electron/services/orders/order-store.ts';
import { openSearch } from '../../electron/services/search/search-service.ts';
import { callDesk } from '../e2e/call-desk.ts';
import { startLoopbackHost } from '../e2e/hosts/loopback-host.ts';
import type { RunningHost } from '../e2e/hosts/running-host.ts';
import type { Training } from '../support/training.ts';
import { quiet, realClock } from './desk-outbox.ts';
import { seedWaiting } from './seed-history.ts';

/** A desk with one practice shop and `waiting` orders to be packed, its search file ready, its page open. */
export async function openBenchDesk(options: {
  readonly browser: Browser;
  readonly training: Training;
  readonly dir: string;
  readonly waiting: number;
  /** Put into the page before its own scripts. */
  readonly watch?: () => void;
}): Promise<{ readonly host: RunningHost; readonly page: Page }> {
  const { browser, training, dir, waiting, watch } = options;
  const first = await startLoopbackHost(dir);
  const setUp = await browser.newPage();
  await first.open(setUp);
  await addShop(setUp, training);
  await setUp.close();
  await first.stop();
  await seed(dir, waiting);
  const host = await startLoopbackHost(dir);
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
  if (watch !== undefined) await page.addInitScript(watch);
  await host.open(page);
  await page.locator('main').first().waitFor();
  return { host, page };
}

async function addShop(page: Page, training: Training): Promise<void> {
  const [shop] = await training.desk.shops();
  if (shop === undefined) throw new Error('The practice platforms have no shop');
  const { appId, appSecret } = shop;
  const { baseUrl } = training;
  const credentials = { appId, appSecret };
  await callDesk(page, 'shops', 'add', { name: 'Bench', platform: 'wechat-channels', baseUrl, credentials });
  await callDesk(page, 'settings', 'set', { key: 'ui.languageChosen', value: true });
}

async function seed(dataDir: string, waiting: number): Promise<void> {
  const file = new SqliteDatabase(join(dataDir, DATABASE_FILE));
  const shopId = file.prepare<[], string>('SELECT id FROM shop').pluck().get() ?? '';
  file.close();
  const opened = openDatabase({ dataDir, nowMs: Date.now() });
  if (!opened.ok) throw new Error(opened.error.code);
  const { database } = opened.value;
  seedWaiting(database, shopId, waiting);
  const search = openSearch({ database, orders: createOrderStore(database), dataDir, clock: realClock, log: quiet });
  await search.indexer.catchUp(2_000);
  await search.close();
  database.close();
}
