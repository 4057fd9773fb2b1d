import { type CommandId, COMMANDS } from './command-list.ts';
import { luhnDigit, passesLuhn } from './luhn.ts';

/** The most pieces one quantity code or entry may ask for. */
export const MAX_QUANTITY = 9_999;

/** What a barcode that belongs to the desk itself says. */
export type ControlCode =
  | { readonly kind: 'command'; readonly id: CommandId }
  | { readonly kind: 'quantity'; readonly quantity: number }
  /** An operator's badge: ten digits `9902`, person, check digit. Who it is, is the operators' matter. */
  | { readonly kind: 'badge'; readonly digits: string };

/** The ten digits of a command's barcode: `9900`, its number, `000`, check digit (PACK-STATION 4.7). Null where it has none. */
export function commandDigits(id: CommandId): string | null {
  const number = COMMANDS.find((command) => command.id === id)?.number ?? null;
  return number === null ? null : withCheck(`9900${String(number).padStart(2, '0')}000`);
}

/** The ten digits that say "this many of the next goods": `9901`, five digits, check digit. */
export const quantityDigits = (quantity: number): string => withCheck(`9901${String(quantity).padStart(5, '0')}`);

const withCheck = (digits: string): string => `${digits}${luhnDigit(digits)}`;

/**
 * Tells the desk's own barcodes from everything else, before anything is looked up. The whole code must match and its
 * check digit must be right: a longer number that merely contains these digits is somebody else's. Ten digits are no EAN
 * (8, 12, 13, 14), no waybill of today and no platform's order number (16 and more).
 */
export function readControlCode(code: string): ControlCode | null {
  if (!/^990[012]\d{6}$/.test(code) || !passesLuhn(code)) return null;
  if (code.startsWith('9902')) return { kind: 'badge', digits: code };
  if (code.startsWith('9901')) {
    const quantity = Number(code.slice(4, 9));
    return quantity >= 1 && quantity <= MAX_QUANTITY ? { kind: 'quantity', quantity } : null;
  }
  const command = COMMANDS.find(({ id }) => commandDigits(id) === code);
  return command === undefined ? null : { kind: 'command', id: command.id };
}
