import { seededRandom } from '../core/random.ts';

/** The serial number on a practice device: what a packer scans for a subsidised order. */
export type PracticeSerial = { readonly serialNumber: string; readonly imei1: string };

export function practiceSerial(orderId: string, skuId: string, piece = 0): PracticeSerial {
  const random = seededRandom('serial', orderId, skuId, piece);
  return { serialNumber: `XY8${random.digits(11)}`, imei1: withLuhnDigit(`86${random.digits(12)}`) };
}

/** IMEI numbers end in a Luhn check digit over the first fourteen. */
function withLuhnDigit(first14: string): string {
  let sum = 0;
  for (let index = 0; index < 14; index += 1) {
    const digit = Number(first14[index]) * (index % 2 === 0 ? 1 : 2);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return `${first14}${(10 - (sum % 10)) % 10}`;
}
