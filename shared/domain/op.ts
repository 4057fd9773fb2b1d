import { z } from 'zod';

/**
 * The ten durable states of an op (RELIABILITY 3a).
 *
 * - `ready`: committed, the operator was told "saved".
 * - `wait`: an earlier try is proven not applied; due again at `notBefore`.
 * - `sending`: the intent is committed; a socket may be open. May already be applied.
 * - `in_doubt`: the outcome is unknown. May already be applied; never resent without looking.
 * - `held`: blocked by a known cause; not applied.
 * - `rejected`: proven refused; somebody must change something.
 * - `conflict`: the platform shows a shipment that is not ours.
 * - `quarantined`: our own defect or a crash loop on this row; treated as maybe applied.
 * - `cancelled`: withdrawn by a person, from a state that is not applied. Final.
 * - `shipped`: confirmed with a proof. Final.
 */
export const OpStateSchema = z.enum([
  'ready',
  'wait',
  'sending',
  'in_doubt',
  'held',
  'rejected',
  'conflict',
  'quarantined',
  'cancelled',
  'shipped',
]);
export type OpState = z.infer<typeof OpStateSchema>;

/** States in which nothing more happens by itself or by hand. */
export const FINAL_STATES = ['cancelled', 'shipped'] as const satisfies readonly OpState[];

/** States in which a person has to act, most urgent first. */
export const NEEDS_YOU_STATES = ['conflict', 'quarantined', 'rejected', 'held'] as const satisfies readonly OpState[];

/** True where a person has to act: by its state, or in doubt with no further look due by itself (`notBeforeMs` null). */
export const needsYou = ({
  state,
  notBeforeMs,
}: {
  readonly state: OpState;
  readonly notBeforeMs: number | null;
}): boolean => NEEDS_YOU_STATES.some((each) => each === state) || (state === 'in_doubt' && notBeforeMs === null);

/** States in which the platform may already have the shipment. */
export const MAYBE_APPLIED_STATES = ['sending', 'in_doubt', 'quarantined'] as const satisfies readonly OpState[];

/**
 * How dangerous a repeat would be (RELIABILITY 3e): A, the platform refuses a second one; B, a repeat can add a parcel;
 * C, harmful or budgeted, never repeated by itself.
 */
export const ResendClassSchema = z.enum(['A', 'B', 'C']);
export type ResendClass = z.infer<typeof ResendClassSchema>;

/** What kind of work an op is. */
export const OpKindSchema = z.enum(['send', 'correct']);
export type OpKind = z.infer<typeof OpKindSchema>;

/**
 * States in which a correction may be followed by another one: it is on its way or through. The next one waits in the
 * lane until this one is.
 */
const CORRECTION_STANDS = [
  'ready',
  'wait',
  'sending',
  'in_doubt',
  'held',
  'shipped',
] as const satisfies readonly OpState[];

/** True where the waybill an op brings may be corrected: what was sent has to be through, a correction may be open. */
export const bringsWaybill = ({ kind, state }: { readonly kind: OpKind; readonly state: OpState }): boolean =>
  kind === 'correct' ? (CORRECTION_STANDS as readonly OpState[]).includes(state) : state === 'shipped';

/** What made an op `shipped`. */
export const ProofSchema = z.enum(['response', 'read-back', 'operator']);
export type Proof = z.infer<typeof ProofSchema>;

/** Why an op is held. */
export const HoldKindSchema = z.enum(['account', 'shop-setup', 'business', 'tries']);
export type HoldKind = z.infer<typeof HoldKindSchema>;

/** What a person may do with an op; which of them apply depends on its state. */
export const OpActionSchema = z.enum([
  'look-again',
  'retry-now',
  'cancel',
  'edit',
  'confirm-shipped',
  'confirm-not-shipped',
  'accept-platform',
  'correct-waybill',
  'refuse-refund',
  'release',
]);
export type OpAction = z.infer<typeof OpActionSchema>;
