import type { PlatformCapabilities } from '../capabilities.ts';

/** WeChat drop-ship supplier (微信小店供货商) by `channels/ec/order/dropship/supplier/…`, permission set 192. */
export const dropshipCapabilities: PlatformCapabilities = {
  id: 'wechat-dropship',
  names: { zh: '微信小店供货商（代发）', en: 'WeChat drop-ship supplier' },
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
  corrections: 3,
  correctionsAssumed: true,
  correctionsEwaybillOnly: true,
  unlistedCarrierCode: null,
};
