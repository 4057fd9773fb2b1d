import type { PlatformCapabilities } from '../capabilities.ts';

/** WeChat Channels (微信小店) by `channels/ec/order/delivery/send` and its sister calls. */
export const channelsCapabilities: PlatformCapabilities = {
  id: 'wechat-channels',
  names: { zh: '微信小店', en: 'WeChat Channels shop' },
  defaultBaseUrl: 'https://api.weixin.qq.com',
  credentialFields: [
    { name: 'appId', secret: false, maxLength: 64 },
    { name: 'appSecret', secret: true, maxLength: 128 },
  ],
  available: true,
  listsCarriers: true,
  pullsOrders: true,
  splits: true,
  virtualGoods: true,
  serialNumbers: true,
  corrections: 3,
  unlistedCarrierCode: 'OTHER',
};
