import { z } from 'zod';
import { CarrierSchema } from '../domain/carrier.ts';
import { MAX_QUANTITY } from '../domain/commands/command-code.ts';
import { BoxPlaceSchema, HoldReasonSchema, StopCauseSchema, StopReasonSchema } from '../domain/problem-shelf.ts';
import { OrderFlagSchema } from '../domain/order.ts';
import { PlatformIdSchema } from '../domain/platforms/platform-id.ts';
import { CameraTroubleSchema, PhotoMissSchema, PhotoModeSchema } from '../domain/photo.ts';
import { MAX_GRAMS, WeighingSchema } from '../domain/weight.ts';
import { command, query, stricter } from './define.ts';
import { ProblemSchema } from './problem.ts';
import { ScanOriginSchema } from './scans.ts';
import { RecentScanSchema, VerdictSchema } from './verdict.ts';

export {
  MILD_VERDICTS,
  type MildVerdict,
  type RecentScan,
  RecentScanSchema,
  type Verdict,
  VerdictSchema,
} from './verdict.ts';

/** What the bench waits for now; the state band says it in one sentence. */
export const PackingStepSchema = z.enum(['order', 'items', 'serial', 'waybill', 'carrier', 'confirm-none', 'saved']);
export type PackingStep = z.infer<typeof PackingStepSchema>;

export const PackLineViewSchema = z.strictObject({
  lineNo: z.int().positive(),
  title: z.string(),
  variant: z.string(),
  skuCode: z.string(),
  barcode: z.string(),
  imageUrl: z.string(),
  /** Pieces to pack now (ordered, less refunded, less shipped). */
  wanted: z.int().nonnegative(),
  packed: z.int().nonnegative(),
  needsSerialNumber: z.boolean(),
});
export type PackLineView = z.infer<typeof PackLineViewSchema>;

export const PackageViewSchema = z.strictObject({
  no: z.int().positive(),
  state: z.enum(['open', 'sealed', 'saved']),
  items: z.array(
    z.strictObject({
      lineNo: z.int(),
      title: z.string(),
      quantity: z.int().positive(),
      /** Serial numbers and IMEIs of the pieces; absent where none was scanned. */
      codes: z.array(z.string()).optional(),
    }),
  ),
  carrierName: z.string(),
  waybill: z.string(),
  opId: z.string().nullable(),
  /** Absent where it was not weighed. */
  weightGrams: z.int().positive().optional(),
  /** Its photo; absent until one was taken. */
  photo: z.strictObject({ id: z.string(), takenAt: z.string() }).optional(),
  /** Why the camera gave none. */
  photoMissed: PhotoMissSchema.optional(),
  /** A lead lets it go without one. */
  photoExcused: z.literal(true).optional(),
});
export type PackageView = z.infer<typeof PackageViewSchema>;

/**
 * What one key leads to while an error is open, besides seeing it: to the saved package (`open`), to its waybill's
 * correction, to a look for the order at the platforms, to a lead's leave to go without a photo; or a sentence where there is no such way.
 */
export const BenchOfferSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('open'), opId: z.string() }),
  z.strictObject({ kind: z.literal('correct'), opId: z.string() }),
  z.strictObject({ kind: z.literal('correct-elsewhere'), platform: PlatformIdSchema }),
  z.strictObject({ kind: z.literal('correct-spent'), used: z.int(), limit: z.int() }),
  z.strictObject({ kind: z.literal('look-up') }),
  z.strictObject({ kind: z.literal('excuse-photo') }),
]);
export type BenchOffer = z.infer<typeof BenchOfferSchema>;

/** An error that stops the line until it is acknowledged, with what was scanned and what was expected. */
export const BlockedSchema = z.strictObject({
  problem: ProblemSchema,
  scanned: z.string(),
  expected: z.string(),
  offer: BenchOfferSchema.optional(),
  /** Where a box must not leave: of which order, and where its boxes are. Empty `places`: nothing is packed yet. */
  stopped: z.strictObject({ orderId: z.string(), places: z.array(BoxPlaceSchema) }).optional(),
});
export type Blocked = z.infer<typeof BlockedSchema>;

const questionOption = z.strictObject({
  /** What is sent back as the answer. */
  id: z.string().max(64),
  /** What it is about: a goods line's title, an order number; empty where the option says it all. */
  about: z.string(),
});

/**
 * Something the bench asks before it goes on. The answers have the digits 1, 2, …; confirm takes the first, cancel the last.
 * `close-order`: hold, put down, go on packing · `hold-reason`: the reasons an order is put aside for · `second-order`: hold the open order, go on packing ·
 * `open-for-item`: open the order that needs the goods, keep the goods for the next order, ignore ·
 * `unknown-code`: goods, waybill, ignore · `which-goods`: one of the lines, ignore
 */
export const BenchQuestionSchema = z.strictObject({
  kind: z.enum(['close-order', 'hold-reason', 'second-order', 'open-for-item', 'unknown-code', 'which-goods']),
  /** The code or order number it is about; empty for `close-order`. */
  text: z.string(),
  /** Pieces that would leave their boxes; for `which-goods` those that one scan of the code will count. */
  pieces: z.int().nonnegative(),
  options: z.array(questionOption).min(1).max(9),
});
export type BenchQuestion = z.infer<typeof BenchQuestionSchema>;

/** Shipping scan by scan (扫描发货): what was saved since the mode was entered, newest first. */
export const BatchSchema = z.strictObject({
  startedAt: z.string(),
  saved: z.int().nonnegative(),
  results: z
    .array(
      z.strictObject({
        at: z.string(),
        orderId: z.string(),
        waybill: z.string(),
        carrierName: z.string(),
        pieces: z.int().positive(),
      }),
    )
    .max(12),
});
export type Batch = z.infer<typeof BatchSchema>;

/** The whole bench as the page draws it. Kept by the backend, so that a crash or a reload loses nothing. */
export const PackingViewSchema = z.strictObject({
  step: PackingStepSchema,
  order: z
    .strictObject({
      shopId: z.string(),
      shop: z.string(),
      platform: PlatformIdSchema,
      training: z.boolean(),
      orderId: z.string(),
      deadline: z.string().nullable(),
      /** What the buyer wrote. */
      note: z.string(),
      /** What the shop wrote for the packer. */
      sellerNote: z.string(),
      flags: z.array(OrderFlagSchema),
      deliverMethod: z.enum(['courier', 'virtual', 'pickup']),
      lines: z.array(PackLineViewSchema),
      /** Absent where the shop's packages are not weighed. */
      weighing: WeighingSchema.optional(),
      /** Absent where its packages are not photographed. */
      photo: PhotoModeSchema.exclude(['off']).optional(),
    })
    .nullable(),
  packages: z.array(PackageViewSchema),
  currentPackage: z.int().nullable(),
  /** Pieces not yet in any package. */
  unpacked: z.int().nonnegative(),
  /** The line whose serial number is asked for. */
  serialForLine: z.int().nullable(),
  carrierChoice: z
    .strictObject({
      waybill: z.string(),
      candidates: z.array(CarrierSchema),
      /** Most characters of the name of a carrier that is not on the list; absent where only listed ones can be sent. */
      nameMax: z.int().positive().optional(),
    })
    .nullable(),
  saved: z
    .strictObject({ orderId: z.string(), waybill: z.string(), carrierName: z.string(), at: z.string() })
    .nullable(),
  blocked: BlockedSchema.nullable(),
  question: BenchQuestionSchema.nullable(),
  /** Pieces the next goods scan counts for; null for one. */
  quantity: z.int().positive().nullable(),
  /** The next goods scan moves pieces into the current package. */
  moving: z.boolean(),
  /** Codes scanned ahead of their turn: a waybill for the next package, goods for the next order. */
  parked: z.strictObject({ waybill: z.string().nullable(), item: z.string().nullable() }),
  /** The number just taken for an IMEI, or refused as a misread one, where it may be the waybill that is waited for. */
  maybeWaybill: z.string().optional(),
  batch: BatchSchema.nullable(),
  /** The order that was put aside last and its place on the problem shelf, until the next one is opened. */
  aside: z.strictObject({ orderId: z.string(), reason: HoldReasonSchema, shelf: z.int() }).nullable(),
  recent: z.array(RecentScanSchema),
});
export type PackingView = z.infer<typeof PackingViewSchema>;

/** An order on the problem shelf. */
export const HeldOrderViewSchema = z.strictObject({
  shopId: z.string(),
  shop: z.string(),
  orderId: z.string(),
  reason: HoldReasonSchema,
  note: z.string(),
  shelf: z.int(),
  heldAt: z.string(),
  heldBy: z.string(),
  /** Pieces in its unsaved packages. */
  pieces: z.int().nonnegative(),
  /** True where a supervisor has to let it go on. */
  waitsForLead: z.boolean(),
});
export type HeldOrderView = z.infer<typeof HeldOrderViewSchema>;

/** A saved box that must be found and kept back. */
export const StoppedBoxViewSchema = z.strictObject({
  opId: z.string(),
  shop: z.string(),
  orderId: z.string(),
  reason: StopReasonSchema,
  cause: StopCauseSchema.optional(),
  raisedAt: z.string(),
  packageNo: z.int(),
  waybill: z.string(),
  carrierName: z.string(),
  savedAt: z.string(),
  savedBy: z.string(),
  shelf: z.int(),
  acknowledgedBy: z.string(),
  /** When the courier took it; absent while it is still here, as far as hand-overs say. */
  handedAt: z.string().optional(),
});
export type StoppedBoxView = z.infer<typeof StoppedBoxViewSchema>;

export const ProblemShelfSchema = z.strictObject({
  stopped: z.array(StoppedBoxViewSchema),
  held: z.array(HeldOrderViewSchema),
});
export type ProblemShelf = z.infer<typeof ProblemShelfSchema>;

/** A scanned code that stood for nothing the desk knew, and what became of it. */
export const UnknownCodeSchema = z.strictObject({
  at: z.string(),
  text: z.string(),
  orderId: z.string(),
  operator: z.string(),
  outcome: z.enum(['refused', 'ignored', 'goods', 'waybill']),
});
export type UnknownCode = z.infer<typeof UnknownCodeSchema>;

/** Which package a camera was pointed at; `opId` where it was saved by then. */
const pictured = {
  orderId: z.string().max(80),
  packageNo: z.int().positive(),
  opId: z.string().max(80).optional(),
};

const outcome = z.strictObject({ verdict: VerdictSchema, view: PackingViewSchema });

export const packingContract = {
  view: query('packer', z.strictObject({}), PackingViewSchema),
  /**
   * One code from the scanner or the typing box, exactly as it came. Handing the same `origin` in twice is harmless. With
   * nobody signed in it is kept, in order, and the answer is the problem `scan-kept`; a badge signs its owner in. Digits that
   * may be a PIN are not even kept then, nor with `pinAsked` (the page was asking for one), unless the desk knows the code.
   */
  scan: command(
    'anyone',
    z.strictObject({
      text: z.string().max(70_000),
      origin: ScanOriginSchema.optional(),
      pinAsked: z.boolean().optional(),
    }),
    outcome,
  ),
  /** A key of the bench. `pick-carrier` takes a candidate’s code, `name-carrier` the name of one that is not on the list. */
  act: stricter(
    command(
      'packer',
      z.discriminatedUnion('action', [
        z.strictObject({ action: z.literal('acknowledge') }),
        z.strictObject({ action: z.literal('new-package') }),
        z.strictObject({ action: z.literal('seal') }),
        z.strictObject({ action: z.literal('undo') }),
        z.strictObject({ action: z.literal('close-order') }),
        z.strictObject({ action: z.literal('confirm-none') }),
        z.strictObject({ action: z.literal('confirm') }),
        z.strictObject({ action: z.literal('rest') }),
        z.strictObject({ action: z.literal('move') }),
        z.strictObject({ action: z.literal('hold') }),
        z.strictObject({ action: z.literal('cancel') }),
        z.strictObject({ action: z.literal('next') }),
        z.strictObject({ action: z.literal('batch') }),
        z.strictObject({ action: z.literal('repeat') }),
        /** The number in `maybeWaybill` is the waybill. */
        z.strictObject({ action: z.literal('as-waybill') }),
        /** What the current package weighs, typed or from a scale. */
        z.strictObject({ action: z.literal('weigh'), grams: z.int().min(1).max(MAX_GRAMS) }),
        /** The command as its barcode gives it: the page takes the picture. */
        z.strictObject({ action: z.literal('photo') }),
        /** A photo of `photos.keep` shows this package. */
        z.strictObject({ action: z.literal('photo-taken'), ...pictured, photoId: z.string().max(64) }),
        z.strictObject({
          action: z.literal('photo-missed'),
          ...pictured,
          why: z.enum([...CameraTroubleSchema.options, 'not-written']),
        }),
        /** The package that waits for its waybill may leave without a photo. */
        z.strictObject({ action: z.literal('excuse-photo') }),
        z.strictObject({ action: z.literal('quantity'), quantity: z.int().min(1).max(MAX_QUANTITY) }),
        z.strictObject({
          action: z.literal('answer'),
          option: z.string().max(64),
          text: z.string().trim().max(200).optional(),
        }),
        z.strictObject({ action: z.literal('pick-carrier'), code: z.string().max(64) }),
        z.strictObject({ action: z.literal('name-carrier'), name: z.string().max(64) }),
      ]),
      outcome,
    ),
    ({ action }) => (action === 'excuse-photo' ? 'supervisor' : 'packer'),
  ),
  /** What lies on the problem shelf or has to be brought there. */
  shelf: query('packer', z.strictObject({}), ProblemShelfSchema),
  /** Lets a held order go on: the next packer who scans it opens it. */
  liftHold: command('supervisor', z.strictObject({ shopId: z.string(), orderId: z.string() }), ProblemShelfSchema),
  /** A stopped box is in hand and lies on the shelf. */
  boxFound: command('packer', z.strictObject({ opId: z.string() }), ProblemShelfSchema),
  /** Codes nobody knew, newest first, at most 200; `total` counts all that are kept. */
  unknownCodes: query(
    'packer',
    z.strictObject({}),
    z.strictObject({ total: z.int().nonnegative(), codes: z.array(UnknownCodeSchema) }),
  ),
  /** The same, all of them, as a CSV file of the file seam. */
  exportUnknown: query('packer', z.strictObject({}), z.strictObject({ fileId: z.string() })),
};
