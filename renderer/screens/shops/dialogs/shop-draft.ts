import type { ShopInput } from '../../../../shared/contract/shops.ts';
import { type PlatformId, PlatformIdSchema } from '../../../../shared/domain/platforms/platform-id.ts';
import { capabilitiesOf, PLATFORMS } from '../../../../shared/domain/platforms/platform-list.ts';
import { isPlainHttp } from '../../../../shared/kernel/plain-http.ts';
import { baseUrlFault } from './base-url.ts';
import { type CredentialDraft, credentialsFrom, EMPTY_CREDENTIALS } from './credential-values.ts';

/** What was typed into the form of a new shop so far. */
export type ShopDraft = {
  readonly platform: PlatformId;
  readonly name: string;
  readonly baseUrl: string;
  /** Which of the platform's kinds of shops; empty for the usual one. */
  readonly kind: string;
  readonly allowPlainHttp: boolean;
  readonly credentials: CredentialDraft;
};

/** An untouched form; the first platform this version can connect to is chosen, or the first one known. */
export const emptyDraft = (): ShopDraft => ({
  platform:
    Object.values(PLATFORMS).find(({ available }) => available)?.id ??
    PlatformIdSchema.parse(PlatformIdSchema.options[0]),
  name: '',
  baseUrl: '',
  kind: '',
  allowPlainHttp: false,
  credentials: EMPTY_CREDENTIALS,
});

/** The shop to add, or null while something is missing or wrong. An empty address means the platform's own. */
export function shopFrom(draft: ShopDraft): ShopInput | null {
  const name = draft.name.trim();
  const baseUrl = draft.baseUrl.trim();
  const credentials = credentialsFrom(capabilitiesOf(draft.platform), draft.credentials);
  if (name === '' || addressFault(draft) !== null || credentials === null) return null;
  return {
    name,
    platform: draft.platform,
    ...(baseUrl === '' ? {} : { baseUrl }),
    ...(draft.kind === '' ? {} : { kind: draft.kind }),
    ...(isPlainHttp(addressOf(draft)) ? { allowPlainHttp: draft.allowPlainHttp } : {}),
    credentials,
  };
}

/** The address the shop would have: the typed one, or the platform's own. */
export const addressOf = ({ platform, baseUrl }: ShopDraft): string =>
  baseUrl.trim() === '' ? capabilitiesOf(platform).defaultBaseUrl : baseUrl.trim();

/** What is wrong with the address: it cannot be used at all, or it is unencrypted and nobody has allowed that. */
export function addressFault(draft: ShopDraft): 'bad' | 'unencrypted' | null {
  const address = addressOf(draft);
  if (capabilitiesOf(draft.platform).plainHttp === true && isPlainHttp(address) && URL.canParse(address))
    return draft.allowPlainHttp ? null : 'unencrypted';
  return baseUrlFault(draft.baseUrl.trim()) ? 'bad' : null;
}
