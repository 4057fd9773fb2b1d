import type { Order, OrderFlag, OrderStatus, ShippedParcel } from '../../../../shared/domain/order.ts';
import { quantitiesPerSku } from '../../../../shared/domain/platforms/compose-quantities.ts';
import { deadlineOf, isoFromSeconds, linesOf, parcelsOf } from '../wechat/order-parts.ts';
import type { OrderReply } from './schema.ts';

/** 20 is in the page's own samples, the rest as in the sister shop and in public clients. 17 (to be redeemed) stays unknown. */
const STATUS: Readonly<Record<number, OrderStatus>> = {
  10: 'unpaid',
  15: 'pending',
  16: 'pending',
  20: 'to-ship',
  21: 'part-shipped',
  30: 'shipped',
  100: 'done',
  181: 'closed',
  190: 'closed',
  200: 'closed',
  250: 'closed',
};

/** Brings an order of `product/order/get` into our form. Receiver data is not part of it. */
export function orderOf(shopId: string, reply: OrderReply): Order {
  const { order_detail: detail } = reply;
  const status = STATUS[reply.status] ?? 'unknown';
  const parcels = withGoods(parcelsOf(detail.delivery_info?.delivery_product_info ?? []), reply, status);
  const notes = [reply.ext_info, detail.ext_info];
  return {
    shopId,
    platform: 'wechat-mini-shop',
    orderId: reply.order_id,
    status,
    rawStatus: String(reply.status),
    deliverMethod: goesByCourier(reply) ? 'courier' : 'pickup',
    flags: flagsOf(reply),
    note: joined(notes.map((info) => info?.customer_notes)),
    sellerNote: joined(notes.map((info) => info?.merchant_notes)),
    deadline: deadlineOf(detail.product_infos),
    createdAt: isoFromSeconds(reply.create_time),
    updatedAt: isoFromSeconds(reply.update_time),
    lines: linesOf(detail.product_infos, parcels),
    parcels: [...parcels],
  };
}

/** The one parcel of an order that is shipped in full holds all of it, even where the older form names no goods. */
function withGoods(
  parcels: readonly ShippedParcel[],
  reply: OrderReply,
  status: OrderStatus,
): readonly ShippedParcel[] {
  const [only, second] = parcels;
  const inFull = status === 'shipped' || status === 'done';
  if (only === undefined || second !== undefined || only.items.length > 0 || !inFull) return parcels;
  const goods = reply.order_detail.product_infos.map((line) => ({
    productId: line.product_id,
    skuId: line.sku_id,
    quantity: Math.max(0, line.sku_cnt - line.finish_aftersale_sku_cnt),
  }));
  return [{ ...only, items: quantitiesPerSku(goods).filter((sku) => sku.quantity > 0) }];
}

/** The buyer chose the way of delivery. Where an order says nothing of it, it goes by courier like nearly all. */
function goesByCourier({ order_detail: { delivery_info: info } }: OrderReply): boolean {
  const methods = (info?.express_fee ?? []).map((fee) => fee.shipping_method.toLowerCase()).filter(Boolean);
  if (methods.length > 0) return !methods.some((method) => /samecity|pickup/.test(method));
  return !/同城|自提|same.?city|pick.?up/i.test(info?.delivery_method ?? '');
}

function flagsOf({ order_detail: detail, aftersale_detail: cases }: OrderReply): OrderFlag[] {
  const open = (cases?.on_aftersale_order_cnt ?? 0) > 0;
  return open || detail.product_infos.some((line) => line.on_aftersale_sku_cnt > 0) ? ['after-sale'] : [];
}

const joined = (texts: readonly (string | undefined)[]): string => texts.filter(Boolean).join('\n');
