import type { CarrierKey } from './carrier-key.ts';

/**
 * What waybill numbers look like. Hints only: carriers publish no rules and change them, so a shape never bars a number.
 * `usual` are today's numbers, `older` what also has been seen. Numbers are upper case without blanks.
 */
export type WaybillShape = { readonly key: CarrierKey; readonly usual?: RegExp; readonly older?: RegExp };

/** In the order of how often they are met, which is how equal candidates are offered. */
export const WAYBILL_SHAPES: readonly WaybillShape[] = [
  { key: 'zto', usual: /^7[3-68]\d{12}$/, older: /^\d{12}$|^\d{14}$/ },
  { key: 'yto', usual: /^YT\d{13}$/, older: /^[A-Z][0-9A-Z]\d{8}(?:\d{2,5})?$|^Y\d{12}$|^[6-9]\d{17}$/ },
  { key: 'yunda', usual: /^[34]\d{14}$|^5\d{12}$/, older: /^\d{13}$|^\d{15}$/ },
  { key: 'jt', usual: /^JT\d{13}$/, older: /^JT\d{12}$/ },
  { key: 'sto', usual: /^(?:77|43)\d{12,15}$/, older: /^\d{12,13}$|^\d{15,16}$/ },
  { key: 'sf', usual: /^SF[0-9A-Z]\d{12}$/, older: /^SF\d{9,13}$|^\d{12}$|^\d{15}$/ },
  { key: 'jd', usual: /^JD[0-9A-Z]{2}\d{11}(?:-\d+-\d+-?)?$/, older: /^JD[0-9A-Z]{10,18}(?:-\d+-\d+-?)?$/ },
  { key: 'ems', usual: /^[981]\d{12}$|^P[A-Z]\d{11}$|^[A-Z]{2}\d{9}[A-Z]{2}$/, older: /^\d{13}$/ },
  { key: 'danniao', usual: /^621\d{12}$/ },
  { key: 'deppon', usual: /^DPK\d{12}$/, older: /^DPK\d{11,}(?:-\d+)*$|^\d{8,10}$/ },
  { key: 'zjs', usual: /^ZJS\d{12}$/, older: /^A\d{12}$|^[0-9A-Z]{10}$/ },
  { key: 'ucs', usual: /^VIP\d{9}$|^V\d{11}$/, older: /^\d{12}$/ },
  { key: 'kye', usual: /^KY[0-9A-Z]\d{10,12}$/ },
  { key: 'zto-freight', older: /^\d{12}$/ },
  { key: 'ane', older: /^\d{12}$/ },
  { key: 'ymdd', older: /^\d{12}$/ },
];
