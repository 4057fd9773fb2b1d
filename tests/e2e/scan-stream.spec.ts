import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { callDesk } from './call-desk.ts';
import { expect, pullOrders, test } from './fixtures.ts';
import { keepBusy } from './keep-busy.ts';
import { freePort, openKeyLine } from './pages/key-line.ts';

/** Everyday runs take 600 scans; the whole 10,000 take eleven minutes: `DISPATCH_DESK_SCANS=10000 npx playwright test scan-stream`. */
const SCANS = Number(process.env['DISPATCH_DESK_SCANS'] ?? 600);
const PER_SECOND = 20;
/** No code comes again within the 250 ms that make it the same trigger pull. */
const KINDS = 8;

const port = await freePort();
test.use({
  // A recording of each frame would be the busiest thing on the page.
  trace: 'off',
  launchOptions: [
    async ({ launchOptions }, use) => {
      const door = [`--remote-debugging-port=${port}`, '--remote-allow-origins=*'];
      await use({ ...launchOptions, args: [...(launchOptions.args ?? []), ...door] });
    },
    { scope: 'worker' },
  ],
});

test(`${SCANS} scans at ${PER_SECOND} a second on a busy page: none lost, split or reordered`, async ({
  pack,
  desk,
  box,
}) => {
  test.setTimeout(120_000 + (SCANS / PER_SECOND) * 3_000);
  const each = Math.ceil(SCANS / KINDS);
  const order = await box.order(Array.from({ length: KINDS }, () => each));
  await pullOrders(desk);
  await pack.scan(order.orderId);
  await pack.expectBand('扫商品');
  const codes = order.items.map(({ barcode }) => barcode);
  const wanted = Array.from({ length: SCANS }, (_, index) => codes[index % KINDS] ?? '');
  await keepBusy(desk);
  const keys = await openKeyLine(port, desk.url());
  const startMs = Date.now();
  const typed: Promise<void>[] = [];
  for (const [index, code] of wanted.entries()) {
    const endMs = startMs + (index + 1) * (1_000 / PER_SECOND);
    await sleep(Math.max(0, endMs - Date.now()));
    typed.push(keys.scan(code, endMs));
  }
  await Promise.all(typed);
  keys.close();
  await expect(pack.unpacked).toContainText(SCANS === each * KINDS ? '全部装箱了' : String(each * KINDS - SCANS), {
    timeout: 60_000 + SCANS * 60,
  });
  expect(await loggedScans(desk, SCANS)).toEqual(wanted);
});

/** The newest scans of the black box, oldest first. */
async function loggedScans(page: Page, count: number): Promise<readonly string[]> {
  const rows: { readonly id: number; readonly text: string; readonly verdict: string }[] = [];
  while (rows.length < count) {
    const before = rows.at(-1)?.id;
    const page_ = await callDesk(page, 'scans', 'list', { limit: 200, ...(before === undefined ? {} : { before }) });
    const got = (page_ as { readonly rows: typeof rows }).rows;
    if (got.length === 0) break;
    rows.push(...got);
  }
  return rows
    .slice(0, count)
    .reverse()
    .map(({ text }) => text);
}
