import type { ShopInput } from '../../../shared/contract/shops.ts';
import type { PlatformId } from '../../../shared/domain/platforms/platform-id.ts';
import { capabilitiesOf, PLATFORMS } from '../../../shared/domain/platforms/platform-list.ts';
import { baseUrlFault } from './base-url.ts';
import { type CredentialDraft, credentialsFrom, EMPTY_CREDENTIALS } from './credential-values.ts';

/** What was typed into the form of a new shop so far. */
export type ShopDraft = {
  readonly platform: PlatformId;
  readonly name: string;
  readonly baseUrl: string;
  readonly credentials: CredentialDraft;
};

/** An untouched form; the first platform this version can connect to is chosen. */
export const emptyDraft = (): ShopDraft => ({
  platform: Object.values(PLATFORMS).find(({ available }) => available)?.id ?? 'wechat-channels',
  name: '',
  baseUrl: '',
  credentials: EMPTY_CREDENTIALS,
});

/** The shop to add, or null while something is missing or wrong. An empty address means the platform's own. */
export function shopFrom(draft: ShopDraft): ShopInput | null {
  const name = draft.name.trim();
  const baseUrl = draft.baseUrl.trim();
  const credentials = credentialsFrom(capabilitiesOf(draft.platform), draft.credentials);
  if (name === '' || baseUrlFault(baseUrl) || credentials === null) return null;
  return { name, platform: draft.platform, ...(baseUrl === '' ? {} : { baseUrl }), credentials };
}
