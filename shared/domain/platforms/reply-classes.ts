import type { AccountCause, RefusedField, ReplyClass } from './reply-class.ts';

/** Proven not applied; a person changes `field` and saves again. */
export const refused = (field: RefusedField): ReplyClass => ({ kind: 'refused', defect: false, field });

/** Proven not applied, and our own checks should have stopped it. */
export const defect = (field?: RefusedField): ReplyClass =>
  field === undefined ? { kind: 'refused', defect: true } : { kind: 'refused', defect: true, field };

/** Proven not applied, and true for every call of this account. */
export const account = (cause: AccountCause): ReplyClass => ({ kind: 'account', cause });

/** Proven not applied; one setting of the shop is missing or wrong. */
export const shopSetup: ReplyClass = { kind: 'shop-setup' };

/** It may or may not have been applied: never resent without looking. */
export const ambiguous: ReplyClass = { kind: 'ambiguous' };

/** Someone, perhaps we, may have shipped it, or the order may be another shop's: a look decides. */
export const lookFirst = (otherwise: 'refused' | 'conflict'): ReplyClass => ({ kind: 'look-first', otherwise });

/** Proven not applied; the order is on hold, its parcel must stay, and the platform is asked again after `minutes`. */
export const onHold = (minutes: number): ReplyClass => ({
  kind: 'business',
  stopBox: true,
  recheckMs: minutes * 60_000,
});
