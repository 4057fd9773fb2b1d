import type { Page } from '@playwright/test';
import { callDesk } from './call-desk.ts';
import { expect, pullOrders, test } from './fixtures.ts';
import { keepBusy } from './keep-busy.ts';

/** Everyday runs take 600 scans; the whole 10,000 take nine minutes: `DISPATCH_DESK_SCANS=10000 npm run e2e -- …`. */
const SCANS = Number(process.env['DISPATCH_DESK_SCANS'] ?? 600);
const PER_SECOND = 20;
/** No code comes again within the 250 ms that make it the same trigger pull. */
const KINDS = 8;

// A recording of each frame would be the busiest thing on the page.
test.use({ trace: 'off' });

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
  const keyboard = await desk.context().newCDPSession(desk);
  const startMs = Date.now();
  const sent: Promise<unknown>[] = [];
  for (const [index, code] of wanted.entries()) {
    const beginMs = startMs + index * (1_000 / PER_SECOND);
    const wait = beginMs - Date.now();
    if (wait > 0) await desk.waitForTimeout(wait);
    for (const [position, char] of [...code, '\r'].entries()) {
      const enter = char === '\r';
      const key = enter ? 'Enter' : char;
      const common = { key, code: enter ? 'Enter' : `Digit${char}`, timestamp: (beginMs + position * 2) / 1_000 };
      sent.push(keyboard.send('Input.dispatchKeyEvent', { type: 'keyDown', text: char, ...common }));
      sent.push(keyboard.send('Input.dispatchKeyEvent', { type: 'keyUp', ...common }));
    }
    if (sent.length > 2_000) await Promise.all(sent.splice(0));
  }
  await Promise.all(sent);
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
