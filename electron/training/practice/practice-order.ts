/** What a practice product is sold as. `course` is virtual goods with a link; `subsidy` needs a serial number (国补). */
export type GoodsKind = 'goods' | 'virtual' | 'course' | 'subsidy';

/** One line of a practice order, as every platform shows it in its own words. */
export type PracticeLine = {
  readonly productId: string;
  readonly skuId: string;
  /** The EAN-13 on the goods; for virtual goods the shop's article number. */
  readonly skuCode: string;
  /** The shop's own article number. */
  readonly articleNumber: string;
  readonly title: string;
  readonly attributes: readonly { readonly key: string; readonly value: string }[];
  readonly quantity: number;
  /** Pieces whose after-sale case is finished when the order is made. */
  readonly finishedAfterSale: number;
  /** Pieces with an open after-sale case when the order is made. */
  readonly openAfterSale: number;
  readonly priceFen: number;
  readonly kind: GoodsKind;
  readonly freeGift: boolean;
};

/** An order of the practice data. It never changes; what happens to it is in `OrderState`. */
export type PracticeOrder = {
  readonly shop: string;
  readonly orderId: string;
  /** Position in the practice data, from 1. */
  readonly seq: number;
  readonly kind: OrderKind;
  readonly createdMs: number;
  readonly deadlineMs: number;
  readonly lines: readonly PracticeLine[];
  readonly buyerNote: string;
  readonly merchantNote: string;
  /** Bought as a gift for somebody else. */
  readonly present: boolean;
};

export const ORDER_KINDS = [
  'single',
  'quantity',
  'several',
  'split',
  'note',
  'late',
  'gift',
  'virtual',
  'course',
  'subsidy',
  'after-sale',
  'part-refunded',
  'address-change',
  'sku-change',
  'risk',
  'part-shipped',
  'shipped',
  'unpaid',
  'cancelled',
  'same-city',
  'pickup',
] as const;
/** The kinds of situation a packer meets. */
export type OrderKind = (typeof ORDER_KINDS)[number];
