import type { PackageItem, SerialNumber } from '../../shipment.ts';

/** 商品序列号,15-17位数字: for a phone its IMEI. */
export const SERIAL_NUMBER = /^\d{15,17}$/;

/** What goes into `serial_number_list` for one piece: the captured number, or the IMEI captured beside it; null for neither. */
export const sentSerialNumber = ({ serialNumber, imei1 }: SerialNumber): string | null =>
  [serialNumber, imei1 ?? ''].find((code) => SERIAL_NUMBER.test(code)) ?? null;

/** The captured numbers of a package, in the order of its goods. */
export const capturedSerialNumbers = (items: readonly PackageItem[]): readonly SerialNumber[] =>
  items.flatMap((item) => item.serialNumbers ?? []);
