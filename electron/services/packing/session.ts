import { z } from 'zod';
import { BatchSchema, BenchQuestionSchema, BlockedSchema, RecentScanSchema } from '../../../shared/contract/packing.ts';
import { CarrierSchema } from '../../../shared/domain/carrier.ts';
import { OrderSchema } from '../../../shared/domain/order.ts';
import { SerialNumberSchema } from '../../../shared/domain/shipment.ts';
import { PhotoMissSchema } from '../../../shared/domain/photo.ts';
import { HoldReasonSchema } from '../../../shared/domain/problem-shelf.ts';

/** Goods of one order line inside a package being packed. */
export const PackedItemSchema = z.strictObject({
  lineNo: z.int().positive(),
  quantity: z.int().positive(),
  /** One for each piece, with the IMEIs that were scanned behind it. A draft of before has texts. */
  serialNumbers: z.array(z.union([SerialNumberSchema, z.string().transform((serialNumber) => ({ serialNumber }))])),
});

const PhotoSchema = z.strictObject({
  taken: z.strictObject({ id: z.string(), takenAt: z.string() }).nullable(),
  /** Why the camera gave none. */
  missed: PhotoMissSchema.nullable(),
  /** A lead lets it go without one. */
  excused: z.boolean(),
});
/** Nothing is known of a package's photo yet. */
export const NO_PHOTO: z.infer<typeof PhotoSchema> = { taken: null, missed: null, excused: false };

/** One box on the bench. `sealed` waits for its waybill; `saved` is in the outbox and can no longer change. */
export const PackageSchema = z.strictObject({
  no: z.int().positive(),
  state: z.enum(['open', 'sealed', 'saved']),
  items: z.array(PackedItemSchema),
  carrierName: z.string(),
  waybill: z.string(),
  opId: z.string().nullable(),
  /** Null until it was weighed, and again when something was put in or taken out. */
  weightGrams: z.int().positive().nullable().default(null),
  /** As the weight. */
  photo: PhotoSchema.default(NO_PHOTO),
});
export type PackingPackage = z.infer<typeof PackageSchema>;

/** A box whose content changed is weighed and photographed anew. */
export const CHANGED = { weightGrams: null, photo: NO_PHOTO } as const;

const composition = { packages: z.array(PackageSchema), serialForLine: z.int().nullable() };

/** The bench between two scans. Written to the database after every change, so a crash loses nothing. */
export const SessionSchema = z.strictObject({
  order: OrderSchema.nullable(),
  /** Pieces of each line that may be packed now, by line number as text. */
  wanted: z.record(z.string(), z.int().nonnegative()),
  ...composition,
  carrierChoice: z
    .strictObject({ packageNo: z.int(), waybill: z.string(), candidates: z.array(CarrierSchema) })
    .nullable(),
  saved: z
    .strictObject({ orderId: z.string(), waybill: z.string(), carrierName: z.string(), at: z.string() })
    .nullable(),
  blocked: BlockedSchema.nullable(),
  recent: z.array(RecentScanSchema),
  /** Compositions to go back to, newest last; emptied when a package is saved. */
  undo: z.array(z.strictObject(composition)),
  question: BenchQuestionSchema.nullable().default(null),
  quantity: z.int().positive().nullable().default(null),
  moving: z.boolean().default(false),
  parked: z
    .strictObject({
      waybill: z.string().nullable(),
      /** Known where the waybill is bound already and only waits for its package's photo. */
      carrier: CarrierSchema.nullable().default(null),
      item: z.string().nullable(),
    })
    .default({ waybill: null, carrier: null, item: null }),
  /** Whole orders are shipped scan by scan; null while packing. */
  batch: BatchSchema.nullable().default(null),
  /** Unknown codes the packer said to ignore while this order is open. */
  ignored: z.array(z.string()).default([]),
  /** The order that was put aside last, until the next one is opened: where it lies. */
  aside: z.strictObject({ orderId: z.string(), reason: HoldReasonSchema, shelf: z.int() }).nullable().default(null),
  last: z.strictObject({ text: z.string(), atMs: z.number(), took: RecentScanSchema.shape.took }).nullable(),
});
export type Session = z.infer<typeof SessionSchema>;

/** No code waits for its turn. */
export const NOTHING_PARKED: Session['parked'] = { waybill: null, carrier: null, item: null };

/** A bench with nothing on it. */
export const emptySession = (recent: Session['recent'] = []): Session => ({
  order: null,
  wanted: {},
  packages: [],
  serialForLine: null,
  carrierChoice: null,
  saved: null,
  blocked: null,
  recent,
  undo: [],
  question: null,
  quantity: null,
  moving: false,
  parked: NOTHING_PARKED,
  batch: null,
  ignored: [],
  aside: null,
  last: null,
});

/** Pieces of a line that are in any package. */
export const packedOf = (session: Session, lineNo: number): number =>
  session.packages.reduce((sum, box) => sum + (box.items.find((item) => item.lineNo === lineNo)?.quantity ?? 0), 0);

/** Pieces of a line that still have to be scanned. */
export const missingOf = (session: Session, lineNo: number): number =>
  Math.max(0, (session.wanted[String(lineNo)] ?? 0) - packedOf(session, lineNo));

/** Pieces of the whole order that still have to be scanned. */
export const missingPieces = (session: Session): number =>
  (session.order?.lines ?? []).reduce((sum, line) => sum + missingOf(session, line.lineNo), 0);

/** The package items go into, if one is open. */
export const openPackage = (session: Session): PackingPackage | undefined =>
  session.packages.find((box) => box.state === 'open');

/** The package the next waybill belongs to: the oldest sealed one, else the open one once nothing is missing. */
export function packageForWaybill(session: Session): PackingPackage | undefined {
  const sealed = session.packages.find((box) => box.state === 'sealed');
  if (sealed !== undefined) return sealed;
  return missingPieces(session) === 0
    ? session.packages.find((box) => box.state === 'open' && box.items.length > 0)
    : undefined;
}

/** Pieces in boxes that are not saved yet. */
export const unsavedPieces = (session: Session): number =>
  session.packages
    .filter((box) => box.state !== 'saved')
    .flatMap((box) => box.items)
    .reduce((sum, item) => sum + item.quantity, 0);

/** True when everything wanted is in a saved package. */
export const isOrderDone = (session: Session): boolean =>
  session.order !== null && missingPieces(session) === 0 && session.packages.every((box) => box.state === 'saved');
