import type { Page } from '@playwright/test';
import { expect, pullOrders, test } from './fixtures.ts';
import { hostilePayloads } from './hostile-payloads.ts';
import { goTo } from './pages/go-to.ts';
import { outboxPage } from './pages/outbox-page.ts';
import { savePackage } from './save-package.ts';

/** Counts what must not happen: dialogs, windows, other addresses; and what the policy stopped. */
async function watch(page: Page) {
  const seen = { dialogs: 0, windows: 0, requests: [] as string[] };
  page.on('dialog', (dialog) => {
    seen.dialogs += 1;
    void dialog.dismiss();
  });
  page.context().on('page', () => (seen.windows += 1));
  page.on('request', (request) => {
    if (!/^(https?:\/\/127\.0\.0\.1|app:\/\/bundle|data:|blob:)/.test(request.url())) seen.requests.push(request.url());
  });
  await page.evaluate(() => {
    Reflect.set(window, 'violations', []);
    document.addEventListener('securitypolicyviolation', (event) =>
      (Reflect.get(window, 'violations') as string[]).push(event.effectiveDirective),
    );
  });
  const violations = () => page.evaluate(() => Reflect.get(window, 'violations') as string[]);
  const ran = () => page.evaluate(() => Reflect.has(window, 'hostileRan'));
  return { seen, violations, ran };
}

/** Puts every payload into every text field there is on the page now, as typing does; returns how many fields there were. */
const fillAll = (page: Page): Promise<number> =>
  page.evaluate(async (payloads) => {
    const fields = [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')].filter(
      (field) =>
        !field.disabled && !field.readOnly && /^(text|search|password|number|textarea|url|tel)$/.test(field.type),
    );
    for (const field of fields)
      for (const payload of payloads) {
        const kind = field instanceof HTMLInputElement ? HTMLInputElement : HTMLTextAreaElement;
        Object.getOwnPropertyDescriptor(kind.prototype, 'value')?.set?.call(field, payload);
        field.dispatchEvent(new Event('input', { bubbles: true }));
        await Promise.resolve();
      }
    await new Promise((resolve) => setTimeout(resolve, 300));
    return fields.length;
  }, hostilePayloads);

test('three hundred hostile texts in every text field run nothing', async ({ desk }) => {
  test.slow();
  expect(new Set(hostilePayloads).size).toBe(300);
  const { seen, violations, ran } = await watch(desk);
  const address = desk.url();
  let fields = 0;
  for (const digit of [1, 2, 3, 4, 5, 6] as const) {
    await goTo(desk, digit);
    await desk.waitForTimeout(300);
    fields += await fillAll(desk);
  }
  await goTo(desk, 4);
  await desk.getByRole('button', { name: '添加店铺' }).click();
  await expect(desk.getByRole('dialog', { name: '添加店铺' })).toBeVisible();
  fields += await fillAll(desk);
  expect(fields).toBeGreaterThan(6);
  expect({ ...seen, ran: await ran(), violations: await violations() }).toEqual({
    dialogs: 0,
    windows: 0,
    requests: [],
    ran: false,
    violations: [],
  });
  expect(new URL(desk.url()).origin).toBe(new URL(address).origin);
  console.log(`${hostilePayloads.length} texts in ${fields} fields: 0 runs, 0 dialogs, 0 violations`);
});

test('hostile texts from a platform are shown as texts', async ({ desk, box, training }) => {
  const { seen, violations, ran } = await watch(desk);
  const order = await box.order([1]);
  await training.desk.setFault({
    mode: 'answer',
    code: 6060479,
    message: hostilePayloads[1] ?? '',
    calls: ['send'],
    count: 'always',
  });
  await pullOrders(desk);
  await savePackage(desk, order);
  const outbox = outboxPage(desk);
  await outbox.open();
  await outbox.openFirst();
  await expect(outbox.story).toContainText('6060479');
  expect({ ...seen, ran: await ran(), violations: await violations() }).toMatchObject({
    dialogs: 0,
    ran: false,
    violations: [],
  });
});

test('what did get into the document would be stopped by the policy', async ({ desk }) => {
  const { seen, violations, ran } = await watch(desk);
  const thrown = await desk.evaluate((payloads) => {
    let refused = 0;
    for (const payload of payloads.filter((text) => text.includes('<')))
      try {
        const place = document.createElement('div');
        Reflect.set(place, ['inner', 'HTML'].join(''), payload);
        document.body.append(place);
      } catch {
        refused += 1;
      }
    const script = document.createElement('script');
    try {
      script.src = 'https://evil.example/x.js';
      document.body.append(script);
    } catch {
      refused += 1;
    }
    return refused;
  }, hostilePayloads);
  expect(thrown).toBe(hostilePayloads.filter((text) => text.includes('<')).length + 1);
  expect((await violations()).length).toBeGreaterThanOrEqual(thrown);
  expect({ dialogs: seen.dialogs, ran: await ran() }).toEqual({ dialogs: 0, ran: false });
});
