import { refuse, type Refusal } from '../../wechat/wechat-reply.ts';
import { findMiniCarrier } from '../carriers.ts';
import { goesByCourier } from '../order-shape.ts';
import type { MiniDelivery } from '../schemas.ts';
import type { MiniSendRule } from './send-rule.ts';

/** What any carrier's parcel number looks like. */
const WAYBILL = /^[0-9A-Za-z-]{6,40}$/;

/** Courier goods need company and number; same-city and pick-up goods need neither. */
export const deliveryRule: MiniSendRule = ({ body, order }) => {
  if (!goesByCourier(order.order)) return undefined;
  return body.delivery_list.map(courierRefusal).find((refusal) => refusal !== undefined);
};

/** The page has no code for a wrong company or number: they are bad arguments like any other. */
function courierRefusal({ delivery_id: company, waybill_id: number }: MiniDelivery): Refusal | undefined {
  if (!company) return refuse(40097, 'invalid args, missing field: delivery_list.delivery_id');
  if (!number) return refuse(40097, 'invalid args, missing field: delivery_list.waybill_id');
  const carrier = findMiniCarrier(company);
  if (carrier === undefined) return refuse(40097, 'invalid args, bad value: delivery_list.delivery_id');
  if (!WAYBILL.test(number) || carrier.shape?.test(number) === false)
    return refuse(40097, 'invalid args, bad value: delivery_list.waybill_id');
  return undefined;
}
