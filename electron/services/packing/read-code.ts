import type { Problem } from '../../../shared/contract/problem.ts';
import { isChineseEan, looksLikeQrContent, MAX_SCAN_LENGTH, normaliseScan } from '../../../shared/domain/barcode.ts';
import type { Symbology } from '../../../shared/domain/symbology.ts';
import { normaliseWaybill, WAYBILL_PATTERN } from '../../../shared/domain/waybill.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';

/** Characters scanners add around a code (suffixes, GS) are fine; any other control character is a wrongly set-up scanner. */
const FRAMING = new Set([0x09, 0x0a, 0x0d, 0x1d]);

const hasControlCharacters = (text: string): boolean =>
  [...text].some((character) => {
    const point = character.codePointAt(0) ?? 0;
    return (point < 0x20 || (point >= 0x7f && point <= 0x9f)) && !FRAMING.has(point);
  });

/** Shows what cannot be printed as hexadecimal, and keeps the text short. */
export const printable = (text: string): string =>
  [...text.slice(0, 200)]
    .map((character) => {
      const point = character.codePointAt(0) ?? 0;
      return /[\p{C}]/u.test(character) ? `\\x${point.toString(16).toUpperCase().padStart(2, '0')}` : character;
    })
    .join('');

/** The code inside a raw scan, or why it is none. */
export function readCode(raw: string): Result<string, Problem> {
  if (raw.length > MAX_SCAN_LENGTH) return err({ code: 'scan-too-long', length: raw.length });
  if (hasControlCharacters(raw)) return err({ code: 'scan-control-characters', text: printable(raw) });
  const code = normaliseScan(raw);
  return code === '' ? err({ code: 'scan-empty' }) : ok(code);
}

/**
 * The waybill a code stands for, or why it cannot be one. Shapes of carriers are hints and are not checked here. What the
 * scanner says of the barcode decides where the digits alone would have to be guessed at.
 */
export function readWaybill(
  code: string,
  orderId: string,
  symbology: Symbology | null = null,
): Result<string, Problem> {
  const refuse = (reason: Extract<Problem, { code: 'scan-not-waybill' }>['reason']): Result<never, Problem> =>
    err({ code: 'scan-not-waybill', text: printable(code), reason });
  if (looksLikeQrContent(code.trim()) && !/^[0-9A-Za-z -]+$/.test(code)) return refuse('link');
  if (code === orderId) return refuse('order-number');
  if (symbology === null ? isChineseEan(code) : symbology === 'ean') return refuse('goods-barcode');
  const waybill = normaliseWaybill(code);
  if (waybill.length < 6) return refuse('too-short');
  if (waybill.length > 40) return refuse('too-long');
  return WAYBILL_PATTERN.test(waybill) ? ok(waybill) : refuse('bad-characters');
}

/** The shape of a waybill, for remembering which carrier a packer chose: digits become 9, letters stay. */
export const waybillShape = (waybill: string): string => `${waybill.slice(0, 2)}:${waybill.replace(/\d/g, '9')}`;
