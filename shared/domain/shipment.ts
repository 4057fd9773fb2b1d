import { z } from 'zod';
import { type Order, OrderIdSchema } from './order.ts';
import { WaybillSchema } from './waybill.ts';

/** A serial number captured for one piece (国补 orders), with the phone numbers the platform may want beside it. */
export const SerialNumberSchema = z.strictObject({
  serialNumber: z.string().min(1).max(64),
  imei1: z.string().max(32).optional(),
  imei2: z.string().max(32).optional(),
});
export type SerialNumber = z.infer<typeof SerialNumberSchema>;

/** Goods of one SKU inside a package. */
export const PackageItemSchema = z.strictObject({
  productId: z.string(),
  skuId: z.string(),
  quantity: z.int().positive(),
  childOrderId: z.string().optional(),
  serialNumbers: z.array(SerialNumberSchema).optional(),
});
export type PackageItem = z.infer<typeof PackageItemSchema>;

/** The link of a course sold as virtual goods (WeChat Channels `course_info`); times in epoch seconds. */
export const CourseInfoSchema = z.strictObject({
  startTimeS: z.int().positive().optional(),
  endTimeS: z.int().positive().optional(),
  appId: z.string().min(1).max(64),
  path: z.string().min(1).max(512),
});
export type CourseInfo = z.infer<typeof CourseInfoSchema>;

const ParcelFields = {
  carrierCode: z.string().min(1).max(64),
  carrierName: z.string().max(64),
  waybill: WaybillSchema,
};

/** One package of an order: the unit that is saved, queued and sent. */
export const SendPayloadSchema = z.strictObject({
  version: z.literal(1),
  kind: z.literal('send'),
  orderId: OrderIdSchema,
  /** True when this package holds everything that was still unshipped in the order. */
  whole: z.boolean(),
  /**
   * True where other parcels of the order left before or are to follow, for platforms that must be told of a split; absent
   * means `!whole`.
   */
  split: z.boolean().optional(),
  /**
   * Refuses the buyer's open refund and ships all the same (Douyin `is_reject_refund`): only by a supervisor's explicit
   * choice for this one order, never a default and never copied into another package.
   */
  rejectRefund: z.literal(true).optional(),
  deliver: z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('courier'), ...ParcelFields }),
    z.strictObject({ type: z.literal('none'), courseInfo: CourseInfoSchema.optional() }),
  ]),
  items: z.array(PackageItemSchema).min(1).max(200),
});
export type SendPayload = z.infer<typeof SendPayloadSchema>;

/** A waybill correction after sending: same goods, another parcel number. */
export const CorrectPayloadSchema = z.strictObject({
  version: z.literal(1),
  kind: z.literal('correct'),
  orderId: OrderIdSchema,
  /** True when the order left as one package, so that the platform's whole-order form applies. */
  whole: z.boolean(),
  from: z.strictObject(ParcelFields),
  to: z.strictObject(ParcelFields),
  items: z.array(PackageItemSchema).min(1).max(200),
});
export type CorrectPayload = z.infer<typeof CorrectPayloadSchema>;

/** What an op carries: immutable once saved; its SHA-256 is checked before every attempt. */
export const OpPayloadSchema = z.discriminatedUnion('kind', [SendPayloadSchema, CorrectPayloadSchema]);
export type OpPayload = z.infer<typeof OpPayloadSchema>;

/** The waybill an op is about: the new one for a correction, empty for goods that need no courier. */
export const payloadWaybill = (payload: OpPayload): string =>
  payload.kind === 'correct' ? payload.to.waybill : payload.deliver.type === 'courier' ? payload.deliver.waybill : '';

/** The carrier code an op is about; empty for goods that need no courier. */
export const payloadCarrierCode = (payload: OpPayload): string =>
  payload.kind === 'correct'
    ? payload.to.carrierCode
    : payload.deliver.type === 'courier'
      ? payload.deliver.carrierCode
      : '';

/** True where an order does not leave as one parcel: this package does not hold everything, or others left before it. */
export const leavesInParts = (order: Pick<Order, 'parcels' | 'status'>, whole: boolean): boolean =>
  !whole || order.parcels.length > 0 || order.status === 'part-shipped';
