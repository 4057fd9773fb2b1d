import { expect, it } from 'vitest';
import { refusedCsv } from '../../../../../renderer/screens/orders/refused-csv.ts';

const HEADERS = ['Row', 'Column', 'Why', 'Content'] as const;
const csv = (value: string): string =>
  refusedCsv([{ row: 3, column: 'quantity', reason: 'not-a-number', value, detail: '' }], HEADERS, 'en');

it('opens in a spreadsheet program: byte order mark, Windows line ends, every cell quoted', () => {
  const text = csv('a,"b"');
  expect(text.startsWith('\uFEFF"Row","Column","Why","Content"\r\n')).toBe(true);
  expect(text).toContain('"a,""b"""');
});

it('never lets a cell start a formula', () => {
  for (const value of ['=1+1', '+1', '-1', '@cmd', '\tx', '\rx', '＝1', '＋1', '－1', '＠x'])
    expect(csv(value)).toContain(`,"'${value}"`);
});
