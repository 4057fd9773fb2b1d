import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright';
import { findBrowser } from '../../build/setup/find-browser.mjs';
import { callDesk } from '../e2e/call-desk.ts';
import { practiceBox } from '../e2e/practice-box.ts';
import { spawnTraining, type Training } from '../support/training.ts';
import { openBenchDesk } from './bench-desk.ts';
import { median, percentile, spread } from './measure.ts';
import type { Answer, Figure, Report } from './report.ts';
import { openPlainPage } from './peers/plain-page.ts';

const ORDERS = 20;
const FEW = 1_000;
const MANY = 100_000;
/** Between two scans, as a person does them. */
const PACE_MS = 300;

type Scans = { readonly verdicts: number[]; readonly saves: number[]; readonly sounds: number[] };

/** End to end in Chromium: from the Enter of a scan to verdict, sound and "saved", with few and with many orders waiting. */
export async function deskBench(): Promise<Report> {
  const executablePath = findBrowser();
  if (executablePath === undefined)
    return { figures: [{ name: 'desk', value: 'not run', note: 'no Chromium, Chrome or Edge found' }] };
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  const training = await spawnTraining(['--orders', '0']);
  try {
    const floor = await plainScans(browser);
    const box = practiceBox(training);
    const few = await scans(browser, training, box, FEW);
    const many = await scans(browser, training, box, MANY);
    return report(floor, few, many);
  } finally {
    await browser.close();
    await training.stop();
  }
}

async function scans(
  browser: Browser,
  training: Training,
  box: ReturnType<typeof practiceBox>,
  waiting: number,
): Promise<Scans> {
  const dir = mkdtempSync(join(tmpdir(), 'bench-desk-'));
  const { host, page } = await openBenchDesk({ browser, training, dir, waiting, watch: watchScans });
  const orders = [];
  for (let index = 0; index < ORDERS; index += 1) orders.push(await box.order([2]));
  await callDesk(page, 'orders', 'pull', { shop: 'Bench', wait: true });
  await page.reload();
  await page.locator('[data-testid=band]').waitFor();
  // A page that has just come up refuses what it may have heard only in part.
  await page.waitForTimeout(PACE_MS);
  const found: Scans = { verdicts: [], saves: [], sounds: [] };
  for (const order of orders) {
    const [item] = order.items;
    const [waybill] = order.waybills;
    const codes = [order.orderId, ...Array.from({ length: item?.quantity ?? 0 }, () => item?.barcode ?? '')];
    for (const code of codes) note(found, found.verdicts, await scan(page, code));
    note(found, found.saves, await scan(page, waybill?.waybill ?? ''));
  }
  await page.close();
  await host.stop();
  rmSync(dir, { recursive: true, force: true });
  return found;
}

function note({ sounds }: Scans, list: number[], { painted, sound }: Scan): void {
  list.push(painted);
  if (sound !== null) sounds.push(sound);
}

async function plainScans(browser: Browser): Promise<number[]> {
  const page = await openPlainPage(browser, watchScans);
  const times: number[] = [];
  for (let index = 0; index < ORDERS * 3; index += 1)
    times.push((await scan(page, `37046${index}00000000000`)).painted);
  await page.close();
  return times;
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

/** Ms after the Enter: until the frame is out, and until the first sample of the sound is (null without a sound). */
type Scan = { readonly painted: number; readonly sound: number | null };

async function scan(page: Page, code: string): Promise<Scan> {
  await page.keyboard.type(code, { delay: 4 });
  await page.keyboard.press('Enter');
  const seen = await page.waitForFunction(() => {
    const { enteredAt, paintedAt } = Reflect.get(window, 'benchScan') as { enteredAt: number; paintedAt: number };
    if (paintedAt <= enteredAt || enteredAt === 0) return null;
    const mark = performance.getEntriesByName('dispatch-desk:sound').at(-1) as PerformanceMark | undefined;
    const latencyMs = (mark?.detail as { latencyMs: number } | undefined)?.latencyMs ?? 0;
    const startedAt = (mark?.startTime ?? 0) + latencyMs;
    return { painted: paintedAt - enteredAt, sound: startedAt > enteredAt ? startedAt - enteredAt : null };
  });
  const told = await seen.jsonValue();
  await page.waitForTimeout(PACE_MS);
  if (told === null) throw new Error('Nothing was painted');
  return told;
}

function report(floor: readonly number[], few: Scans, many: Scans): Report {
  const sounds = [...few.sounds, ...many.sounds];
  const figures: readonly Figure[] = [
    { name: 'scan to answer, plain page', value: spread(floor), note: 'the floor: one text changed by the key itself' },
    { name: 'scan to verdict painted, 1k waiting', value: spread(few.verdicts), note: `${few.verdicts.length} scans` },
    { name: 'scan to verdict painted, 100k waiting', value: spread(many.verdicts), note: 'two 60 Hz frames are 33 ms' },
    { name: 'scan to saved painted, 1k waiting', value: spread(few.saves), note: 'durable before green' },
    { name: 'scan to saved painted, 100k waiting', value: spread(many.saves), note: `${many.saves.length} waybills` },
    {
      name: 'Enter to first sample of the sound',
      value: spread(sounds),
      note: `${sounds.length} sounds, baseLatency added`,
    },
  ];
  const p = percentile;
  const two = (times: readonly number[]): string => `${p(times, 50).toFixed(1)} / ${p(times, 95).toFixed(1)} ms`;
  const growth = [median(many.verdicts) / median(few.verdicts), median(many.saves) / median(few.saves)] as const;
  const answers: readonly Answer[] = [
    {
      row: 21,
      measured: `${two(many.verdicts)}; ${(median(many.verdicts) / median(floor)).toFixed(2)} × plain page`,
      met: p(many.verdicts, 50) <= 20 && p(many.verdicts, 95) <= 30,
    },
    { row: 22, measured: two(many.saves), met: p(many.saves, 50) <= 36 && p(many.saves, 95) <= 50 },
    {
      row: 23,
      measured: growth.map((each) => each.toFixed(2)).join(', '),
      met: growth.every((each) => each <= 1.1),
    },
    {
      row: 27,
      measured: sounds.length === 0 ? 'no sound device' : `${p(sounds, 99).toFixed(0)} ms`,
      met: sounds.length === 0 ? null : p(sounds, 99) <= 50,
    },
  ];
  return {
    figures,
    answers,
    charts: [
      {
        name: 'scan',
        title: 'From the Enter of a scan to the screen and the ear',
        axis: 'milliseconds',
        kind: 'bars',
        categories: figures.map(({ name }) => name),
        series: [50, 95, 99].map((each) => ({
          name: `p${each}`,
          values: [floor, few.verdicts, many.verdicts, few.saves, many.saves, sounds].map(
            (times) => Math.round(p(times, each) * 10) / 10,
          ),
        })),
      },
    ],
  };
}
