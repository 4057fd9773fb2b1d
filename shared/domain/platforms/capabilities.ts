import type { IdentForm } from '../ident-code.ts';
import type { PlatformId } from './platform-id.ts';

/** One field a person types when adding a shop; `secret` ones are sealed and never shown again. */
export type CredentialField = {
  readonly name: string;
  readonly secret: boolean;
  readonly maxLength: number;
  /** The only values it takes, where they can be listed. */
  readonly choices?: readonly FieldChoice[];
  /** What the whole value has to look like, where the platform says. */
  readonly pattern?: RegExp;
  /** Another optional field that has to be there as well: neither means anything alone. */
  readonly onlyWith?: string;
};

/** The number of an address in the platform's own address book. */
export const ADDRESS_ID = /^\d{1,19}$/;

/** One value of a field, in words. */
export type FieldChoice = { readonly value: string; readonly zh: string; readonly en: string };

/** A kind of shop. `confirmed`: the document describes the call for it; others are named in it and taken to be alike. */
export type ShopKind = FieldChoice & { readonly confirmed: boolean };

/** What a platform can do and what it wants: the page asks this, never for a platform's name. */
export type PlatformCapabilities = {
  readonly id: PlatformId;
  readonly names: { readonly zh: string; readonly en: string };
  readonly defaultBaseUrl: string;
  readonly credentialFields: readonly CredentialField[];
  /** False until the platform's client exists in this version: such a shop cannot be added yet. */
  readonly available: boolean;
  readonly listsCarriers: boolean;
  readonly pullsOrders: boolean;
  readonly splits: boolean;
  readonly virtualGoods: boolean;
  readonly serialNumbers: boolean;
  /** What the numbers of a piece look like here; absent where the platform does not say. */
  readonly identForm?: IdentForm;
  /** How often a sent waybill may be corrected; 0 where the platform cannot. */
  readonly corrections: number;
  /** The platform limits corrections and no page says to how many: `corrections` is the sister platform's number. */
  readonly correctionsAssumed?: boolean;
  /** A corrected waybill has to be one drawn through the platform's own electronic waybill. */
  readonly correctionsEwaybillOnly?: true;
  /** Where a person corrects a sent waybill instead; always there where `corrections` is 0. */
  readonly correctElsewhere?: { readonly zh: string; readonly en: string };
  /** Codes by which the platform says that a refund waits, where a shipment may refuse it (`rejectRefund`). */
  readonly refundCodes?: readonly string[];
  /** The carrier code for a company that is not on the list, or null where there is none. */
  readonly unlistedCarrierCode: string | null;
  /** Fields a shop may have besides; one that is empty is left out. */
  readonly optionalFields?: readonly CredentialField[];
  /** Other complete sets of fields that do instead of `credentialFields`, for example a pasted token. */
  readonly alternativeFields?: readonly (readonly CredentialField[])[];
  /** Most characters of a company's name, where an unlisted company goes by its name instead of a code. */
  readonly unlistedCarrierNameMax?: number;
  /** Shipments one call may hold, as a shop usually sends them and at most; absent where each goes alone. */
  readonly batch?: { readonly usual: number; readonly most: number };
  /** The kinds of shops an aggregator serves, the usual one first; absent where there is one kind only. */
  readonly shopKinds?: readonly ShopKind[];
  /** The owner has to let an aggregator act for the shop: its refusal names a link, and `authorise` asks again. */
  readonly needsAuthorisation?: boolean;
  /** Calls carry the time, and one that is further off than this is refused; absent where nobody looks. */
  readonly clockWindowMs?: number;
  /** Calls, reads among them, cost the shop money: they are shown and summed, and not repeated lightly. */
  readonly billed?: boolean;
  /** The platform has nothing but plain http: an admin has to switch it on, and it is shown for as long as it is on. */
  readonly plainHttp?: boolean;
};
