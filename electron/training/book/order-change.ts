import { z } from 'zod';

/** Why the platform does not let an order leave, beyond its status. */
export const HoldSchema = z.enum([
  'address-change',
  'sku-change',
  'risk',
  'online-waybill',
  'quality-check',
  'fresh-check',
  'ewaybill-only',
]);
export type Hold = z.infer<typeof HoldSchema>;

/** Where an order stands, in words; each platform has its own number for it. */
export const PracticeStatusSchema = z.enum([
  'unpaid',
  'gift-pending',
  'to-ship',
  'part-shipped',
  'shipped',
  'done',
  'refunded',
  'cancelled',
]);
export type PracticeStatus = z.infer<typeof PracticeStatusSchema>;

const lineCount = z.strictObject({ skuId: z.string(), quantity: z.int().nonnegative() });

/** Something that happens to an order outside the app: the buyer asks for a refund, another clerk ships it. */
export const OrderChangeSchema = z.strictObject({
  status: PracticeStatusSchema.optional(),
  /** Replaces all holds. */
  holds: z.array(HoldSchema).optional(),
  /** Pieces of a SKU with an open after-sale case. */
  openAfterSale: lineCount.optional(),
  /** Pieces of a SKU whose after-sale case is finished. */
  finishedAfterSale: lineCount.optional(),
  /** Another clerk ships everything that is left. */
  shipElsewhere: z.strictObject({ carrier: z.string(), waybill: z.string() }).optional(),
});
export type OrderChange = z.infer<typeof OrderChangeSchema>;

/** Settings of a whole shop that stop every shipment. */
export const ShopChangeSchema = z.strictObject({
  noReturnAddress: z.boolean().optional(),
  noPermission: z.boolean().optional(),
});
export type ShopChange = z.infer<typeof ShopChangeSchema>;
