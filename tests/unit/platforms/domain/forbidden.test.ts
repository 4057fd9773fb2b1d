import { expect, test } from 'vitest';
import type { ComposeRule } from '../../../../shared/domain/compose-rule.ts';
import type { Order, OrderLine } from '../../../../shared/domain/order.ts';
import { composeRule } from '../../../../shared/domain/platforms/compose-check.ts';
import type { PlatformId } from '../../../../shared/domain/platforms/platform-id.ts';
import type { PackageItem, SendPayload } from '../../../../shared/domain/shipment.ts';
import { orderOf, payloadOf } from '../../../support/sample-order.ts';

type Case = {
  readonly lines?: readonly Partial<OrderLine>[];
  readonly order?: Partial<Order>;
  readonly pack?: Partial<Omit<SendPayload, 'items'>>;
  readonly items?: readonly Partial<PackageItem>[];
};

const NONE = { type: 'none' } as const;
const by = (carrierCode: string, carrierName = '') =>
  ({ type: 'courier', carrierCode, carrierName, waybill: '75531717195834' }) as const;
const SN = { needsSerialNumber: true };
const serials = (...numbers: string[]) => ({ serialNumbers: numbers.map((serialNumber) => ({ serialNumber })) });
const child = { childOrderId: '1' };

/**
 * Everything the five documents forbid about what is in a package or how it leaves, the platform's own code or words for
 * it, and the rule that refuses it while packing. What only the platform can know (a waybill it does not recognise, an
 * order that changed meanwhile) stands in its catalogue of codes instead.
 */
const FORBIDDEN: readonly (readonly [PlatformId, document: string, ComposeRule, Case])[] = [
  [
    'wechat-mini-shop',
    '800001: all items of the same sku in one package',
    'sku-in-one-package',
    { lines: [{ quantity: 2 }], pack: { whole: false } },
  ],
  [
    'wechat-mini-shop',
    'courier: delivery_id and waybill_id must be filled in',
    'courier-needed',
    { pack: { deliver: NONE } },
  ],
  [
    'wechat-mini-shop',
    'same city and pick-up need not be filled out',
    'pickup-needs-no-courier',
    { order: { deliverMethod: 'pickup' } },
  ],
  [
    'wechat-mini-shop',
    '109000: goods already completed after sale',
    'after-sale-finished',
    { lines: [{ quantity: 2, refundedQuantity: 1 }], items: [{ quantity: 2 }] },
  ],
  ['wechat-mini-shop', '108009: unfinished after-sale order', 'after-sale-open', { lines: [{ afterSaleQuantity: 1 }] }],
  ['wechat-mini-shop', '109000: the product is not in the order', 'goods-not-in-order', { items: [{ skuId: 'S9' }] }],
  ['wechat-mini-shop', '109000: the number of items', 'quantity-exceeds-order', { items: [{ quantity: 2 }] }],
  [
    'wechat-mini-shop',
    'delivery_id from the list; the page has no word for others',
    'carrier-not-allowed',
    { pack: { deliver: by('OTHER') } },
  ],
  [
    'wechat-channels',
    '606051: 虚拟商品必须整单发货',
    'whole-order-only',
    { lines: [{ quantity: 2 }], order: { deliverMethod: 'virtual' }, pack: { whole: false, deliver: NONE } },
  ],
  ['wechat-channels', '606008: 虚拟商品无需物流', 'virtual-needs-no-courier', { order: { deliverMethod: 'virtual' } }],
  ['wechat-channels', '606008: 普通订单请使用快递发货', 'courier-needed', { pack: { deliver: NONE } }],
  [
    'wechat-channels',
    '606036: 课程包裹只能包含一个sku',
    'course-single-sku',
    {
      lines: [{}, { skuId: 'S2' }],
      order: { deliverMethod: 'virtual' },
      items: [{}, { skuId: 'S2' }],
      pack: { deliver: { ...NONE, courseInfo: { appId: 'wxabcdes', path: 'path' } } },
    },
  ],
  [
    'wechat-channels',
    '606038: 课程链接appid或地址为空',
    'course-incomplete',
    { order: { deliverMethod: 'virtual' }, pack: { deliver: { ...NONE, courseInfo: { appId: ' ', path: 'path' } } } },
  ],
  ['wechat-channels', '606060: 国补订单需要sn码', 'serial-number-missing', { lines: [SN] }],
  [
    'wechat-channels',
    '268545012: sn码参数错误',
    'serial-number-malformed',
    { lines: [SN], items: [serials('6901234567892')] },
  ],
  [
    'wechat-channels',
    '268545006: 国补不支持多sku, one sn_info a parcel',
    'serial-number-count',
    { lines: [{ ...SN, quantity: 2 }], items: [{ quantity: 2, ...serials('XY812345678901', 'XY812345678902') }] },
  ],
  [
    'wechat-channels',
    '606061: 国补订单只能用特定的快递公司',
    'carrier-not-allowed',
    { lines: [SN], items: [serials('XY812345678901')], pack: { deliver: by('OTHER') } },
  ],
  [
    'wechat-channels',
    '606004: 非主流快递公司可以填OTHER, nothing else',
    'carrier-not-allowed',
    { pack: { deliver: by('qita') } },
  ],
  [
    'wechat-channels',
    '108009: 未完成售后单',
    'after-sale-open',
    { lines: [{ quantity: 2, afterSaleQuantity: 1 }], items: [{ quantity: 2 }] },
  ],
  ['wechat-channels', '已经完成售后的商品不能进行发货', 'after-sale-finished', { lines: [{ refundedQuantity: 1 }] }],
  [
    'douyin-fengchao',
    '退款需要处理 60040',
    'after-sale-open',
    { lines: [{ ...child, afterSaleQuantity: 1 }], items: [child] },
  ],
  [
    'douyin-fengchao',
    '部分发货: split only by addmultipack, which names child orders',
    'child-order-missing',
    { lines: [{ quantity: 2 }], pack: { whole: false } },
  ],
  [
    'douyin-fengchao',
    'serial_number_list where the goods need it',
    'serial-number-missing',
    { lines: [{ ...child, ...SN }], items: [child] },
  ],
  [
    'douyin-fengchao',
    'serial_number_list: 15-17位数字',
    'serial-number-malformed',
    { lines: [{ ...child, ...SN }], items: [{ ...child, ...serials('12345678901234') }] },
  ],
  [
    'douyin-fengchao',
    'serial_number_list: one for each piece',
    'serial-number-per-piece',
    { lines: [{ ...child, ...SN, quantity: 2 }], items: [{ ...child, quantity: 2, ...serials('546443524543534') }] },
  ],
  [
    'douyin-fengchao',
    '60026: 不支持使用其它物流',
    'carrier-not-allowed',
    {
      lines: [{ ...child, ...SN }],
      items: [{ ...child, ...serials('546443524543534') }],
      pack: { deliver: by('qita') },
    },
  ],
  [
    'douyin-fengchao',
    'company_code: shunfeng, qita; a name is no code',
    'carrier-not-allowed',
    { pack: { deliver: by('顺丰') } },
  ],
  [
    'douyin-fengchao',
    '60107: virtual goods',
    'back-office-only',
    { order: { deliverMethod: 'virtual' }, pack: { deliver: NONE } },
  ],
  ['douyin-fengchao', 'logistics_code wanted', 'courier-needed', { pack: { deliver: NONE } }],
  ['wechat-dropship', 'waybill_id and delivery_id 必填', 'courier-needed', { pack: { deliver: NONE } }],
  ['wechat-dropship', 'delivery_id from the list', 'carrier-not-allowed', { pack: { deliver: by('OTHER') } }],
  ['wechat-dropship', '商品数量', 'quantity-exceeds-order', { items: [{ quantity: 2 }] }],
  [
    'vv-tool',
    '614 发货类型不匹配: 虚拟商品',
    'back-office-only',
    { order: { deliverMethod: 'virtual' }, pack: { deliver: NONE } },
  ],
  ['vv-tool', '614 运单号为空', 'courier-needed', { pack: { deliver: NONE } }],
  [
    'vv-tool',
    '614 物流公司名称过长: 20 个字符',
    'carrier-not-allowed',
    { pack: { deliver: by('某某城际同城配送跨区运输服务有限责任公司分部') } },
  ],
  ['vv-tool', '614 物流公司不存在或被禁用: 不能填 other', 'carrier-not-allowed', { pack: { deliver: by('other') } }],
  [
    'vv-tool',
    '614 子订单号没有精确匹配',
    'sku-in-one-package',
    { lines: [{ ...child, quantity: 2 }], items: [child], pack: { whole: false } },
  ],
  [
    'vv-tool',
    '614 子订单交易号为空: is_split needs sub_tid',
    'child-order-missing',
    { lines: [{ quantity: 2 }], pack: { whole: false } },
  ],
  [
    'vv-tool',
    '614 feature 参数格式不对',
    'serial-number-malformed',
    { lines: [child], items: [{ ...child, ...serials('A:B') }] },
  ],
  [
    'vv-tool',
    'feature: 对应商品数量',
    'serial-number-per-piece',
    { lines: [{ ...child, quantity: 2 }], items: [{ ...child, quantity: 2, ...serials('12345') }] },
  ],
  [
    'vv-tool',
    'identCode where the goods need it',
    'serial-number-missing',
    { lines: [{ ...child, ...SN }], items: [child] },
  ],
];

test.each(FORBIDDEN)('%s: %s is refused while packing as %s', (platform, _document, rule, given) => {
  const order = orderOf(given.lines ?? [{}], { platform, ...given.order });
  const items = (given.items ?? [{}]).map((item) => ({ productId: 'P1', skuId: 'S1', quantity: 1, ...item }));
  expect(composeRule(order, payloadOf({ ...given.pack, items }))).toBe(rule);
});

test.each([
  ['wechat-channels', 'OTHER'],
  ['douyin-fengchao', 'qita'],
] as const)('%s takes a company that is not on its list as %s', (platform, code) => {
  const order = orderOf([{ childOrderId: '1' }], { platform });
  const items = [{ productId: 'P1', skuId: 'S1', quantity: 1, childOrderId: '1' }];
  expect(composeRule(order, payloadOf({ deliver: by(code, '城际快运'), items }))).toBeNull();
});

test('pieces beside those in an open after-sale case may leave', () => {
  const order = orderOf([{ quantity: 3, afterSaleQuantity: 1 }]);
  const items = [{ productId: 'P1', skuId: 'S1', quantity: 2 }];
  expect(composeRule(order, payloadOf({ items, whole: false }))).toBeNull();
});
