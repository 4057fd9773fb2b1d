import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright';
import { findBrowser } from '../../build/setup/find-browser.mjs';
import { callDesk } from '../e2e/call-desk.ts';
import { startLoopbackHost } from '../e2e/hosts/loopback-host.ts';
import { practiceBox } from '../e2e/practice-box.ts';
import { spawnTraining, type Training } from '../support/training.ts';
import { now, spread } from './measure.ts';
import type { Figure, Report } from './report.ts';

const ORDERS = 40;
const STARTS = 5;

/** End to end in Chromium: from the Enter of a scan to the verdict and to "saved" on the screen, and from start to usable. */
export async function deskBench(): Promise<Report> {
  const executablePath = findBrowser();
  if (executablePath === undefined)
    return { figures: [{ name: 'desk', value: 'not run', note: 'no Chromium, Chrome or Edge found' }] };
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  const training = await spawnTraining(['--orders', '0']);
  const dir = mkdtempSync(join(tmpdir(), 'bench-desk-'));
  try {
    return { figures: [...(await scans(browser, training, dir)), ...(await starts(browser, dir))] };
  } finally {
    await browser.close();
    await training.stop();
    rmSync(dir, { recursive: true, force: true });
  }
}

async function scans(browser: Browser, training: Training, dir: string): Promise<Figure[]> {
  const host = await startLoopbackHost(dir);
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
  await page.addInitScript(watchScans);
  await host.open(page);
  await prepare(page, training);
  const box = practiceBox(training);
  const orders = [];
  for (let index = 0; index < ORDERS; index += 1) orders.push(await box.order([2]));
  await callDesk(page, 'orders', 'pull', { shop: 'Bench', wait: true });
  await page.reload();
  await page.locator('main').first().waitFor();
  const verdicts: number[] = [];
  const saves: number[] = [];
  for (const order of orders) {
    const [item] = order.items;
    const [waybill] = order.waybills;
    verdicts.push(await scan(page, order.orderId));
    for (let piece = 0; piece < (item?.quantity ?? 0); piece += 1) {
      await page.waitForTimeout(260);
      verdicts.push(await scan(page, item?.barcode ?? ''));
    }
    saves.push(await scan(page, waybill?.waybill ?? ''));
  }
  await page.close();
  await host.stop();
  return [
    {
      name: 'scan to verdict painted',
      value: spread(verdicts),
      note: `${verdicts.length} scans, Chromium; limit is two 60 Hz frames (33 ms)`,
    },
    { name: 'scan to saved painted', value: spread(saves), note: `${saves.length} waybills, durable before green` },
  ];
}

async function prepare(page: Page, training: Training): Promise<void> {
  const [shop] = await training.desk.shops();
  if (shop === undefined) throw new Error('The practice platforms have no shop');
  const { appId, appSecret } = shop;
  const baseUrl = training.baseUrl;
  await callDesk(page, 'shops', 'add', {
    name: 'Bench',
    platform: 'wechat-channels',
    baseUrl,
    credentials: { appId, appSecret },
  });
  await callDesk(page, 'settings', 'set', { key: 'ui.languageChosen', value: true });
}

/**
 * Notes, in the page's own clock, the Enter of a scan and the first frame after the state band says something else. Runs
 * before the page's own scripts, whose scanner takes the keys for itself.
 */
function watchScans(): void {
  const band = (): string => document.querySelector('[data-testid=band]')?.textContent ?? '';
  const state = { enteredAt: 0, paintedAt: 0, before: '' };
  Object.assign(window, { benchScan: state });
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'Enter') Object.assign(state, { enteredAt: event.timeStamp, paintedAt: 0, before: band() });
    },
    { capture: true },
  );
  new MutationObserver(() => {
    if (state.paintedAt === 0 && band() !== state.before)
      requestAnimationFrame(() => setTimeout(() => (state.paintedAt ||= performance.now())));
  }).observe(document, { subtree: true, childList: true, characterData: true });
}

async function scan(page: Page, code: string): Promise<number> {
  await page.keyboard.type(code, { delay: 4 });
  await page.keyboard.press('Enter');
  const painted = await page.waitForFunction(() => {
    const { enteredAt, paintedAt } = Reflect.get(window, 'benchScan') as { enteredAt: number; paintedAt: number };
    return paintedAt > enteredAt && enteredAt > 0 ? paintedAt - enteredAt : null;
  });
  return (await painted.jsonValue()) ?? Number.NaN;
}

async function starts(browser: Browser, dir: string): Promise<Figure[]> {
  const listening: number[] = [];
  const usable: number[] = [];
  for (let index = 0; index < STARTS; index += 1) {
    const startedAt = now();
    const host = await startLoopbackHost(dir);
    listening.push(now() - startedAt);
    const page = await browser.newPage();
    await host.open(page);
    await page.locator('main').first().waitFor();
    usable.push(now() - startedAt);
    await page.close();
    await host.stop();
  }
  return [
    { name: 'start to listening', value: spread(listening), note: `${STARTS} starts of the bundled host` },
    { name: 'start to usable page', value: spread(usable), note: 'browser already open' },
  ];
}
