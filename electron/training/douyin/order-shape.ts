import type { PracticeStatus } from '../book/order-change.ts';
import type { OrderState } from '../book/order-state.ts';
import { practiceReceiver } from '../practice/receiver.ts';
import { childrenOf, type Child } from './child.ts';
import { companyCodeOf, companyName } from './companies.ts';

const STATUS: Readonly<Record<PracticeStatus, number>> = {
  unpaid: 1,
  'gift-pending': 1,
  'to-ship': 2,
  'part-shipped': 101,
  shipped: 3,
  done: 5,
  refunded: 21,
  cancelled: 4,
};
const PAID = 105;

/** Douyin's number for where an order stands; one under risk review is only "paid". */
export const orderStatus = (state: OrderState): number =>
  state.status === 'to-ship' && state.holds.includes('risk') ? PAID : STATUS[state.status];

const seconds = (atMs: number): number => Math.floor(atMs / 1_000);

/** The order as `trade/detail` and `trade/list` show it, with its receiver masked and sealed as Douyin does. */
export function orderShape(state: OrderState, pictures: string): Record<string, unknown> {
  const { order } = state;
  const receiver = practiceReceiver(order.orderId);
  const children = childrenOf(state);
  const virtual = order.lines.every((line) => line.kind === 'virtual' || line.kind === 'course');
  return {
    order_id: order.orderId,
    order_status: orderStatus(state),
    main_status: orderStatus(state),
    order_type: virtual ? 2 : 0,
    create_time: seconds(order.createdMs),
    update_time: seconds(state.updatedMs),
    pay_time: seconds(order.createdMs) + 60,
    exp_ship_time: seconds(order.deadlineMs),
    buyer_words: order.buyerNote,
    seller_words: order.merchantNote,
    mask_post_receiver: `${receiver.name.slice(0, 1)}**`,
    mask_post_tel: `${receiver.phone.slice(0, 3)}****${receiver.phone.slice(-4)}`,
    encrypt_post_tel: '##practice-sealed##',
    sku_order_list: children.map((child) => childShape(state, child, pictures)),
    logistics_info: state.parcels.map((parcel) => ({
      tracking_no: parcel.waybill,
      company: companyCodeOf(parcel.carrier),
      company_name: companyName(parcel.carrier),
      ship_time: seconds(parcel.sentMs),
      product_info: parcel.items.map((item) => ({
        product_id: Number(item.productId),
        sku_id: Number(item.skuId),
        product_count: item.quantity,
        sku_order_id: children.find((child) => child.line.skuId === item.skuId)?.childOrderId ?? '',
      })),
    })),
  };
}

const REFUNDED = 21;

function childShape(state: OrderState, child: Child, pictures: string): Record<string, unknown> {
  const { line } = child;
  return {
    order_id: child.childOrderId,
    parent_order_id: state.order.orderId,
    order_status: child.refunded ? REFUNDED : childStatus(state, child),
    product_id: Number(line.productId),
    product_id_str: line.productId,
    sku_id: Number(line.skuId),
    item_num: line.quantity,
    product_name: line.title,
    product_pic: `${pictures}/${line.productId}.svg?sku=${line.skuId}`,
    code: line.articleNumber,
    out_sku_id: line.skuCode,
    spec: line.attributes.map(({ key, value }) => ({ name: key, value })),
    need_serial_number: line.kind === 'subsidy',
    after_sale_info: child.refunded
      ? { after_sale_status: 12, after_sale_type: 2, refund_status: 3 }
      : child.refundOpen
        ? { after_sale_status: 6, after_sale_type: 2, refund_status: 1 }
        : { after_sale_status: 0, after_sale_type: 0, refund_status: 0 },
  };
}

const childStatus = (state: OrderState, child: Child): number => {
  if (state.status !== 'part-shipped') return orderStatus(state);
  return child.left === 0 ? STATUS.shipped : child.shipped === 0 ? STATUS['to-ship'] : STATUS['part-shipped'];
};
