import { readControlCode } from './commands/command-code.ts';
import { normaliseScan } from './barcode.ts';

/** The most digits a PIN has. */
export const MOST_PIN_DIGITS = 12;

/** How many digits a person's number has where so many are to be picked from: as many as the last one needs. */
export const numberWidth = (people: number): number => String(people).length;

/**
 * Whether keys may be a PIN somebody typed fast: digits only, with or without the number of one of `people` before them. A
 * part of a PIN counts. The desk's own barcodes are told by their check digit and are none.
 */
export function mayBePin(text: string, people: number): boolean {
  const digits = normaliseScan(text);
  if (!/^\d+$/.test(digits) || readControlCode(digits) !== null) return false;
  const width = numberWidth(people);
  const person = Number(digits.slice(0, width));
  const picks = person >= 1 && person <= people;
  return digits.length <= MOST_PIN_DIGITS + (picks ? width : 0);
}
