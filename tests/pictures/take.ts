import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright';
import { findBrowser } from '../../build/setup/find-browser.mjs';
import type { Language } from '../../shared/contract/system.ts';
import { callDesk } from '../e2e/call-desk.ts';
import { startLoopbackHost } from '../e2e/hosts/loopback-host.ts';
import { specialOrders } from './special-orders.ts';
import { scanCode } from '../e2e/pages/scanner.ts';
import { authorisation } from './authorise.ts';

type TrayOrder = {
  readonly orderId: string;
  readonly items: readonly {
    readonly barcode: string;
    readonly quantity: number;
    readonly serialNumbers: readonly string[];
  }[];
  readonly waybills: readonly string[];
};

const SCREEN = { width: 1920, height: 1080 };
const OUTPUT = join(import.meta.dirname, '../../build/screenshots');
/** Long enough for pictures and transitions; nothing is measured here. */
const SETTLE_MS = 700;
/** Two pieces of the same goods in quick succession would count as one trigger pull read twice. */
const BETWEEN_SCANS_MS = 300;

const executablePath = findBrowser();
if (executablePath === undefined) throw new Error('No Chromium, Chrome or Edge found');
mkdirSync(OUTPUT, { recursive: true });
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
try {
  for (const language of ['zh-CN', 'en'] as const) await walk(browser, language);
} finally {
  await browser.close();
}

/** One walk through the desk in one language, on a data folder of its own. */
async function walk(chromiumBrowser: Browser, language: Language): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), 'pictures-'));
  const host = await startLoopbackHost(dir);
  const page = await chromiumBrowser.newPage({ viewport: SCREEN });
  const shoot = async (name: string): Promise<void> => {
    await page.waitForTimeout(SETTLE_MS);
    const file = join(OUTPUT, `${name}-${language === 'en' ? 'en' : 'zh'}.png`);
    await page.screenshot({ path: file });
    console.log(file);
  };
  try {
    await host.open(page);
    await page.locator('main').first().waitFor();
    await shoot('welcome');
    await callDesk(page, 'settings', 'set', { key: 'ui.language', value: language });
    await callDesk(page, 'settings', 'set', { key: 'ui.languageChosen', value: true });
    await callDesk(page, 'training', 'start', {});
    await page.reload();
    await page.getByTestId('band').waitFor();
    await shoot('pack-idle');
    await specialOrders(page, shoot);
    await callDesk(page, 'training', 'setFault', { fault: 'none' });
    await page.goto(`${new URL(page.url()).origin}/#/`);
    await packing(page, shoot);
    for (const name of ['outbox', 'orders', 'shops', 'settings', 'codes']) {
      await page.goto(`${new URL(page.url()).origin}/#/${name}`);
      await shoot(name);
    }
    await callDesk(page, 'packing', 'act', { action: 'close-order' });
    await callDesk(page, 'training', 'stop', {});
    await authorisation(page, shoot);
  } finally {
    await page.close();
    await host.stop();
    rmSync(dir, { recursive: true, force: true });
  }
}

async function packing(page: Page, shoot: (name: string) => Promise<void>): Promise<void> {
  const tray = (await callDesk(page, 'training', 'tray', {})) as readonly TrayOrder[];
  const order =
    tray.find((each) => each.items.length > 1 && each.items.every((item) => item.serialNumbers.length === 0)) ??
    tray[0];
  if (order === undefined) throw new Error('The practice tray is empty');
  await scan(page, order.orderId);
  await scan(page, order.items[0]?.barcode ?? '');
  await shoot('pack-items');
  await scan(page, '6901234567892');
  await shoot('pack-refused');
  await page.keyboard.press('F8');
  const [first, ...others] = order.items.flatMap((item) => Array.from({ length: item.quantity }, () => item.barcode));
  for (const code of others) await scan(page, first === undefined ? '' : code);
  await shoot('pack-waybill');
  await callDesk(page, 'training', 'setFault', { fault: 'lost-answer' });
  await scan(page, order.waybills[0] ?? '');
  await shoot('pack-saved');
}

async function scan(page: Page, code: string): Promise<void> {
  await page.waitForTimeout(BETWEEN_SCANS_MS);
  await scanCode(page, code);
  await page.waitForTimeout(BETWEEN_SCANS_MS);
}
