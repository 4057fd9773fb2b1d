import { findCarrier, type PracticeCarrier } from '../practice/carriers.ts';

/** One company of the mini-shop's own list. */
export type MiniCarrier = { readonly code: string; readonly name: string; readonly shape?: RegExp };

/**
 * The mini-shop's list has codes of its own (YD for Yunda, HTKY for Best), and companies the Channels list lacks. `as` is
 * the Channels code of the same company, for the shape of its numbers.
 */
const list: readonly (readonly [code: string, name: string, as?: string])[] = [
  ['SF', '顺丰速运', 'SF'],
  ['ZTO', '中通快递', 'ZTO'],
  ['YTO', '圆通速递', 'YTO'],
  ['STO', '申通快递', 'STO'],
  ['YD', '韵达速递', 'YUNDA'],
  ['JTSD', '极兔速递', 'JTSD'],
  ['JD', '京东快递', 'JD'],
  ['EMS', 'EMS', 'EMS'],
  ['DBL', '德邦快递', 'DBKD'],
  ['HTKY', '百世快递'],
  ['ZJS', '宅急送', 'ZJS'],
  ['UC', '优速快递'],
  ['AAE', 'AAE全球专递'],
];

export const MINI_CARRIERS: readonly MiniCarrier[] = list.map(([code, name, as]) => ({
  code,
  name,
  ...shapeOf(as === undefined ? undefined : findCarrier(as)),
}));

function shapeOf(carrier: PracticeCarrier | undefined): { readonly shape?: RegExp } {
  return carrier?.shape === undefined ? {} : { shape: carrier.shape };
}

export const findMiniCarrier = (code: string): MiniCarrier | undefined =>
  MINI_CARRIERS.find((carrier) => carrier.code === code);
