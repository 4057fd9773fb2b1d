import { z } from 'zod';
import { HoldSchema, PracticeStatusSchema } from '../book/order-change.ts';
import { findSku, PRODUCTS } from './catalogue.ts';
import { buildOrder } from './build-order.ts';
import { lineOf } from './order-lines.ts';
import { ORDER_KINDS, type PracticeOrder } from './practice-order.ts';
import { practiceShop, SHOP_KEYS } from './practice-shops.ts';

const ShopKeySchema = z.enum(SHOP_KEYS);

/** Orders made like the practice data, all of one kind or as they come. */
const GeneratedSchema = z.strictObject({
  count: z.int().min(1).max(100_000),
  kind: z.enum(ORDER_KINDS).optional(),
  shop: ShopKeySchema.optional(),
});

const ItemSchema = z.strictObject({
  /** A SKU of the catalogue; without one the catalogue's first. */
  skuId: z.string().optional(),
  quantity: z.int().min(1).max(10_000).default(1),
  finishedAfterSale: z.int().nonnegative().default(0),
  openAfterSale: z.int().nonnegative().default(0),
});

/** One order exactly as a test wants it. */
const ExplicitSchema = z.strictObject({
  orderId: z.string().regex(/^\d{1,20}$/),
  shop: ShopKeySchema.default('living'),
  items: z.array(ItemSchema).min(1).max(200),
  status: PracticeStatusSchema.optional(),
  holds: z.array(HoldSchema).optional(),
  buyerNote: z.string().max(500).default(''),
  createdMs: z.int().optional(),
  deadlineMs: z.int().optional(),
});

/** What `POST /__training/orders` takes. */
export const AddedOrdersSchema = z.union([
  GeneratedSchema,
  z.strictObject({ orders: z.array(ExplicitSchema).min(1).max(10_000) }),
]);
export type AddedOrders = z.output<typeof AddedOrdersSchema>;
export type AddedOrdersInput = z.input<typeof AddedOrdersSchema>;
type ExplicitOrder = z.output<typeof ExplicitSchema>;

/** Makes the orders asked for; `firstSeq` is the position of the first one. Throws a sentence for an unknown SKU. */
export function makeAddedOrders(
  added: AddedOrders,
  { seed, firstSeq, baseMs }: { seed: number; firstSeq: number; baseMs: number },
): PracticeOrder[] {
  if ('orders' in added)
    return added.orders.map((order, index) => explicitOrder(order, { seq: firstSeq + index, baseMs }));
  return Array.from({ length: added.count }, (_, index) =>
    buildOrder({ seed, seq: firstSeq + index, baseMs, kind: added.kind, shop: added.shop }),
  );
}

function explicitOrder(order: ExplicitOrder, { seq, baseMs }: { seq: number; baseMs: number }): PracticeOrder {
  const createdMs = order.createdMs ?? baseMs;
  return {
    shop: practiceShop(order.shop).appId,
    orderId: order.orderId,
    seq,
    kind: 'single',
    createdMs,
    deadlineMs: order.deadlineMs ?? createdMs + 2 * 86_400_000,
    lines: order.items.map(({ skuId, quantity, ...counts }) => {
      const found = findSku(skuId ?? firstSkuId());
      if (found === undefined) throw new Error(`No SKU ${skuId} in the practice catalogue`);
      return lineOf(found, quantity, counts);
    }),
    buyerNote: order.buyerNote,
    merchantNote: '',
    present: false,
  };
}

const firstSkuId = (): string => PRODUCTS[0]?.skus[0]?.skuId ?? '';
