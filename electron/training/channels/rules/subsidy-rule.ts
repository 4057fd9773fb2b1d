import { SUBSIDY_CARRIERS } from '../../practice/carriers.ts';
import { refuse, type Refusal } from '../../wechat/wechat-reply.ts';
import { codeMessage } from '../codes.ts';
import type { Delivery } from '../schemas.ts';
import type { SendContext, SendRule } from './send-context.ts';

const IMEI = /^\d{15}$/;
const SERIAL = /^[0-9A-Za-z-]{4,64}$/;

/** Subsidised goods (国补): serial number, permitted carrier, one SKU a parcel, and a number no other order holds. */
export const subsidyRule: SendRule = (context) => {
  const taken = new Set<string>();
  for (const delivery of context.body.delivery_list) {
    const refusal = hasSubsidy(context, delivery)
      ? subsidyRefusal(context, delivery, taken)
      : delivery.sn_info === undefined
        ? undefined
        : by(268545004);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
};

const by = (code: number): Refusal => refuse(code, codeMessage(code));

const hasSubsidy = ({ order }: SendContext, delivery: Delivery): boolean =>
  delivery.product_infos.some((info) =>
    order.order.lines.some((line) => line.skuId === info.sku_id && line.kind === 'subsidy'),
  );

function subsidyRefusal(context: SendContext, delivery: Delivery, taken: Set<string>): Refusal | undefined {
  const serial = delivery.sn_info;
  if (serial === undefined) return by(606060);
  if (!SUBSIDY_CARRIERS.includes(delivery.delivery_id ?? '')) return by(606061);
  if (new Set(delivery.product_infos.map((info) => info.sku_id)).size > 1) return by(268545006);
  const imeis = [serial.imei1, serial.imei2].filter((imei) => imei !== undefined && imei !== '');
  if (!SERIAL.test(serial.sn_code) || imeis.some((imei) => !IMEI.test(imei ?? ''))) return by(268545012);
  const holder = context.serialLockedBy(serial.sn_code);
  const lockedElsewhere = holder !== undefined && holder !== context.order.order.orderId;
  if (lockedElsewhere || taken.has(serial.sn_code)) return by(268545011);
  taken.add(serial.sn_code);
  return undefined;
}
