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
  correctElsewhere: {
    zh: '小商店的接口不能改快递单：请到微信小商店后台，打开这个订单修改物流。',
    en: 'The mini-shop’s interface cannot correct a waybill: open the order in the WeChat mini-shop console and change its shipping there.',
  },
  unlistedCarrierCode: null,
};
