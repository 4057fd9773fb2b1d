import { MINUTE_MS } from '../../../kernel/time.ts';
import { ADDRESS_ID, type PlatformCapabilities } from '../capabilities.ts';
import { SERIAL_NUMBER } from './serial-number.ts';

/** Shipments in one call of `dd/order/logistics/add`: the document allows 100; fewer are easier to look up after a timeout. */
export const BATCH_MOST = 100;
const BATCH_USUAL = 20;

/** The gateway takes a call whose `timestamp` is at most this far from its own clock. */
export const CLOCK_WINDOW_MS = 5 * MINUTE_MS;

/** The code of a company that is not on the list. */
export const UNLISTED_COMPANY = 'qita';

/** Douyin shops through the 蜂巢 gateway. */
export const douyinCapabilities: PlatformCapabilities = {
  id: 'douyin-fengchao',
  names: { zh: '抖店（蜂巢）', en: 'Douyin through Fengchao' },
  defaultBaseUrl: 'https://kf.fw199.com',
  credentialFields: [
    { name: 'appId', secret: false, maxLength: 64 },
    { name: 'appSecret', secret: true, maxLength: 128 },
    { name: 'sellerNick', secret: false, maxLength: 64 },
  ],
  optionalFields: [{ name: 'senderId', secret: false, maxLength: 19, pattern: ADDRESS_ID }],
  available: true,
  listsCarriers: true,
  pullsOrders: true,
  splits: true,
  virtualGoods: false,
  serialNumbers: true,
  identForm: { serial: SERIAL_NUMBER, imeis: 0 },
  corrections: 0,
  correctElsewhere: {
    zh: '蜂巢的发货接口不能改快递单：请到抖店后台，打开这个订单修改物流。',
    en: 'Fengchao’s shipping interface cannot correct a waybill: open the order in the Douyin shop console and change its shipping there.',
  },
  refundCodes: ['refund-pending', '60040', '60120', '70005'],
  unlistedCarrierCode: UNLISTED_COMPANY,
  clockWindowMs: CLOCK_WINDOW_MS,
  batch: { usual: BATCH_USUAL, most: BATCH_MOST },
};
