import { chinaTime } from '../../../shared/kernel/china-time.ts';
import type { PracticeStatus } from '../book/order-change.ts';
import type { OrderState } from '../book/order-state.ts';
import { practiceReceiver } from '../practice/receiver.ts';
import { childrenOf, type TradeChild } from './trade-child.ts';
import { VV_CARRIERS } from './vv-carriers.ts';
import { rawNumber } from './vv-reply.ts';

const STATUS: Readonly<Record<PracticeStatus, string>> = {
  unpaid: 'WAIT_BUYER_PAY',
  'gift-pending': 'WAIT_BUYER_PAY',
  'to-ship': 'WAIT_SELLER_SEND_GOODS',
  'part-shipped': 'SELLER_CONSIGNED_PART',
  shipped: 'WAIT_BUYER_CONFIRM_GOODS',
  done: 'TRADE_FINISHED',
  refunded: 'TRADE_CLOSED',
  cancelled: 'TRADE_CLOSED_BY_TAOBAO',
};

/** Taobao's word for where a trade stands. */
export const tradeStatus = (state: OrderState): string =>
  state.status === 'to-ship' && state.holds.includes('risk') ? 'PAID_FORBID_CONSIGN' : STATUS[state.status];

/** Goods that Taobao ships without a courier. */
export const isVirtualTrade = (state: OrderState): boolean =>
  state.order.lines.every((line) => line.kind === 'virtual' || line.kind === 'course');

type ShapeOptions = {
  /** The `fields` asked for: nothing else is given, so that who does not ask for a receiver gets none. */
  readonly fields: ReadonlySet<string>;
  readonly hidesWaybills: boolean;
  /** Address the goods pictures are served under. */
  readonly pictures: string;
};

/** The `trade` object of `fullinfo`, `sold` and `increment`, ids as bare numbers. */
export function tradeShape(state: OrderState, options: ShapeOptions): Record<string, unknown> {
  const { order } = state;
  const receiver = practiceReceiver(order.orderId);
  const whole: Record<string, unknown> = {
    tid: rawNumber(order.orderId),
    status: tradeStatus(state),
    type: 'fixed',
    shipping_type: isVirtualTrade(state) ? 'virtual' : 'express',
    created: chinaTime(order.createdMs),
    modified: chinaTime(state.updatedMs),
    buyer_message: order.buyerNote,
    seller_memo: order.merchantNote,
    receiver_name: receiver.name,
    receiver_mobile: receiver.phone,
    receiver_address: `${receiver.street}${receiver.house}`,
    orders: { order: childrenOf(state).map((child) => childShape(state, child, options)) },
  };
  return Object.fromEntries(Object.entries(whole).filter(([name]) => options.fields.has(name)));
}

function childShape(state: OrderState, child: TradeChild, options: ShapeOptions): Record<string, unknown> {
  const { line, sent } = child;
  return {
    oid: rawNumber(child.oid),
    num_iid: rawNumber(line.productId),
    sku_id: line.skuId,
    outer_iid: line.articleNumber,
    outer_sku_id: line.skuCode,
    title: line.title,
    sku_properties_name: line.attributes.map(({ key, value }) => `${key}:${value}`).join(';'),
    pic_path: `${options.pictures}/${line.productId}.svg?sku=${line.skuId}`,
    num: line.quantity,
    status: child.refunded ? 'TRADE_CLOSED' : childStatus(state, child),
    refund_status: child.refunded ? 'SUCCESS' : child.refundOpen ? 'WAIT_SELLER_AGREE' : 'NO_REFUND',
    delivery_time: chinaTime(state.order.deadlineMs),
    ...(sent === null ? {} : { consign_time: chinaTime(sent.sentMs) }),
    ...(sent === null || options.hidesWaybills
      ? {}
      : { invoice_no: sent.waybill, logistics_company: companyName(sent.carrier) }),
  };
}

const childStatus = (state: OrderState, { sent }: TradeChild): string => {
  if (state.status !== 'part-shipped') return tradeStatus(state);
  return sent === null ? 'WAIT_SELLER_SEND_GOODS' : 'WAIT_BUYER_CONFIRM_GOODS';
};

/** A company's name; an unlisted one was sent by its name already. */
export const companyName = (code: string): string => VV_CARRIERS.find((carrier) => carrier.code === code)?.name ?? code;
