import { z } from 'zod';
import { HoldKindSchema, OpActionSchema, OpKindSchema, OpStateSchema, ProofSchema } from '../domain/op.ts';
import { PackagePhotoSchema } from '../domain/photo.ts';
import { PlatformIdSchema } from '../domain/platforms/platform-id.ts';
import { OpPayloadSchema } from '../domain/shipment.ts';
import { ShippedParcelSchema } from '../domain/order.ts';
import { command, query } from './define.ts';
import { LanguageSchema } from './system.ts';

/** One shipment or correction in the outbox. `code` is the platform's, or ours with the prefix `local:`. */
export const OpRowSchema = z.strictObject({
  id: z.string(),
  shopId: z.string(),
  shop: z.string(),
  platform: PlatformIdSchema,
  orderId: z.string(),
  kind: OpKindSchema,
  state: OpStateSchema,
  carrierCode: z.string(),
  carrierName: z.string(),
  waybill: z.string(),
  pieces: z.int().nonnegative(),
  attempts: z.int().nonnegative(),
  code: z.string().nullable(),
  platformMessage: z.string(),
  requestId: z.string(),
  holdKind: HoldKindSchema.nullable(),
  proof: ProofSchema.nullable(),
  notBefore: z.string().nullable(),
  doubtSince: z.string().nullable(),
  createdAt: z.string(),
  createdBy: z.string(),
  updatedAt: z.string(),
  /** A supervisor's PIN was used on it at a packer's desk; it keeps this mark. */
  overridden: z.boolean().optional(),
  /** What may be done with it now; the page offers nothing else. */
  actions: z.array(OpActionSchema),
});
export type OpRow = z.infer<typeof OpRowSchema>;

export const AttemptViewSchema = z.strictObject({
  no: z.int().positive(),
  startedAt: z.string(),
  endedAt: z.string().nullable(),
  phase: z.enum(['intent', 'none', 'connected', 'body-sent', 'answered']),
  httpStatus: z.int().nullable(),
  code: z.string().nullable(),
  message: z.string(),
  requestId: z.string(),
  verdict: z.string(),
});
export const ReadBackViewSchema = z.strictObject({
  at: z.string(),
  result: z.enum(['ours', 'absent', 'foreign', 'failed']),
  detail: z.string(),
  parcels: z.array(ShippedParcelSchema),
});
export const OpHistorySchema = z.strictObject({
  at: z.string(),
  actor: z.string(),
  action: z.string(),
  from: z.string(),
  to: z.string(),
  detail: z.string(),
});

/** Everything known about one op. */
export const OpStorySchema = z.strictObject({
  row: OpRowSchema,
  payload: OpPayloadSchema,
  /** Absent where the package was not weighed. */
  weightGrams: z.int().positive().optional(),
  /** Absent where the shop wanted none. */
  photo: PackagePhotoSchema.optional(),
  attempts: z.array(AttemptViewSchema),
  readBacks: z.array(ReadBackViewSchema),
  history: z.array(OpHistorySchema),
  /** Waybill changes of the order that are used as far as this desk knows, and how many the platform allows. */
  corrections: z.strictObject({ used: z.int().nonnegative(), limit: z.int().positive() }).nullable(),
  supersedes: z.string().nullable(),
  supersededBy: z.string().nullable(),
  /** What the platform charged for all calls about this order so far, in points of 0.01 yuan; null where it charges nothing. */
  cost: z.strictObject({ calls: z.int().nonnegative(), points: z.int().nonnegative() }).nullable(),
});
export type OpStory = z.infer<typeof OpStorySchema>;

const reason = z.string().trim().min(1).max(300);

export const outboxContract = {
  summary: query(
    'packer',
    z.strictObject({}),
    z.strictObject({
      perState: z.record(OpStateSchema, z.int().nonnegative()),
      needsYou: z.int(),
      oldestOpenAt: z.string().nullable(),
    }),
  ),
  list: query(
    'packer',
    z.strictObject({
      states: z.array(OpStateSchema).max(10).optional(),
      /** Instead of states: everything the summary counts under `needsYou`. */
      needsYou: z.literal(true).optional(),
      search: z.string().max(100).default(''),
      limit: z.int().min(1).max(1000).default(100),
      after: z.string().max(80).nullable().default(null),
    }),
    z.strictObject({ rows: z.array(OpRowSchema), next: z.string().nullable() }),
  ),
  story: query('packer', z.strictObject({ id: z.string().max(80) }), OpStorySchema),
  /** Looks at the platform now (in doubt, conflict). */
  lookAgain: command('packer', z.strictObject({ id: z.string().max(80) }), OpRowSchema),
  /** Makes a waiting op due now. */
  retryNow: command('packer', z.strictObject({ id: z.string().max(80) }), OpRowSchema),
  cancel: command('supervisor', z.strictObject({ id: z.string().max(80), reason }), OpRowSchema),
  /** Releases a held op after its cause was cleared. */
  release: command('supervisor', z.strictObject({ id: z.string().max(80), reason }), OpRowSchema),
  /** A supervisor's word on an op in doubt (T13), in conflict (T18) or quarantined (T21). */
  resolve: command(
    'supervisor',
    z.strictObject({
      id: z.string().max(80),
      as: z.enum(['shipped', 'not-shipped', 'cancel', 'accept-platform']),
      reason,
      evidence: z.string().max(500).default(''),
    }),
    OpRowSchema,
  ),
  /** Replaces a rejected op by a corrected one (T16): another carrier, waybill or serial number. */
  edit: command(
    'packer',
    z.strictObject({
      id: z.string().max(80),
      carrierCode: z.string().max(64).optional(),
      /** Instead of a code: the name of a carrier that is not on the list. */
      carrierName: z.string().max(64).optional(),
      waybill: z.string().max(64).optional(),
      serialNumbers: z.array(z.string().max(64)).optional(),
    }),
    OpRowSchema,
  ),
  /** Asks the platform to replace the waybill of a shipment that was sent. */
  correct: command(
    'supervisor',
    z.strictObject({ id: z.string().max(80), carrierCode: z.string().max(64), waybill: z.string().max(64) }),
    OpRowSchema,
  ),
  /**
   * Sends one held or refused package once more so that it refuses the buyer's open refund. For this one order only; the
   * person has read what it does to the buyer.
   */
  refuseRefund: command(
    'supervisor',
    z.strictObject({ id: z.string().max(80), reason, understood: z.literal(true) }),
    OpRowSchema,
  ),
  /** Writes what a filter and a search show into a file on the shelf; `whole` is false where there was too much of it. */
  export: command(
    'supervisor',
    z.strictObject({
      states: z.array(OpStateSchema).max(10).optional(),
      needsYou: z.literal(true).optional(),
      search: z.string().max(100).default(''),
      format: z.enum(['csv', 'xlsx']),
      language: LanguageSchema,
    }),
    z.strictObject({ fileId: z.string(), name: z.string(), rows: z.int().nonnegative(), whole: z.boolean() }),
  ),
  /** Runs the sender until nothing is due, or until nothing can happen without a person (`untilIdle`). */
  drain: command(
    'packer',
    z.strictObject({ untilIdle: z.boolean().default(false), timeoutMs: z.int().min(0).max(3_600_000).default(60_000) }),
    z.strictObject({ perState: z.record(OpStateSchema, z.int().nonnegative()), timedOut: z.boolean() }),
  ),
};
