import { mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { PRODUCTS } from '../../electron/training/practice/catalogue.ts';
import { practiceShop } from '../../electron/training/practice/practice-shops.ts';
import { messages } from '../../renderer/i18n/messages.ts';
import type { Language } from '../../shared/contract/system.ts';
import { callDesk } from '../e2e/call-desk.ts';
import { addShop, pullOrders } from '../e2e/fixtures.ts';
import { startLoopbackHost } from '../e2e/hosts/loopback-host.ts';
import { pacedHand } from '../e2e/pages/paced-hand.ts';
import { spawnTraining, type Training } from '../support/training.ts';
import type { Scene, ShopKey, Stage, WantedOrder } from './stage.ts';

type Given = {
  readonly browser: Browser;
  readonly language: Language;
  readonly size: { readonly width: number; readonly height: number };
  readonly shoot: (page: Page, name: string, options?: { readonly passing: true }) => Promise<void>;
};

/** The sheet of every order a scene adds. */
const ALL_ORDERS = 60;
const QUICK = { 'outbox.settleMs': 300, 'outbox.readBackSpacingMs': 300, 'outbox.callTimeoutMs': 3_000 } as const;

/** Plays one scene on a data folder, a host and practice platforms of its own, and puts all of them away again. */
export async function playScene(scene: Scene, { browser, language, size, shoot }: Given): Promise<void> {
  const dataDir = join(tmpdir(), 'dispatch-desk');
  mkdirSync(dataDir);
  const training = await spawnTraining(['--orders', '0']);
  const host = await startLoopbackHost(dataDir);
  const page = await browser.newPage({ viewport: size, locale: language });
  try {
    if (scene.firstRun) await host.open(page);
    else await host.openPrepared(page, (early) => prepare(early, language));
    const first = scene.firstRun ? 'main' : '[data-testid=band]';
    await page.locator(first).first().waitFor();
    const hand = pacedHand(page);
    const stage: Stage = {
      ...{ page, host, dataDir, language, words: messages[language], training },
      shoot: (name, options) => shoot(page, name, options),
      scan: async (...codes) => {
        for (const code of codes) await hand.scan(code);
        await page.waitForTimeout(BENCH_MS);
      },
      press: async (...keys) => {
        for (const key of keys) {
          await hand.press(key);
          await page.waitForTimeout(BENCH_MS);
        }
      },
      go: async (path) => {
        await page.evaluate((hash) => {
          window.location.hash = hash;
        }, path);
        await page.waitForTimeout(BENCH_MS);
      },
      shop: (key) => openShop(page, training, key),
      order: (wanted) => makeOrder(page, training, wanted),
    };
    await scene.play(stage);
  } finally {
    await page.close();
    await host.stop();
    await training.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Long enough for the bench to answer; nothing is measured here. */
const BENCH_MS = 400;

async function prepare(page: Page, language: Language): Promise<void> {
  for (const [key, value] of Object.entries(QUICK)) await callDesk(page, 'settings', 'set', { key, value });
  await callDesk(page, 'settings', 'set', { key: 'ui.language', value: language });
  await callDesk(page, 'settings', 'set', { key: 'ui.languageChosen', value: true });
}

/** The shop's name without the word for practice: on this desk it stands for a real one. */
const shopName = (key: ShopKey): string => practiceShop(key).name.replace('练习·', '');

async function openShop(page: Page, training: Training, key: ShopKey): Promise<string> {
  const name = shopName(key);
  await addShop(page, training, { key, name });
  await pullOrders(page, name);
  return name;
}

async function makeOrder(page: Page, training: Training, wanted: WantedOrder): ReturnType<Stage['order']> {
  const shop = wanted.shop ?? 'living';
  const { sells } = practiceShop(shop);
  const skus = PRODUCTS.filter((product) => product.kind === 'goods' && product.range === sells).map(
    ({ skus: [first] }) => first?.skuId ?? '',
  );
  const made = await training.desk.orders();
  const orderId = `37261${String(52_600_446 + made.length * 7_919).padStart(9, '0')}21513`;
  const items = wanted.pieces.map((quantity, index) => ({ skuId: skus[index] ?? '', quantity }));
  const { buyerNote = '', deadlineMs = Date.now() + 9 * 3_600_000 } = wanted;
  await training.desk.addOrders({ orders: [{ orderId, shop, items, buyerNote, deadlineMs }] });
  await pullOrders(page, shopName(shop));
  const found = (await training.desk.sheet(ALL_ORDERS, shop)).find((order) => order.orderId === orderId);
  if (found === undefined) throw new Error(`Order ${orderId} is not on the practice sheet`);
  return found;
}
