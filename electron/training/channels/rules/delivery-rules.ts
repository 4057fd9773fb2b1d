import { skusLeft } from '../../book/order-state.ts';
import { refuse, type Refusal } from '../../wechat/wechat-reply.ts';
import { codeMessage } from '../codes.ts';
import { isVirtualOrder } from '../order-shape.ts';
import type { Delivery } from '../schemas.ts';
import type { SendContext, SendRule } from './send-context.ts';
import { waybillRefusal } from './waybill-rule.ts';

const COURIER = 1;
const NO_COURIER = 3;

/** How goods travel: courier goods with carrier and number, virtual goods without and all at once. */
export const deliveryRule: SendRule = (context) => {
  const virtual = isVirtualOrder(context.order.order);
  for (const delivery of context.body.delivery_list) {
    if (delivery.deliver_type !== (virtual ? NO_COURIER : COURIER)) return refuse(606008, codeMessage(606008));
    const refusal = virtual ? undefined : courierRefusal(delivery);
    if (refusal !== undefined) return refusal;
  }
  return virtual && !isWhole(context) ? refuse(606051, codeMessage(606051)) : undefined;
};

function courierRefusal({ waybill_id, delivery_id }: Delivery): Refusal | undefined {
  if (!delivery_id) return refuse(40097, 'invalid args, missing field: delivery_list.delivery_id');
  if (!waybill_id) return refuse(40097, 'invalid args, missing field: delivery_list.waybill_id');
  return waybillRefusal(delivery_id, waybill_id);
}

function isWhole({ body, order }: SendContext): boolean {
  const infos = body.delivery_list.flatMap((delivery) => delivery.product_infos);
  return skusLeft(order).every((sku) => {
    const sent = infos
      .filter((info) => info.product_id === sku.productId && info.sku_id === sku.skuId)
      .reduce((sum, info) => sum + info.product_cnt, 0);
    return sent >= sku.left;
  });
}
