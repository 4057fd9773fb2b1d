import type { PlatformId } from './platform-id.ts';

/**
 * What a platform's answer means for a shipment (RELIABILITY 3e and 3f). Every documented code has exactly one.
 *
 * - `applied`: positive, complete success.
 * - `retry`: documented as not applied, may be tried again after `minWaitMs`; after `maxTries` it is held.
 * - `token`: the token is bad or old: refresh it once, the shipment is not charged with a try.
 * - `ambiguous`: it may or may not have been applied.
 * - `look-first`: someone may have shipped it, perhaps we: read back; ours present means shipped, otherwise `otherwise`.
 * - `refused`: proven not applied, somebody must change something. `defect` marks answers our own checks should have prevented.
 * - `account`: proven not applied, every call of this account is affected: close its gate.
 * - `shop-setup`: proven not applied, a setting of the shop is missing: hold, one banner for the shop.
 * - `business`: proven not applied, the order itself is on hold; `stopBox` says the parcel must not leave.
 * - `conflict`: the platform holds facts that are not ours; a supervisor decides.
 */
export type ReplyClass =
  | { readonly kind: 'applied' }
  | { readonly kind: 'retry'; readonly minWaitMs: number; readonly maxTries: number }
  | { readonly kind: 'token' }
  | { readonly kind: 'ambiguous' }
  | { readonly kind: 'look-first'; readonly otherwise: 'refused' | 'conflict' }
  | { readonly kind: 'refused'; readonly defect: boolean; readonly field?: RefusedField }
  | { readonly kind: 'account'; readonly cause: AccountCause }
  | { readonly kind: 'shop-setup' }
  | { readonly kind: 'business'; readonly stopBox: boolean; readonly recheckMs: number }
  | { readonly kind: 'conflict' };

/** What the operator has to change before a refused shipment can go out again. */
export type RefusedField =
  | 'order'
  | 'carrier'
  | 'waybill'
  | 'items'
  | 'serial-number'
  | 'deliver-type'
  | 'course'
  | 'channel';

/** Why an account's gate is closed. `clock` means our own clock is too far off to sign. */
export type AccountCause = 'credentials' | 'permission' | 'ip' | 'quota' | 'frozen' | 'clock';

/** Who has to act. */
export type Actor = 'packer' | 'lead' | 'admin' | 'platform' | 'nobody';

/** What happens to the box on the bench. */
export type BoxAction = 'ship' | 'keep' | 'open' | 'relabel' | 'none';

/** What a person is told about one code, in one language. */
export type CatalogueText = { readonly meaning: string; readonly remedy: string };

/** One documented code (or, for vv-tool 614, one documented text) and everything the app knows about it. */
export type CatalogueEntry = {
  readonly platform: PlatformId;
  /** The code as the document prints it, as text. */
  readonly code: string;
  /** A fixed part of the platform's text, where the code alone does not decide. */
  readonly phrase?: string;
  /** What the app writes down instead of the code where several entries share one, for example `614:waybill-used`. */
  readonly key?: string;
  readonly replyClass: ReplyClass;
  readonly actor: Actor;
  readonly box: BoxAction;
  readonly zh: CatalogueText;
  readonly en: CatalogueText;
  /** `document`: in the platform's own page; `common`: in the platform family's common list or seen in the field. */
  readonly source: 'document' | 'common';
};
