import type { PlatformCapabilities } from './capabilities.ts';
import { douyinCapabilities } from './douyin-fengchao/capabilities.ts';
import type { PlatformId } from './platform-id.ts';
import { vvToolCapabilities } from './vv-tool/capabilities.ts';
import { channelsCapabilities } from './wechat-channels/capabilities.ts';
import { dropshipCapabilities } from './wechat-dropship/capabilities.ts';
import { miniShopCapabilities } from './wechat-mini-shop/capabilities.ts';

/** Every platform of {@link PlatformId}, in the order people see them. */
export const PLATFORMS: Readonly<Record<PlatformId, PlatformCapabilities>> = {
  'wechat-channels': channelsCapabilities,
  'wechat-mini-shop': miniShopCapabilities,
  'douyin-fengchao': douyinCapabilities,
  'wechat-dropship': dropshipCapabilities,
  'vv-tool': vvToolCapabilities,
};

/** What a platform can do and what it wants. */
export const capabilitiesOf = (platform: PlatformId): PlatformCapabilities => PLATFORMS[platform];
