import type { PlatformCapabilities } from '../capabilities.ts';
import { wechatFamily } from '../wechat/family-capabilities.ts';
import { SERIAL_NUMBER } from './compose-rules.ts';

/** WeChat Channels (微信小店) by `channels/ec/order/delivery/send` and its sister calls. */
export const channelsCapabilities: PlatformCapabilities = {
  ...wechatFamily,
  id: 'wechat-channels',
  names: { zh: '微信小店', en: 'WeChat Channels shop' },
  virtualGoods: true,
  serialNumbers: true,
  identForm: { serial: SERIAL_NUMBER, imeis: 2 },
  corrections: 3,
  unlistedCarrierCode: 'OTHER',
};
