import type { PlatformCapabilities } from '../capabilities.ts';
import { SERIAL_NUMBER } from './compose-rules.ts';

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
  identForm: { serial: SERIAL_NUMBER, imeis: 2 },
  corrections: 3,
  unlistedCarrierCode: 'OTHER',
};
