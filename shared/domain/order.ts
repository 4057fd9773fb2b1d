import { z } from 'zod';
import { PlatformIdSchema } from './platforms/platform-id.ts';

/** A platform's own order number. Digits stay text end to end: 19 digits do not fit a JavaScript number. */
export const OrderIdSchema = z.string().regex(/^[0-9A-Za-z_-]{1,40}$/);

/** Where an order stands, in our words; `rawStatus` keeps the platform's. */
export const OrderStatusSchema = z.enum([
  'unpaid',
  'pending',
  'to-ship',
  'part-shipped',
  'shipped',
  'done',
  'closed',
  'unknown',
]);
export type OrderStatus = z.infer<typeof OrderStatusSchema>;

/** Reasons the platform or the buyer gives for not letting the box leave now. */
export const OrderFlagSchema = z.enum(['after-sale', 'address-change', 'sku-change', 'risk']);
export type OrderFlag = z.infer<typeof OrderFlagSchema>;

/** One kind of goods in an order. Ids are text; quantities are whole pieces. */
export const OrderLineSchema = z.strictObject({
  /** Stable within the order, from 1. */
  lineNo: z.int().positive(),
  productId: z.string(),
  skuId: z.string(),
  /** The shop's own article number; may be empty. */
  skuCode: z.string(),
  /** What a scanner reads from the goods; empty when unknown. */
  barcode: z.string(),
  title: z.string(),
  variant: z.string(),
  quantity: z.int().nonnegative(),
  /** Pieces whose after-sale case is finished: they must not be shipped. */
  refundedQuantity: z.int().nonnegative(),
  /** Pieces with an open after-sale case. */
  afterSaleQuantity: z.int().nonnegative(),
  /** Pieces the platform already counts as shipped. */
  shippedQuantity: z.int().nonnegative(),
  /** The platform's child order (Douyin, Taobao); empty elsewhere. */
  childOrderId: z.string(),
  imageUrl: z.string(),
  needsSerialNumber: z.boolean(),
});
export type OrderLine = z.infer<typeof OrderLineSchema>;

/** A parcel the platform already knows for an order. */
export const ShippedParcelSchema = z.strictObject({
  carrierCode: z.string(),
  carrierName: z.string(),
  waybill: z.string(),
  items: z.array(z.strictObject({ productId: z.string(), skuId: z.string(), quantity: z.int().nonnegative() })),
});
export type ShippedParcel = z.infer<typeof ShippedParcelSchema>;

/** An order as every platform and import file is brought to. Holds no receiver name, phone or address (RELIABILITY F10). */
export const OrderSchema = z.strictObject({
  shopId: z.string(),
  platform: PlatformIdSchema,
  orderId: OrderIdSchema,
  status: OrderStatusSchema,
  rawStatus: z.string(),
  /** `virtual` goods leave without carrier and waybill; `pickup` covers same-city and pick-up orders. */
  deliverMethod: z.enum(['courier', 'virtual', 'pickup']),
  flags: z.array(OrderFlagSchema),
  /** What the buyer wrote; in imported orders whatever the file says. */
  note: z.string(),
  /** What the shop wrote for the packer. */
  sellerNote: z.string().optional(),
  /** Ship-by time, ISO, or null where the platform names none. */
  deadline: z.string().nullable(),
  createdAt: z.string().nullable(),
  updatedAt: z.string().nullable(),
  lines: z.array(OrderLineSchema),
  parcels: z.array(ShippedParcelSchema),
  /** Waybills printed for the order before it is packed, as an import names them; several mean several packages. */
  labels: z.array(z.string()).optional(),
});
export type Order = z.infer<typeof OrderSchema>;

/** Pieces of one line that may still be packed. */
export const shippableQuantity = (line: OrderLine): number =>
  Math.max(0, line.quantity - line.refundedQuantity - line.shippedQuantity);
