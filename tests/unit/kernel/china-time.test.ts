import { expect, test } from 'vitest';
import { chinaTime, msFromChinaTime } from '../../../shared/kernel/china-time.ts';

test('a moment reads the same on a clock in China wherever this machine is', () => {
  expect(chinaTime(Date.parse('2020-03-25T05:05:25.999Z'))).toBe('2020-03-25 13:05:25');
  expect(chinaTime(Date.parse('2020-12-31T16:00:00Z'))).toBe('2021-01-01 00:00:00');
  expect(chinaTime(0)).toBe('1970-01-01 08:00:00');
});

test('what is written is read back, to the second', () => {
  for (const iso of ['2020-03-25T05:05:25Z', '2026-11-21T15:59:59Z', '2026-11-21T16:00:00Z'])
    expect(msFromChinaTime(chinaTime(Date.parse(iso)))).toBe(Date.parse(iso));
});

test.each(['', '2020-03-25', '2020-03-25T13:05:25', '25.03.2020 13:05:25', '2020-13-25 13:05:25', '1620738080'])(
  '%j is no such time',
  (text) => {
    expect(msFromChinaTime(text)).toBeNull();
  },
);
