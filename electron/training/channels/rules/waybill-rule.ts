import { findCarrier, UNLISTED_CARRIER } from '../../practice/carriers.ts';
import { refuse, type Refusal } from '../../wechat/wechat-reply.ts';
import { codeMessage } from '../codes.ts';

/** What any carrier's parcel number looks like. */
const WAYBILL = /^[0-9A-Za-z-]{6,40}$/;

/** Whether a carrier is on the list and a parcel number can be one of its own. */
export function waybillRefusal(carrierCode: string, waybill: string): Refusal | undefined {
  const carrier = findCarrier(carrierCode);
  if (carrier === undefined && carrierCode !== UNLISTED_CARRIER) return refuse(606004, codeMessage(606004));
  if (!WAYBILL.test(waybill)) return refuse(606005, codeMessage(606005));
  if (carrier?.shape !== undefined && !carrier.shape.test(waybill)) return refuse(6060479, codeMessage(6060479));
  return undefined;
}
