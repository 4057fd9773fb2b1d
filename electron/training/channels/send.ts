import type { AppliedEntry } from '../book/ledger-entry.ts';
import type { OrderBook } from '../book/order-book.ts';
import type { Reply } from '../core/reply.ts';
import type { ShopCall } from '../wechat/shop-endpoint.ts';
import { refuse, wechatOk, type Refusal } from '../wechat/wechat-reply.ts';
import { codeMessage } from './codes.ts';
import { courseRule } from './rules/course-rule.ts';
import { deliveryRule } from './rules/delivery-rules.ts';
import { goodsRule } from './rules/goods-rules.ts';
import { orderRule } from './rules/order-rules.ts';
import type { SendContext, SendRule } from './rules/send-context.ts';
import { subsidyRule } from './rules/subsidy-rule.ts';
import type { Delivery, SendBody } from './schemas.ts';

/** In the order they are asked; the first refusal is the answer and nothing is applied. */
const RULES: readonly SendRule[] = [orderRule, goodsRule, deliveryRule, courseRule, subsidyRule];

/** `POST /channels/ec/order/delivery/send`: every rule first, then all parcels of the request at once. */
export const sendDelivery =
  ({ book, guardsState }: { book: OrderBook; guardsState: boolean }) =>
  ({ appId, request, body }: ShopCall<SendBody>): Reply | Refusal => {
    const order = book.find(appId, body.order_id);
    if (order === undefined) return refuse(100002, codeMessage(100002));
    const context: SendContext = {
      body,
      order,
      shop: book.shop(appId),
      serialLockedBy: book.serialLockedBy,
      guardsState,
    };
    for (const rule of RULES) {
      const refusal = rule(context);
      if (refusal !== undefined) return refusal;
    }
    book.applySent(body.delivery_list.map((delivery) => appliedEntry(delivery, appId, request, body.order_id)));
    return wechatOk();
  };

const appliedEntry = (delivery: Delivery, shop: string, request: string, orderId: string): AppliedEntry => ({
  kind: 'applied',
  what: 'send',
  request,
  shop,
  orderId,
  carrier: delivery.deliver_type === 1 ? (delivery.delivery_id ?? '') : '',
  waybill: delivery.deliver_type === 1 ? (delivery.waybill_id ?? '') : '',
  deliverType: delivery.deliver_type,
  items: delivery.product_infos.map((info) => ({
    productId: info.product_id,
    skuId: info.sku_id,
    quantity: info.product_cnt,
  })),
  ...(delivery.sn_info === undefined ? {} : { serialNumber: delivery.sn_info.sn_code }),
});
