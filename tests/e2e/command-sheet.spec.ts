import { commandDigits, quantityDigits } from '../../shared/domain/commands/command-code.ts';
import { COMMANDS } from '../../shared/domain/commands/command-list.ts';
import { readBarcodes } from '../support/read-barcodes.ts';
import { findBarriers } from './find-barriers.ts';
import { expect, test } from './fixtures.ts';

const COMMAND_CODES = COMMANDS.flatMap(({ id }) => commandDigits(id) ?? []);
const QUANTITY_CODES = [2, 3, 5, 6, 10, 12].map(quantityDigits);
const ALL_CODES = [...COMMAND_CODES, ...QUANTITY_CODES];

test.beforeEach(async ({ desk }) => {
  await desk.getByRole('navigation').getByRole('button', { name: '设置' }).press('Enter');
  await desk.getByRole('link', { name: '打开命令码' }).press('Enter');
  await expect(desk.getByTestId('command-sheet')).toBeVisible();
});

for (const [language, label] of [
  ['zh-CN', '中文'],
  ['en', 'English'],
] as const)
  test(`every barcode of the printed sheet says exactly its command, in ${language}`, async ({ desk }) => {
    const sheet = desk.getByTestId('command-sheet');
    await sheet.getByText(label, { exact: true }).click();
    await expect(sheet.locator('section').first()).toHaveAttribute('lang', language);
    expect(await findBarriers(desk)).toEqual([]);
    await desk.emulateMedia({ media: 'print' });
    const barcodes = sheet.locator('svg[data-digits]');
    await expect(barcodes).toHaveCount(ALL_CODES.length);
    const read: (readonly string[])[] = [];
    for (const barcode of await barcodes.all()) read.push(await readBarcodes(await barcode.screenshot()));
    expect(read).toEqual(ALL_CODES.map((digits) => [digits]));
    const together: string[] = [];
    for (const page of await sheet.locator('section').all())
      together.push(...(await readBarcodes(await page.screenshot())));
    expect(together.toSorted()).toEqual(ALL_CODES.toSorted());
  });

test('the sheet fills its A4 pages and no page more', async ({ desk }) => {
  const sheet = desk.getByTestId('command-sheet');
  const pages = await sheet.locator('section').count();
  expect(pages).toBe(Math.ceil(ALL_CODES.length / 10));
  const perPage: number[] = [];
  for (const section of await sheet.locator('section').all()) perPage.push(await section.locator('li').count());
  expect(Math.max(...perPage) - Math.min(...perPage)).toBeLessThanOrEqual(pages);
  for (const section of await sheet.locator('section').all())
    expect(await section.evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)).toBe(0);
  const printed = (await desk.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
  expect(printed.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(pages);
  // A4 in points.
  expect(printed).toMatch(/\/MediaBox\s*\[0 0 59[45]\.\d+ 84[12]\.\d+\]/);
});
