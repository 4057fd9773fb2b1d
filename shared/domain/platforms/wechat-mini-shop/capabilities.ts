import type { PlatformCapabilities } from '../capabilities.ts';

/** WeChat mini-shop (微信小商店) by `product/delivery/send` and its sister calls. Its page names no correction. */
export const miniShopCapabilities: PlatformCapabilities = {
  id: 'wechat-mini-shop',
  names: { zh: '微信小商店', en: 'WeChat mini-shop' },
  defaultBaseUrl: 'https://api.weixin.qq.com',
  credentialFields: [
    { name: 'appId', secret: false, maxLength: 64 },
    { name: 'appSecret', secret: true, maxLength: 128 },
  ],
  available: true,
  listsCarriers: true,
  pullsOrders: true,
  splits: true,
  virtualGoods: false,
  serialNumbers: false,
  corrections: 0,
  unlistedCarrierCode: null,
};
