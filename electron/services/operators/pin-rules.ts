const LENGTH = /^\d{6,12}$/;
const UP = '01234567890123456789';
const DOWN = [...UP].reverse().join('');

/** Whether a PIN may be set: 6 to 12 digits (RELIABILITY S22), not one digit all over, not counting up or down. */
export const isGoodPin = (pin: string): boolean =>
  LENGTH.test(pin) && new Set(pin).size > 1 && !UP.includes(pin) && !DOWN.includes(pin);

/** Wrong tries in a row after which a PIN is locked for a while, or until a lead unlocks it. */
export const TRIES_IN_ROW = 10;
/** Wrong tries in all, over any number of locks, after which only a new PIN helps. */
export const TRIES_IN_ALL = 100;
/** How long a locked PIN stays locked by itself; each wrong try afterwards locks it again. */
const LOCK_MS = 15 * 60_000;

/** How long to wait after so many wrong tries in a row: 1, 2, 4 … 60 seconds, then the lock. */
export function waitAfterMs(triesInRow: number): number {
  if (triesInRow <= 0) return 0;
  return triesInRow >= TRIES_IN_ROW ? LOCK_MS : Math.min(60, 2 ** (triesInRow - 1)) * 1_000;
}
