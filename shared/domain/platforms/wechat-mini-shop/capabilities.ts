import type { PlatformCapabilities } from '../capabilities.ts';
import { wechatFamily } from '../wechat/family-capabilities.ts';

/** WeChat mini-shop (微信小商店) by `product/delivery/send` and its sister calls. Its page names no correction. */
export const miniShopCapabilities: PlatformCapabilities = {
  ...wechatFamily,
  id: 'wechat-mini-shop',
  names: { zh: '微信小商店', en: 'WeChat mini-shop' },
  virtualGoods: false,
  serialNumbers: false,
  corrections: 0,
  correctElsewhere: {
    zh: '小商店的接口不能改快递单：请到微信小商店后台，打开这个订单修改物流。',
    en: 'The mini-shop’s interface cannot correct a waybill: open the order in the WeChat mini-shop console and change its shipping there.',
  },
  unlistedCarrierCode: null,
};
