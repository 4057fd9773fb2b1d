import type { AppliedEntry } from '../book/ledger-entry.ts';
import type { OrderBook } from '../book/order-book.ts';
import { skusLeft, type OrderState } from '../book/order-state.ts';
import type { ParcelItem } from '../book/parcel.ts';
import type { Reply } from '../core/reply.ts';
import type { ShopCall } from '../wechat/shop-endpoint.ts';
import { wechatOk, type Refusal } from '../wechat/wechat-reply.ts';
import { goesByCourier } from './order-shape.ts';
import { deliveryRule } from './rules/delivery-rule.ts';
import { goodsRule } from './rules/goods-rule.ts';
import { orderRule } from './rules/order-rule.ts';
import { by, type MiniSendRule } from './rules/send-rule.ts';
import type { MiniDelivery, MiniSendBody } from './schemas.ts';

/** In the order they are asked; the first refusal is the answer and nothing is applied. */
const RULES: readonly MiniSendRule[] = [orderRule, goodsRule, deliveryRule];

/** By courier, and handed over in person or by a rider: how the ledger tells parcels without a number apart. */
const COURIER = 1;
const NO_COURIER = 3;

/** `POST /product/delivery/send`: every rule first, then all parcels of the request at once. */
export const sendMini =
  ({ book, guardsState }: { book: OrderBook; guardsState: boolean }) =>
  ({ appId, request, body }: ShopCall<MiniSendBody>): Reply | Refusal => {
    const order = book.find(appId, body.order_id);
    if (order === undefined) return by(100002);
    for (const rule of RULES) {
      const refusal = rule({ body, order, guardsState });
      if (refusal !== undefined) return refusal;
    }
    book.applySent(body.delivery_list.map((delivery) => appliedEntry(order, delivery, request, guardsState)));
    return wechatOk();
  };

const appliedEntry = (
  order: OrderState,
  delivery: MiniDelivery,
  request: string,
  guardsState: boolean,
): AppliedEntry => ({
  kind: 'applied',
  what: 'send',
  request,
  shop: order.order.shop,
  orderId: order.order.orderId,
  carrier: delivery.delivery_id ?? '',
  waybill: delivery.waybill_id ?? '',
  deliverType: goesByCourier(order.order) ? COURIER : NO_COURIER,
  items: delivery.is_all_product ? allGoods(order, guardsState) : namedGoods(delivery),
});

const namedGoods = ({ product_infos: infos }: MiniDelivery): ParcelItem[] =>
  infos.map((info) => ({ productId: info.product_id, skuId: info.sku_id, quantity: info.product_cnt }));

/** Everything that is left; a platform that guards nothing ships everything that was ordered once more. */
const allGoods = (order: OrderState, guardsState: boolean): ParcelItem[] =>
  skusLeft(order)
    .map(({ productId, skuId, left, ordered }) => ({ productId, skuId, quantity: guardsState ? left : ordered }))
    .filter((item) => item.quantity > 0);
