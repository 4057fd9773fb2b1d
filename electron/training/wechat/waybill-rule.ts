import { findCarrier } from '../practice/carriers.ts';

/** What any carrier's parcel number looks like. */
const WAYBILL = /^[0-9A-Za-z-]{6,40}$/;

/**
 * The code for a carrier that is not on the new list or a parcel number that cannot be one of its own; undefined where both
 * are right. `unlisted` is the code for a company that is not on the list, where the platform has one.
 */
export function waybillFault(
  { carrier: code, waybill }: { readonly carrier: string; readonly waybill: string },
  unlisted?: string,
): 606004 | 606005 | 6060479 | undefined {
  const carrier = findCarrier(code);
  if (carrier === undefined && code !== unlisted) return 606004;
  if (!WAYBILL.test(waybill)) return 606005;
  return carrier?.shape?.test(waybill) === false ? 6060479 : undefined;
}
