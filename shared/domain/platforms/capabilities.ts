import type { PlatformId } from './platform-id.ts';

/** One field a person types when adding a shop; `secret` ones are sealed and never shown again. */
export type CredentialField = { readonly name: string; readonly secret: boolean; readonly maxLength: number };

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
  /** How often a sent waybill may be corrected; 0 where the platform cannot. */
  readonly corrections: number;
  /** The carrier code for a company that is not on the list, or null where there is none. */
  readonly unlistedCarrierCode: string | null;
};
