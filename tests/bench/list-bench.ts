import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright';
import { findBrowser } from '../../build/setup/find-browser.mjs';
import { spawnTraining, type Training } from '../support/training.ts';
import { openBenchDesk } from './bench-desk.ts';
import { median, now, percentile } from './measure.ts';
import { openPlainList } from './peers/plain-page.ts';
import type { Report } from './report.ts';

const SIZES = [1_000, 100_000] as const;
const ROUNDS = 2;
const SCROLL_MS = 3_000;

/** One list of so many rows: ready after, memory of the page, ms of each frame while it is scrolled. */
type Scroll = { readonly readyMs: number; readonly heapMb: number; readonly frames: readonly number[] };

/** The list of orders while a person scrolls it, beside a list that simply draws every row. */
export async function listBench(): Promise<Report> {
  const executablePath = findBrowser();
  if (executablePath === undefined)
    return { figures: [{ name: 'list', value: 'not run', note: 'no Chromium, Chrome or Edge found' }] };
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--enable-precise-memory-info'],
  });
  const training = await spawnTraining(['--orders', '0']);
  try {
    const lists: { readonly name: string; readonly rows: number; readonly scrolls: readonly Scroll[] }[] = [];
    for (const rows of SIZES) {
      lists.push({ name: `orders, ${rows} to pack`, rows, scrolls: await ours(browser, training, rows) });
      lists.push({ name: `plain list of ${rows}`, rows, scrolls: await plain(browser, rows) });
    }
    return report(lists);
  } finally {
    await browser.close();
    await training.stop();
  }
}

async function ours(browser: Browser, training: Training, rows: number): Promise<Scroll[]> {
  const dir = mkdtempSync(join(tmpdir(), 'bench-list-'));
  const { host, page } = await openBenchDesk({ browser, training, dir, waiting: rows });
  const scrolls: Scroll[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const startedAt = now();
    await goTo(page, /订单|Orders/);
    await page.locator('main [role=option]').first().waitFor();
    const readyMs = now() - startedAt;
    scrolls.push({ readyMs, ...(await scroll(page)) });
    await goTo(page, /打包|Pack/);
    await page.waitForTimeout(300);
  }
  await page.close();
  await host.stop();
  rmSync(dir, { recursive: true, force: true });
  return scrolls;
}

const goTo = (page: Page, name: RegExp): Promise<void> =>
  page.getByRole('navigation').getByRole('button', { name }).first().click();

async function plain(browser: Browser, rows: number): Promise<Scroll[]> {
  const scrolls: Scroll[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const { page, readyMs } = await openPlainList(browser, rows);
    scrolls.push({ readyMs, ...(await scroll(page)) });
    await page.close();
  }
  return scrolls;
}

/** Scrolls by the wheel as fast as a person does and notes every frame. */
async function scroll(page: Page): Promise<Omit<Scroll, 'readyMs'>> {
  const box = await page.locator('[role=listbox]:has([role=option])').filter({ visible: true }).first().boundingBox();
  if (box === null) throw new Error('There is no list to scroll');
  await page.mouse.move(box.x + box.width / 2, box.y + Math.min(box.height, 900) / 2);
  await page.evaluate(() => {
    const frames: number[] = [];
    Object.assign(window, { benchFrames: frames });
    const next = (last: number) => (at: number) => {
      if (last > 0) frames.push(at - last);
      requestAnimationFrame(next(at));
    };
    requestAnimationFrame(next(0));
  });
  const until = Date.now() + SCROLL_MS;
  while (Date.now() < until) {
    await page.mouse.wheel(0, 240);
    await page.waitForTimeout(30);
  }
  return page.evaluate(() => {
    const { memory } = performance as unknown as { memory: { usedJSHeapSize: number } };
    const frames = [...(Reflect.get(window, 'benchFrames') as number[])];
    return { frames, heapMb: memory.usedJSHeapSize / 2 ** 20 };
  });
}

function report(lists: readonly { name: string; rows: number; scrolls: readonly Scroll[] }[]): Report {
  const framesOf = (scrolls: readonly Scroll[]): number[] => scrolls.flatMap(({ frames }) => [...frames]);
  const figures = lists.map(({ name, scrolls }) => {
    const frames = framesOf(scrolls);
    const late = frames.filter((ms) => ms > 33.4).length;
    return {
      name,
      value: `ready ${median(scrolls.map(({ readyMs }) => readyMs)).toFixed(0)} ms; frame p50 ${percentile(frames, 50).toFixed(1)}  p95 ${percentile(frames, 95).toFixed(1)}  p99 ${percentile(frames, 99).toFixed(1)} ms`,
      note: `${((late / frames.length) * 100).toFixed(1)} % of ${frames.length} frames over 33 ms, ${median(scrolls.map(({ heapMb }) => heapMb)).toFixed(0)} MiB of scripts`,
    };
  });
  const [few, , many, plainMany] = lists;
  if (few === undefined || many === undefined || plainMany === undefined) throw new Error('Four lists are measured');
  const heap = median(many.scrolls.map(({ heapMb }) => heapMb));
  const ready = (list: { scrolls: readonly Scroll[] }): number => median(list.scrolls.map(({ readyMs }) => readyMs));
  return {
    figures,
    answers: [
      {
        row: 26,
        measured: `${heap.toFixed(0)} MiB of scripts; the list ready after ${(ready(many) / ready(plainMany)).toFixed(2)} × a plain one`,
        met: heap <= 40 && ready(many) <= 1.3 * ready(plainMany),
      },
    ],
    charts: [
      {
        name: 'frames',
        title: 'A frame of the list while it is scrolled',
        axis: 'milliseconds (60 Hz: 16.7)',
        kind: 'bars',
        categories: lists.map(({ name }) => name),
        series: [50, 95, 99].map((p) => ({
          name: `p${p}`,
          values: lists.map(({ scrolls }) => Math.round(percentile(framesOf(scrolls), p) * 10) / 10),
        })),
      },
      {
        name: 'ready',
        title: 'Until the first rows are seen',
        axis: 'milliseconds',
        kind: 'bars',
        logarithmic: true,
        categories: lists.map(({ name }) => name),
        series: [{ name: 'ready', values: lists.map((list) => Math.round(ready(list))) }],
      },
    ],
  };
}
