import type { PlatformCapabilities } from '../capabilities.ts';
import { wechatFamily } from '../wechat/family-capabilities.ts';

/** WeChat drop-ship supplier (微信小店供货商) by `channels/ec/order/dropship/supplier/…`, permission set 192. */
export const dropshipCapabilities: PlatformCapabilities = {
  ...wechatFamily,
  id: 'wechat-dropship',
  names: { zh: '微信小店供货商（代发）', en: 'WeChat drop-ship supplier' },
  virtualGoods: false,
  serialNumbers: false,
  corrections: 3,
  correctionsAssumed: true,
  correctionsEwaybillOnly: true,
  unlistedCarrierCode: null,
};
