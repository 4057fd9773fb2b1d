import { expect, test } from 'vitest';
import { jsonBody, rawDigits, type WireJson } from '../../../../electron/services/platforms/wechat/json-body.ts';

const textOf = (value: WireJson): string => Buffer.from(jsonBody(value)).toString('utf8');

test('digits leave as a number exactly as they are, at any length an id can have', () => {
  for (const id of ['0', '7', '9007199254740993', '1832423523451235145', '18446744073709551615'])
    expect(textOf({ id: rawDigits(id) })).toBe(`{"id":${id}}`);
});

test.each(['', '017', '-1', '1.5', '1e3', ' 1', '1 ', '１２', '0x10', 'NaN', '1'.repeat(21)])('%j is no id', (text) => {
  expect(rawDigits(text)).toBeNull();
});

test('everything else is written as JSON writes it', () => {
  const value = { text: 'a"b\\\n\u2028中', list: [1, null, true, { deep: [] }], number: 0.5 };
  expect(JSON.parse(textOf(value))).toEqual(value);
  expect(textOf(value)).toBe(JSON.stringify(value));
});
