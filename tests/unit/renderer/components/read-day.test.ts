import { expect, it } from 'vitest';
import { readDay } from '../../../../renderer/components/read-day.ts';

const NOW = Date.parse('2026-11-22T02:00:00Z');

it.each([
  ['2026-11-22', '2026-11-22'],
  [' 2026/1/5 ', '2026-01-05'],
  ['20261105', '2026-11-05'],
  ['２０２６－１１－０５', '2026-11-05'],
  ['2026年11月5日', '2026-11-05'],
  ['11-5', '2026-11-05'],
  ['11月5日', '2026-11-05'],
  ['2024.2.29', '2024-02-29'],
])('%s is the day %s', (typed, day) => {
  expect(readDay(typed, NOW)).toBe(day);
});

it.each(['', 'x', '2026-02-30', '2026-13-01', '2026-11', '22', '2026-11-22x', '11-5-2026'])('%j is no day', (typed) => {
  expect(readDay(typed, NOW)).toBeNull();
});
