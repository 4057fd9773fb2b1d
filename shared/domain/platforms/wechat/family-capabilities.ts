import type { PlatformCapabilities } from '../capabilities.ts';

/** What the three WeChat platforms have in common. */
export const wechatFamily = {
  defaultBaseUrl: 'https://api.weixin.qq.com',
  credentialFields: [
    { name: 'appId', secret: false, maxLength: 64 },
    { name: 'appSecret', secret: true, maxLength: 128 },
  ],
  available: true,
  listsCarriers: true,
  pullsOrders: true,
  splits: true,
} as const satisfies Partial<PlatformCapabilities>;
