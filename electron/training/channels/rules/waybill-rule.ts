import { UNLISTED_CARRIER } from '../../practice/carriers.ts';
import { waybillFault } from '../../wechat/waybill-rule.ts';
import { refuse, type Refusal } from '../../wechat/wechat-reply.ts';
import { codeMessage } from '../codes.ts';

/** Whether a carrier is on the list and a parcel number can be one of its own. */
export function waybillRefusal(carrier: string, waybill: string): Refusal | undefined {
  const code = waybillFault({ carrier, waybill }, UNLISTED_CARRIER);
  return code === undefined ? undefined : refuse(code, codeMessage(code));
}
