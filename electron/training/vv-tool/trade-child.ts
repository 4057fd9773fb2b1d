import { finishedAfterSale, openAfterSale, type OrderState } from '../book/order-state.ts';
import type { PracticeLine } from '../practice/practice-order.ts';

/** One child order of a trade: a line of goods with a number of its own. */
export type TradeChild = {
  readonly oid: string;
  readonly line: PracticeLine;
  readonly sent: { readonly waybill: string; readonly carrier: string; readonly sentMs: number } | null;
  readonly refunded: boolean;
  readonly refundOpen: boolean;
};

/** The children of a trade. A trade of one child has that child's number, as on Taobao. */
export const childrenOf = (state: OrderState): readonly TradeChild[] =>
  state.order.lines.map((line, index) => ({
    oid: childNumber(state.order.orderId, index, state.order.lines.length),
    line,
    sent: state.parcels.find((parcel) => parcel.items.some((item) => item.skuId === line.skuId)) ?? null,
    refunded: finishedAfterSale(state, line) >= line.quantity,
    refundOpen: openAfterSale(state, line) > 0,
  }));

const childNumber = (tid: string, index: number, children: number): string =>
  children === 1 ? tid : String(BigInt(tid) + BigInt(index + 1));
