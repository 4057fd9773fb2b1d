import { callDesk } from './call-desk.ts';
import { expect, pullOrders, test } from './fixtures.ts';
import { ENTER, type Heard, keysOf, playStream, TAKEN_ENTER } from './pages/ime-scanner.ts';

const WAYBILL = 'YT1234567890123';
const wide = (text: string): string =>
  [...text].map((char) => (/\d/.test(char) ? String.fromCharCode(char.charCodeAt(0) + 0xfee0) : char)).join('');
const numpad = (digits: string, alt = false): readonly Heard[] =>
  [...digits].map((digit) => ({ key: digit, code: `Numpad${digit}`, alt }));
const altCode = (text: string): readonly Heard[] =>
  [...text].flatMap((char): readonly Heard[] => [
    { key: 'Alt', code: 'AltLeft', alt: true },
    ...numpad(String(char.charCodeAt(0)).padStart(5, '0'), true),
  ]);

/** Streams that must give exactly this text on the bench. */
const READ: readonly (readonly [name: string, text: string, stream: readonly Heard[]])[] = [
  ['letters and digits that the input method has taken', WAYBILL, [...keysOf(WAYBILL, 'taken'), TAKEN_ENTER]],
  ['pure digits', '75531717192345', [...keysOf('75531717192345'), ENTER]],
  [
    'digits that would choose a candidate',
    'qwe1',
    [...keysOf('qwe', 'taken'), { composing: 'qwe' }, ...keysOf('1', 'taken'), TAKEN_ENTER],
  ],
  ['a code with dashes', 'JD0012345678901-1-1-', [...keysOf('JD0012345678901-1-1-', 'taken'), TAKEN_ENTER]],
  [
    'full-width digits',
    '75531717192345',
    [...[...'75531717192345'].map((d): Heard => ({ key: wide(d), code: `Digit${d}` })), ENTER],
  ],
  ['a code that ends with Caps Lock', WAYBILL, [...keysOf(WAYBILL), { key: 'CapsLock', code: 'CapsLock' }]],
  ['digits of the number pad', '75531717192345', [...numpad('75531717192345'), ENTER]],
  ['Alt and the number pad', 'YT123456', [...altCode('YT123456'), ENTER]],
  [
    'a Bluetooth scanner with 150 ms between keys',
    WAYBILL,
    [...keysOf(WAYBILL).map((key) => ({ ...key, gapMs: 150 })), ENTER],
  ],
];

for (const [name, text, stream] of READ)
  test(`reads ${name}`, async ({ pack, desk }) => {
    await expect(pack.idle).toBeVisible();
    await playStream(desk, stream);
    // The black box says what was read; what the bench makes of a strange code is another test's matter.
    await expect
      .poll(async () => await callDesk(desk, 'scans', 'list', { limit: 5 }))
      .toMatchObject({ rows: [{ text, isKey: false }] });
  });

test('reads a code with its AIM prefix as the Chinese keyboard writes it', async ({ pack, desk, box }) => {
  const order = await box.order([1]);
  await pullOrders(desk);
  const bracket: Heard = { key: '】', code: 'BracketRight' };
  await playStream(desk, [bracket, ...keysOf(`C0${order.orderId}`, 'taken'), TAKEN_ENTER]);
  await pack.expectBand('扫商品');
});

test('refuses in plain words what the input method has swallowed, and counts it', async ({ pack, desk, box }) => {
  const order = await box.order([1]);
  await pullOrders(desk);
  // Where a text field has the focus. The letters never arrive as keys; what is left would be a right order number.
  await pack.press('F7');
  await playStream(desk, [{ composing: 's' }, { composing: 'sf' }, ...keysOf(order.orderId), ENTER]);
  await pack.expectRefused('scan-ime');
  await expect(pack.blocked).toContainText('输入法开着，扫到的内容不可靠');
  await expect(pack.blocked).toContainText('按 Shift 切到英文后重扫');
  await expect(pack.pill('输入法已拦截')).toBeVisible();
  await pack.press('F8');
  await pack.press('Escape');
  await desk.waitForTimeout(800);
  await playStream(desk, [...keysOf(order.orderId), ENTER]);
  await pack.expectBand('扫商品');
});

test('says that the Enter is missing when the input method has eaten it, and keeps the code', async ({
  pack,
  desk,
}) => {
  await expect(pack.idle).toBeVisible();
  await playStream(desk, keysOf(WAYBILL, 'taken'));
  await expect(pack.pill('未检测到回车')).toBeVisible();
  await expect(pack.typing).toHaveValue(WAYBILL);
});
