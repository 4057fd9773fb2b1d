import { describe, expect, it } from 'vitest';
import { readDeadline } from '../../../electron/services/orders/read-deadline.ts';

const read = (text: string): string | null => {
  const ms = readDeadline(text);
  return ms === null ? null : new Date(ms).toISOString();
};

describe('ship-by times in files', () => {
  it.each([
    ['2026-12-01 18:00', '2026-12-01T10:00:00.000Z'],
    ['2026-12-01 18:00:30', '2026-12-01T10:00:30.000Z'],
    ['2026/12/1 8:05', '2026-12-01T00:05:00.000Z'],
    ['2026年12月1日 18:00', '2026-12-01T10:00:00.000Z'],
    ['2026.12.01', '2026-12-01T15:59:59.000Z'],
    ['2026-12-01T18:00:00', '2026-12-01T10:00:00.000Z'],
    ['2026-12-01T18:00:00+09:00', '2026-12-01T09:00:00.000Z'],
    ['2026-12-01T18:00:00Z', '2026-12-01T18:00:00.000Z'],
    ['46357.75', '2026-12-01T10:00:00.000Z'],
  ])('reads %s as China writes it', (text, expected) => expect(read(text)).toBe(expected));

  it.each(['明天', '2026-13-01', '2026-02-30', '12/01/2026', '2026-12-01 25:00', '20261201', '-1'])(
    'does not guess at %s',
    (text) => expect(read(text)).toBeNull(),
  );
});
