import { z } from 'zod';
import { OrderFlagSchema } from './order.ts';
import { PlatformIdSchema } from './platforms/platform-id.ts';

/**
 * Why an order was put aside. `later`: the packer goes on with it by scanning it again. `stopped`: the platform or the
 * buyer stopped it while it was open; it opens again once that is over. The rest waits until a supervisor lifts it.
 */
export const HoldReasonSchema = z.enum(['later', 'short', 'damaged', 'unclear', 'buyer', 'other', 'stopped']);
export type HoldReason = z.infer<typeof HoldReasonSchema>;

/** The reasons a packer chooses from, in the order of their digits. */
export const HOLD_REASONS = ['later', 'short', 'damaged', 'unclear', 'buyer', 'other'] as const;

/** True where only a supervisor may let the order go on. */
export const needsLift = (reason: HoldReason): boolean => reason !== 'later' && reason !== 'stopped';

/** Why a box that is saved must not leave. `platform`: the platform refused to say more than its code. */
export const StopReasonSchema = z.enum([...OrderFlagSchema.options, 'closed', 'platform']);
export type StopReason = z.infer<typeof StopReasonSchema>;

/** What the platform said when it held a package, in its own code and words; known with the reason `platform` only. */
export const StopCauseSchema = z.strictObject({ platform: PlatformIdSchema, code: z.string(), message: z.string() });
export type StopCause = z.infer<typeof StopCauseSchema>;

const label = { no: z.int().positive(), carrierName: z.string(), tail: z.string(), by: z.string() };

/**
 * Where a box is, for whoever has to find it. `bench`: it lies open on the bench · `shelf`: put aside at a place of the
 * problem shelf · `here`: saved, and no hand-over says it left · `courier`: handed over · `elsewhere`: shipped without
 * this desk. `no` is the package's number within its order, `tail` the end of the label that is on it now.
 */
export const BoxPlaceSchema = z.discriminatedUnion('at', [
  z.strictObject({ at: z.literal('bench'), boxes: z.int().nonnegative() }),
  z.strictObject({ at: z.literal('shelf'), place: z.int() }),
  z.strictObject({ at: z.literal('here'), ...label, savedAt: z.string() }),
  z.strictObject({ at: z.literal('courier'), ...label, handedAt: z.string() }),
  z.strictObject({ at: z.literal('elsewhere'), tail: z.string() }),
]);
export type BoxPlace = z.infer<typeof BoxPlaceSchema>;
