import { douyinFengchaoCodes } from './douyin-fengchao/code-list.ts';
import type { PlatformId } from './platform-id.ts';
import type { CatalogueEntry } from './reply-class.ts';
import { vvToolCodes } from './vv-tool/code-list.ts';
import { channelsCodes } from './wechat-channels/code-list.ts';
import { dropshipCodes } from './wechat-dropship/code-list.ts';
import { miniShopCodes } from './wechat-mini-shop/code-list.ts';

/** Looks a platform's code (or an entry's key) up. Null for a code nobody has documented: such an answer is ambiguous, never a guess. */
export const lookup = (platform: PlatformId, code: string): CatalogueEntry | null =>
  CATALOGUE.get(`${platform} ${code}`) ?? null;

/** All entries of one platform, for the reference list and for the tests of completeness. */
export const entriesOf = (platform: PlatformId): readonly CatalogueEntry[] =>
  allEntries.filter((entry) => entry.platform === platform);

/** Everything that is documented, platform by platform. */
export const allEntries: readonly CatalogueEntry[] = [
  ...channelsCodes,
  ...miniShopCodes,
  ...douyinFengchaoCodes,
  ...dropshipCodes,
  ...vvToolCodes,
];

const CATALOGUE: ReadonlyMap<string, CatalogueEntry> = new Map(
  allEntries.map((entry) => [`${entry.platform} ${entry.key ?? entry.code}`, entry]),
);
