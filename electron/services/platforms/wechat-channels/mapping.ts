import type { Order, OrderFlag, OrderStatus } from '../../../../shared/domain/order.ts';
import { deadlineOf, isoFromSeconds, linesOf, parcelsOf } from '../wechat/order-parts.ts';
import type { OrderReply } from './schema.ts';

const STATUS: Readonly<Record<number, OrderStatus>> = {
  10: 'unpaid',
  12: 'pending',
  13: 'pending',
  20: 'to-ship',
  21: 'part-shipped',
  30: 'shipped',
  100: 'done',
  190: 'closed',
  200: 'closed',
  250: 'closed',
};

/** `deliver_method` of virtual goods; 0 goes by courier. */
const VIRTUAL = 1;
/** `preshipment_change_sku_state` while the shop has not answered. */
const SKU_CHANGE_WAITING = 3;

/** Brings an order of `order/get` into our form. Receiver data is not part of it. */
export function orderOf(shopId: string, reply: OrderReply): Order {
  const { order_detail: detail } = reply;
  const parcels = parcelsOf(detail.delivery_info?.delivery_product_info ?? []);
  return {
    shopId,
    platform: 'wechat-channels',
    orderId: reply.order_id,
    status: STATUS[reply.status] ?? 'unknown',
    rawStatus: String(reply.status),
    deliverMethod: detail.delivery_info?.deliver_method === VIRTUAL ? 'virtual' : 'courier',
    flags: flagsOf(reply),
    note: detail.ext_info?.customer_notes ?? '',
    sellerNote: detail.ext_info?.merchant_notes ?? '',
    deadline: deadlineOf(detail.product_infos),
    createdAt: isoFromSeconds(reply.create_time),
    updatedAt: isoFromSeconds(reply.update_time),
    lines: linesOf(detail.product_infos, parcels),
    parcels: [...parcels],
  };
}

function flagsOf(reply: OrderReply): OrderFlag[] {
  const lines = reply.order_detail.product_infos;
  const afterSale = lines.some((line) => line.on_aftersale_sku_cnt > 0);
  const openCases = (reply.aftersale_detail?.on_aftersale_order_cnt ?? 0) > 0;
  const review = reply.order_detail.delivery_info?.address_under_review === true;
  const skuChange = lines.some((line) => line.change_sku_info?.preshipment_change_sku_state === SKU_CHANGE_WAITING);
  return [
    ...(afterSale || openCases ? (['after-sale'] as const) : []),
    ...(review ? (['address-change'] as const) : []),
    ...(skuChange ? (['sku-change'] as const) : []),
  ];
}
