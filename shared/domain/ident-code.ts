import { passesLuhn } from './commands/luhn.ts';

/**
 * What a platform takes as the numbers of one piece: the form of its serial number, and how many IMEIs may stand beside
 * it. Where a phone's IMEI is itself the serial number, none stands beside it.
 */
export type IdentForm = { readonly serial: RegExp; readonly imeis: 0 | 1 | 2 };

/** Serial numbers where a platform says nothing of their form. */
export const ANY_SERIAL: IdentForm = { serial: /^[0-9A-Z-]{4,64}$/, imeis: 0 };

/** The bodies whose phones are sold in China give the first two digits: 35 and 86, test units 00 to 01, multi-mode 99. */
const IMEI = /^(?:01|35|86|99)\d{13}$/;

/** True for 15 digits that begin as IMEIs do and end in the right check digit (3GPP TS 23.003). */
export const isImei = (code: string): boolean => IMEI.test(code) && passesLuhn(code);

/** True for 15 digits that begin as IMEIs do and whose check digit is wrong: read or typed badly. */
export const isMisreadImei = (code: string): boolean => IMEI.test(code) && !passesLuhn(code);
