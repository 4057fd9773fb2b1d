import { LosslessNumber, stringify } from 'lossless-json';

/** What a request body may hold: JSON, and numbers given as their digits. */
export type WireJson =
  | null
  | boolean
  | number
  | string
  | LosslessNumber
  | readonly WireJson[]
  | { readonly [key: string]: WireJson };

/** A JSON body as bytes. The same value always makes the same bytes. */
export const jsonBody = (value: WireJson): Uint8Array => Buffer.from(stringify(value) ?? 'null', 'utf8');

const DIGITS = /^(?:0|[1-9]\d{0,19})$/;

/**
 * An id that leaves as a number with exactly these digits, up to the twenty of an unsigned 64-bit number; null for text
 * that is no such number.
 */
export const rawDigits = (id: string): LosslessNumber | null => (DIGITS.test(id) ? new LosslessNumber(id) : null);
