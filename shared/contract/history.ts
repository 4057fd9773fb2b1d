import { z } from 'zod';
import { OpStateSchema } from '../domain/op.ts';
import { OrderSchema } from '../domain/order.ts';
import { query } from './define.ts';
import { OpRowSchema, OpStorySchema } from './outbox.ts';
import { ScanRecordSchema } from './scans.ts';

/** What a found order was found by: one of its numbers (`request`: a platform's mark of one call) or a text of it. */
export const FoundBySchema = z.enum(['order', 'waybill', 'serial', 'request', 'text']);

/** One order that was found, with what tells it from others at a glance. */
export const FoundOrderSchema = z.strictObject({
  shopId: z.string(),
  shop: z.string(),
  orderId: z.string(),
  by: FoundBySchema,
  /** The number, or the line of text that holds the words. */
  match: z.string(),
  title: z.string(),
  status: OrderSchema.shape.status.nullable(),
  /** The newest package, or null where nothing was packed. */
  newest: OpRowSchema.pick({
    state: true,
    waybill: true,
    carrierName: true,
    createdAt: true,
    createdBy: true,
  }).nullable(),
});
export type FoundOrder = z.infer<typeof FoundOrderSchema>;

/** A person, shop or carrier of that name: the way to what they did. */
export const FoundNameSchema = z.strictObject({
  kind: z.enum(['operator', 'carrier', 'shop']),
  /** What the history is filtered by: the name, or a shop's id. */
  value: z.string(),
  name: z.string(),
});
export type FoundName = z.infer<typeof FoundNameSchema>;

/** What a bench scanned or pressed while an order was open, and what became of it. */
export const StoryScanSchema = ScanRecordSchema.pick({
  at: true,
  text: true,
  isKey: true,
  took: true,
  verdict: true,
  reason: true,
  operator: true,
});
export type StoryScan = z.infer<typeof StoryScanSchema>;

/** Everything known about an order. */
export const OrderStorySchema = z.strictObject({
  shopId: z.string(),
  shop: z.string(),
  orderId: z.string(),
  /** Null where only packages of it are known. */
  order: OrderSchema.nullable(),
  /** When the order's platform was last heard of it; null where it never was. Packages may have gone on since. */
  orderAsOf: z.string().nullable(),
  packages: z.array(OpStorySchema),
  /** Oldest first; raw scans are kept 30 days. */
  scans: z.array(StoryScanSchema),
  held: z.strictObject({ at: z.string(), by: z.string() }).nullable(),
});
export type OrderStory = z.infer<typeof OrderStorySchema>;

/** How hard an order is to pack: one piece; several of the same goods; different goods. */
export const WorkClassSchema = z.enum(['single', 'multi', 'mixed']);
export type WorkClass = z.infer<typeof WorkClassSchema>;

/** What one person packed in a time. */
export const OperatorFiguresSchema = z.strictObject({
  operator: z.string(),
  orders: z.int().nonnegative(),
  packages: z.int().nonnegative(),
  pieces: z.int().nonnegative(),
  perClass: z.record(WorkClassSchema, z.int().nonnegative()),
  /** Time between one package and the next, pauses of more than 15 minutes left out. */
  workedMs: z.int().nonnegative(),
  packagesPerHour: z.number().nonnegative().nullable(),
  /** 100: as fast as this desk is on average with the same kinds of orders. Null below 20 timed packages. */
  fairPace: z.int().nonnegative().nullable(),
  scans: z.int().nonnegative(),
  /** Scans that were refused. */
  misScans: z.int().nonnegative(),
});
export type OperatorFigures = z.infer<typeof OperatorFiguresSchema>;

/** Packages of one hour or one day; `at` is its beginning. */
export const PackedSlotSchema = z.strictObject({ at: z.string(), packages: z.int().nonnegative() });
export type PackedSlot = z.infer<typeof PackedSlotSchema>;

const DaySchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const name = z.string().max(100);

export const historyContract = {
  /** Orders by any number (whole, its end, its beginning) or text, best first; and names that hold the text. */
  search: query(
    'packer',
    z.strictObject({ text: z.string().max(200), limit: z.int().min(1).max(100).default(30) }),
    z.strictObject({
      orders: z.array(FoundOrderSchema),
      names: z.array(FoundNameSchema),
      /** True while what was there before is still being gone over: older texts may be missing. */
      building: z.boolean(),
    }),
  ),
  /** Packages, newest first; finished ones unless `states` says otherwise. Days are those of a clock in China. */
  list: query(
    'packer',
    z.strictObject({
      from: DaySchema.nullable().default(null),
      to: DaySchema.nullable().default(null),
      shopId: name.default(''),
      operator: name.default(''),
      carrier: name.default(''),
      states: z.array(OpStateSchema).min(1).max(10).default(['shipped', 'cancelled']),
      limit: z.int().min(1).max(500).default(100),
      after: z
        .string()
        .regex(/^\d{1,15}$/)
        .nullable()
        .default(null),
    }),
    z.strictObject({ rows: z.array(OpRowSchema), next: z.string().nullable(), building: z.boolean() }),
  ),
  /** What the list can be filtered by. */
  choices: query(
    'packer',
    z.strictObject({}),
    z.strictObject({
      shops: z.array(z.strictObject({ id: z.string(), name: z.string() })),
      operators: z.array(z.string()),
      carriers: z.array(z.string()),
    }),
  ),
  story: query('packer', z.strictObject({ shopId: name, orderId: z.string().max(40) }), OrderStorySchema),
  /** Figures for days in China, both included; a packer is told their own, a supervisor everybody's. */
  figures: query(
    'packer',
    z.strictObject({ from: DaySchema, to: DaySchema }),
    z.strictObject({
      rows: z.array(OperatorFiguresSchema),
      /** Of the same people: by the hour for one day, by the day for more. */
      slots: z.array(PackedSlotSchema),
      everybody: z.boolean(),
    }),
  ),
};
