import { finishedAfterSale, openAfterSale, type OrderState } from '../book/order-state.ts';
import type { PracticeLine } from '../practice/practice-order.ts';

/** One child order of a parent: a line of goods with a number of its own. */
export type Child = {
  readonly childOrderId: string;
  readonly line: PracticeLine;
  readonly shipped: number;
  /** Pieces that may still be shipped. */
  readonly left: number;
  readonly refunded: boolean;
  readonly refundOpen: boolean;
};

/** The children of a parent. A parent of one child has that child's number, as on Douyin. */
export const childrenOf = (state: OrderState): readonly Child[] =>
  state.order.lines.map((line, index) => {
    const shipped = state.parcels
      .flatMap((parcel) => parcel.items)
      .filter((item) => item.skuId === line.skuId)
      .reduce((sum, item) => sum + item.quantity, 0);
    const refundedPieces = finishedAfterSale(state, line);
    return {
      childOrderId: childNumber(state.order.orderId, index, state.order.lines.length),
      line,
      shipped,
      left: Math.max(0, line.quantity - refundedPieces - shipped),
      refunded: refundedPieces >= line.quantity,
      refundOpen: openAfterSale(state, line) > 0,
    };
  });

const childNumber = (orderId: string, index: number, children: number): string =>
  children === 1 ? orderId : String(BigInt(orderId) + BigInt(index + 1));
