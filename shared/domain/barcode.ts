/** Longest text a scan may carry before it is refused unread; real labels stay far below. */
export const MAX_SCAN_LENGTH = 512;

const INVISIBLE = /[\u0000-\u001F\u007F-\u009F\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g;

/** Brings what a scanner typed into one form: NFKC (full-width １２３ becomes 123), no control or zero-width characters, trimmed. */
export const normaliseScan = (text: string): string => text.normalize('NFKC').replace(INVISIBLE, '').trim();

/** True for a GTIN-8, -12, -13 or -14 whose check digit is right. */
export function isGtin(text: string): boolean {
  if (!/^(?:\d{8}|\d{12,14})$/.test(text)) return false;
  let sum = 0;
  for (let index = text.length - 2, weight = 3; index >= 0; index -= 1, weight = 4 - weight)
    sum += Number(text[index]) * weight;
  return (10 - (sum % 10)) % 10 === Number(text.at(-1));
}

/**
 * True for the barcode of a case (GTIN-14 with indicator 1 to 8) that holds goods with this GTIN: the digits between the
 * indicator and the check digit are the same (GS1 General Specifications).
 */
export const isCaseOfGoods = (caseCode: string, barcode: string): boolean =>
  /^[1-8]\d{13}$/.test(caseCode) &&
  isGtin(caseCode) &&
  isGtin(barcode) &&
  caseCode.slice(1, 13) === barcode.padStart(13, '0').slice(0, 12);

/** True for an EAN-13 of the Chinese range 690–699: goods, never a waybill. */
export const isChineseEan = (text: string): boolean => /^69\d{11}$/.test(text) && isGtin(text);

/** True for the shape of a Chinese EAN-13 whose check digit is wrong: goods read badly, not a waybill. */
export const isMisreadChineseEan = (text: string): boolean => /^69\d{11}$/.test(text) && !isGtin(text);

/** True for what QR codes on labels carry: links, JSON, anything with blanks or slashes. */
export const looksLikeQrContent = (text: string): boolean =>
  /^(?:https?:|weixin:|alipays?:)/i.test(text) || /[\s{}<>"'/?&=]/.test(text);
