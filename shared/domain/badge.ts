import { luhnDigit, passesLuhn } from './commands/luhn.ts';

/** Digits of the person's number between prefix and check digit. */
const NUMBER_DIGITS = 5;
const PREFIX = '9902';
const BADGE = new RegExp(`^${PREFIX}(\\d{${NUMBER_DIGITS}})\\d$`);

/** How many different badge numbers there are. */
export const BADGE_NUMBERS = 10 ** NUMBER_DIGITS;

/**
 * The code on the badge of a number (PACK-STATION 4.7): ten digits, which no input method changes and which are no
 * goods barcode, no waybill and no order number.
 */
export function badgeCode(number: number): string {
  const body = `${PREFIX}${String(number).padStart(NUMBER_DIGITS, '0')}`;
  return `${body}${luhnDigit(body)}`;
}

/** The number of a badge's code; null for any other text, also for one with a wrong check digit. */
export function badgeNumber(code: string): number | null {
  const number = BADGE.exec(code)?.[1];
  return number !== undefined && passesLuhn(code) ? Number(number) : null;
}
