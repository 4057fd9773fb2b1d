import { createDouyinFengchao } from '../../../electron/services/platforms/douyin-fengchao/client.ts';
import { createHttpRequest } from '../../../electron/services/platforms/http/http-request.ts';
import type { Platform } from '../../../electron/services/platforms/platform.ts';
import { createVvTool } from '../../../electron/services/platforms/vv-tool/client.ts';
import { createWechatChannels } from '../../../electron/services/platforms/wechat-channels/client.ts';
import { createWechatDropship } from '../../../electron/services/platforms/wechat-dropship/client.ts';
import { createWechatMiniShop } from '../../../electron/services/platforms/wechat-mini-shop/client.ts';
import type { Clock } from '../../../electron/services/ports.ts';
import type { PracticeOrderView } from '../../../electron/training/admin/order-routes.ts';
import type { ShopKey } from '../../../electron/training/practice/practice-shops.ts';
import type { PlatformId } from '../../../shared/domain/platforms/platform-id.ts';
import type { SendPayload } from '../../../shared/domain/shipment.ts';
import type { Training } from '../../support/training.ts';
import { rememberingLog } from '../../unit/platforms/quiet-deps.ts';
import { wholeParcel } from '../channels-desk.ts';
import { packageOf } from '../douyin-desk.ts';
import { wholeDropshipParcel } from '../dropship-desk.ts';
import { wholeMiniParcel } from '../mini-shop-desk.ts';
import { changeVvDesk, parcelOf } from '../vv-tool-desk.ts';

/** One way of refusing, in a platform's own code and words. */
export type Saying = { readonly code: number; readonly message?: string };

/** How a platform says each class of refusal; where its page has no such code, what it would say is undocumented. */
export type Sayings = Readonly<
  Record<
    'wrong-data' | 'order-on-hold' | 'shop-set-up' | 'account-blocked' | 'already-shipped' | 'busy' | 'token',
    Saying
  >
>;

/** What the suite has to know of one platform; everything else is the same for all. */
export type Contestant = {
  readonly create: (deps: { readonly clock: Clock }) => Platform;
  readonly shop: ShopKey;
  readonly payloadOf: (order: PracticeOrderView) => SendPayload;
  readonly says: Sayings;
  readonly prepare?: (training: Training) => Promise<unknown>;
};

const depsWith = (clock: Clock) => ({
  clock,
  http: createHttpRequest(),
  log: rememberingLog(),
  resolveProxy: async () => null,
});

const WECHAT_SAYS: Sayings = {
  'wrong-data': { code: 40097 },
  'order-on-hold': { code: 108009 },
  'shop-set-up': { code: 606003 },
  'account-blocked': { code: 48001 },
  'already-shipped': { code: 109001 },
  busy: { code: 100003 },
  token: { code: 42001 },
};

/** Every platform there is; a new one is missed by the compiler. */
export const CONTESTANTS: Readonly<Record<PlatformId, Contestant>> = {
  'wechat-channels': {
    create: ({ clock }) => createWechatChannels(depsWith(clock)),
    shop: 'living',
    payloadOf: (order) => wholeParcel(order),
    says: WECHAT_SAYS,
  },
  'wechat-mini-shop': {
    create: ({ clock }) => createWechatMiniShop(depsWith(clock)),
    shop: 'mini',
    payloadOf: (order) => wholeMiniParcel(order),
    says: WECHAT_SAYS,
  },
  'douyin-fengchao': {
    create: ({ clock }) => createDouyinFengchao(depsWith(clock)),
    shop: 'douyin',
    payloadOf: (order) => packageOf(order),
    says: {
      'wrong-data': { code: 60011, message: '物流公司不存在' },
      'order-on-hold': { code: 60040, message: '退款申请需要处理' },
      'shop-set-up': { code: 60027, message: '请先设置退货地址' },
      'account-blocked': { code: 1006, message: '店铺未授权' },
      'already-shipped': { code: 60110, message: '订单已发货' },
      busy: { code: 70002, message: '系统繁忙' },
      token: { code: 1005, message: '签名错误' },
    },
  },
  'wechat-dropship': {
    create: ({ clock }) => createWechatDropship(depsWith(clock)),
    shop: 'supplier',
    payloadOf: (order) => wholeDropshipParcel(order),
    says: WECHAT_SAYS,
  },
  'vv-tool': {
    create: ({ clock }) => createVvTool({ ...depsWith(clock), callsPerSecond: 10_000, limitPerSecond: 10_000 }),
    shop: 'taobao',
    payloadOf: (order) => parcelOf(order),
    says: {
      'wrong-data': { code: 614, message: '交易订单号不正确' },
      'order-on-hold': { code: 614, message: '订单状态不对' },
      'shop-set-up': { code: 614, message: '地址库不存在' },
      'account-blocked': { code: 302, message: '店铺未授权' },
      'already-shipped': { code: 614, message: '已生成发货单' },
      busy: { code: 202 },
      token: { code: 401 },
    },
    // The pace of the aggregator is a test of its own; here it would only make the suite slow.
    prepare: ({ adminUrl }) => changeVvDesk(adminUrl, { ratePerSecond: 100_000 }),
  },
};
