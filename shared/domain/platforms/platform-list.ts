import type { PlatformCapabilities } from './capabilities.ts';
import type { PlatformId } from './platform-id.ts';
import { vvToolCapabilities } from './vv-tool/capabilities.ts';
import { channelsCapabilities } from './wechat-channels/capabilities.ts';
import { dropshipCapabilities } from './wechat-dropship/capabilities.ts';
import { miniShopCapabilities } from './wechat-mini-shop/capabilities.ts';

const appId = { name: 'appId', secret: false, maxLength: 64 };
const appSecret = { name: 'appSecret', secret: true, maxLength: 128 };

/** Until its client exists a platform can be named but not used. */
const planned = {
  available: false,
  listsCarriers: false,
  pullsOrders: false,
  splits: false,
  virtualGoods: false,
  serialNumbers: false,
  corrections: 0,
  unlistedCarrierCode: null,
} as const;

/** Every platform of {@link PlatformId}, in the order people see them. */
export const PLATFORMS: Readonly<Record<PlatformId, PlatformCapabilities>> = {
  'wechat-channels': channelsCapabilities,
  'wechat-mini-shop': miniShopCapabilities,
  'douyin-fengchao': {
    ...planned,
    id: 'douyin-fengchao',
    names: { zh: '抖店（蜂巢）', en: 'Douyin through Fengchao' },
    defaultBaseUrl: 'https://kf.fw199.com',
    credentialFields: [appId, appSecret, { name: 'sellerNick', secret: false, maxLength: 64 }],
  },
  'wechat-dropship': dropshipCapabilities,
  'vv-tool': vvToolCapabilities,
};

/** What a platform can do and what it wants. */
export const capabilitiesOf = (platform: PlatformId): PlatformCapabilities => PLATFORMS[platform];
