import { z } from 'zod';
import { HoldKindSchema, OpStateSchema } from '../domain/op.ts';
import { StopReasonSchema } from '../domain/problem-shelf.ts';
import { CHECK_RESULTS, SHIFT_CHECKS, SHOP_REACH } from '../domain/shift-checks.ts';
import { DIFFERENCES } from '../domain/shift-differences.ts';
import { command, query, stricter } from './define.ts';
import { ScanOriginSchema } from './scans.ts';
import { LanguageSchema } from './system.ts';

const count = z.int().nonnegative();
const result = z.enum(CHECK_RESULTS);

export const ShiftChecksSchema = z
  .array(z.strictObject({ check: z.enum(SHIFT_CHECKS), result }))
  .max(SHIFT_CHECKS.length);

/** What the desk itself can tell before a shift starts. */
export const ShiftFindingsSchema = z.strictObject({
  network: z.strictObject({
    result,
    shops: z.array(z.strictObject({ name: z.string(), reach: z.enum(SHOP_REACH) })),
  }),
  queue: z.strictObject({ result, open: count, oldestAt: z.string().nullable() }),
  /** Seconds this machine is ahead of the platforms; null before one told its time. */
  clock: z.strictObject({ result, aheadSeconds: z.int().nullable() }),
});
export type ShiftFindings = z.infer<typeof ShiftFindingsSchema>;

export const ShiftViewSchema = z.strictObject({
  id: z.string(),
  startedAt: z.string(),
  startedBy: z.string(),
  checks: ShiftChecksSchema,
  /** Why it was started with something not in order; may be empty. */
  note: z.string(),
});
export type ShiftView = z.infer<typeof ShiftViewSchema>;

/** One parcel of a shift: packed here, handed over, confirmed; or an order that was put aside. */
export const ShiftParcelSchema = z.strictObject({
  /** What notes are kept under: the package's id, or `held:` with shop and order. */
  key: z.string(),
  /** Its story in the outbox; null where nothing was saved. */
  opId: z.string().nullable(),
  shopId: z.string(),
  shop: z.string(),
  orderId: z.string(),
  carrier: z.string(),
  /** Empty where no courier takes it. */
  waybill: z.string(),
  pieces: count,
  packedAt: z.string(),
  packedBy: z.string(),
  handedAt: z.string().nullable(),
  handedBy: z.string(),
  state: OpStateSchema.nullable(),
  holdKind: HoldKindSchema.nullable(),
  stop: StopReasonSchema.nullable(),
  /** Null where everything agrees, or a supervisor has settled it. */
  difference: z.enum(DIFFERENCES).nullable(),
  /** Who sees to the difference: whoever packed it, until somebody else is named. */
  owner: z.string(),
  note: z.string(),
  settledBy: z.string(),
  /** Packed before this shift. */
  carried: z.boolean(),
});
export type ShiftParcel = z.infer<typeof ShiftParcelSchema>;

const figures = { packed: count, handed: count, confirmed: count };
/** Figures of one shift in one line. */
export const ShiftFiguresSchema = z.strictObject({ ...figures, differences: count });
export type ShiftFigures = z.infer<typeof ShiftFiguresSchema>;

export const ShiftReportSchema = z.strictObject({
  figures: ShiftFiguresSchema,
  /** Parcels of `figures.packed` that were packed before this shift. */
  carried: count,
  /** Empty name: no courier. */
  carriers: z.array(z.strictObject({ carrier: z.string(), ...figures })),
  /** Most urgent first, at most 500. */
  differences: z.array(ShiftParcelSchema).max(500),
});
export type ShiftReport = z.infer<typeof ShiftReportSchema>;

const closing = {
  closedAt: z.string(),
  closedBy: z.string(),
  closingNote: z.string(),
  /** Number and fingerprint of the last audit entry, to be kept on paper (RELIABILITY S27). */
  audit: z.strictObject({ seq: count, fingerprint: z.string() }),
};
export const ShiftSummarySchema = ShiftViewSchema.extend({ ...closing, figures: ShiftFiguresSchema });
export type ShiftSummary = z.infer<typeof ShiftSummarySchema>;
export const ClosedShiftSchema = ShiftViewSchema.extend({ ...closing, report: ShiftReportSchema });
export type ClosedShift = z.infer<typeof ClosedShiftSchema>;

/**
 * What a code scanned for the courier came to. `handed`: it counts · `repeated`: the same label within two seconds ·
 * `already`: handed over before · `unknown`: no parcel of this desk · `not-saved`: its order is not packed yet ·
 * `old-label`: the parcel has another waybill by now · `stopped`: it must not leave · `not-waybill`: no waybill at all
 */
export const HandOverVerdictSchema = z.enum([
  'handed',
  'repeated',
  'already',
  'unknown',
  'not-saved',
  'old-label',
  'stopped',
  'not-waybill',
]);
export type HandOverVerdict = z.infer<typeof HandOverVerdictSchema>;

export const HandOverSchema = z.strictObject({
  verdict: HandOverVerdictSchema,
  /** The code as it was read. */
  waybill: z.string(),
  carrier: z.string(),
  orderId: z.string(),
  /** When and by whom it was handed over before, for `already`. */
  at: z.string(),
  by: z.string(),
  /** Why it must not leave; null where the platform has refused it or it was withdrawn. */
  stop: StopReasonSchema.nullable(),
  /** The waybill that stands now, for `old-label`. */
  now: z.string(),
});
export type HandOver = z.infer<typeof HandOverSchema>;

/** What the courier has so far in this shift. */
export const HandOverBoardSchema = z.strictObject({
  carriers: z.array(z.strictObject({ carrier: z.string(), handed: count, waiting: count })),
  handed: count,
  /** Parcels of this shift that leave by courier, may leave, and were not scanned yet. */
  waiting: count,
  /** Newest first. */
  latest: z.array(z.strictObject({ waybill: z.string(), carrier: z.string(), at: z.string(), by: z.string() })).max(12),
});
export type HandOverBoard = z.infer<typeof HandOverBoardSchema>;

const note = z.string().trim().max(300);
const id = z.string().max(64);

export const shiftContract = {
  /** The running shift, or null; what the desk finds now; and the report since the last close. */
  now: query(
    'packer',
    z.strictObject({}),
    z.strictObject({ shift: ShiftViewSchema.nullable(), findings: ShiftFindingsSchema, report: ShiftReportSchema }),
  ),
  /** Notes who starts and what was found; the desk judges network, queue and clock itself. A running shift is answered as it is. */
  start: command('packer', z.strictObject({ sound: result, scan: result, note }), ShiftViewSchema),
  /** One parcel the courier takes. Handing the same `origin` in twice is harmless. */
  handOver: command(
    'packer',
    z.strictObject({ text: z.string().max(70_000), origin: ScanOriginSchema.optional() }),
    HandOverSchema,
  ),
  /** The courier does not have it after all. */
  undoHandOver: command('packer', z.strictObject({ waybill: z.string().max(40) }), HandOverBoardSchema),
  board: query('packer', z.strictObject({}), HandOverBoardSchema),
  /** Notes on a difference; naming an owner and settling it is a supervisor's. */
  noteDifference: stricter(
    command(
      'packer',
      z.strictObject({
        key: z.string().min(1).max(200),
        note: note.optional(),
        owner: z.string().trim().min(1).max(60).optional(),
        settled: z.boolean().optional(),
      }),
      z.strictObject({}),
    ),
    ({ owner, settled }) => (owner === undefined && settled === undefined ? 'packer' : 'supervisor'),
  ),
  /** Ends the running shift; without one, what was done since the last close. Never refused for differences. */
  close: command('packer', z.strictObject({ note }), ClosedShiftSchema),
  /** Closed shifts, newest first: a packer's own, or everybody's for a supervisor. */
  list: query(
    'packer',
    z.strictObject({ limit: z.int().min(1).max(200).default(50) }),
    z.strictObject({ shifts: z.array(ShiftSummarySchema), everybody: z.boolean() }),
  ),
  closed: query('packer', z.strictObject({ id }), ClosedShiftSchema),
  /** Every parcel of a shift as a CSV file of the file seam; `id` null means the running one. */
  export: query(
    'packer',
    z.strictObject({ id: id.nullable(), language: LanguageSchema }),
    z.strictObject({ fileId: z.string(), name: z.string(), rows: count }),
  ),
};
