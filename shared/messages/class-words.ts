import type { Language } from '../contract/system.ts';
import type { PlatformId } from '../domain/platforms/platform-id.ts';
import type { CatalogueEntry, ReplyClass } from '../domain/platforms/reply-class.ts';

/** A class of answers by name, and what the desk does about it. */
export type ClassWords = { readonly name: string; readonly hint: string };
type Both = Readonly<Record<Language, ClassWords>>;

/** The words for one class. */
export const classWords = (kind: ReplyClass['kind'], language: Language): ClassWords => CLASSES[kind][language];

/** What is said of a code that no page prints. */
export const undocumentedWords = (language: Language): ClassWords => UNDOCUMENTED[language];

/** Where an entry was read: the platform's own page of the call, or what its family prints for every call. */
export const entrySource = ({ platform, source }: CatalogueEntry, language: Language): string =>
  (source === 'document' ? PAGES : FAMILIES)[platform][language === 'en' ? 1 : 0];

const both = (zhName: string, zhHint: string, enName: string, enHint: string): Both => ({
  'zh-CN': { name: zhName, hint: zhHint },
  en: { name: enName, hint: enHint },
});

const CLASSES: Readonly<Record<ReplyClass['kind'], Both>> = {
  applied: both('发货成功', '记为已确认。', 'Shipped', 'It is written down as confirmed.'),
  retry: both(
    '稍后自动重发',
    '确定没有发成；等一会儿自动再发。',
    'Sent again later',
    'Certainly not applied; sent again by itself after a while.',
  ),
  token: both(
    '换令牌再发',
    '自动换一次访问令牌再发，不算一次失败。',
    'Renew and resend',
    'The access token is renewed once and the call made again; not counted as a failure.',
  ),
  ambiguous: both(
    '结果未知',
    '可能已经生效：先到平台核实，绝不盲目重发。',
    'In doubt',
    'It may have been applied: looked up on the platform first, never sent again blindly.',
  ),
  'look-first': both(
    '先到平台核对',
    '可能已有人发过：先查，是我们的就算发成，不是才按拒绝或对不上处理。',
    'Look first',
    'Somebody may have shipped it: ours on the platform counts as shipped, else it is refused or a conflict.',
  ),
  refused: both(
    '拒绝，改好再发',
    '确定没有发货；不会自动重发，改好后再发。',
    'Refused',
    'Certainly not shipped; not sent again by itself, only after a correction.',
  ),
  account: both(
    '店铺账号被拦',
    '这个店铺先全部停发，不扣次数；处理好账号后自动继续。',
    'Account blocked',
    'Everything of this shop waits, no try is charged; it goes on once the account is mended.',
  ),
  'shop-setup': both(
    '店铺设置不全',
    '先暂停，店铺设置好后解除暂停再发。',
    'Shop set-up',
    'On hold until the shop’s setting is made and it is released.',
  ),
  business: both(
    '订单暂停',
    '订单被平台暂停；过一会儿自动再核对。',
    'Order on hold',
    'The platform holds the order; checked again by itself after a while.',
  ),
  conflict: both(
    '和平台对不上',
    '平台上的内容不是我们的；由主管决定。',
    'Conflict',
    'The platform holds something else than ours; a supervisor decides.',
  ),
};

const UNDOCUMENTED: Both = both(
  '没有公布的代码',
  '平台没有公布它的意思，按「结果未知」处理：先到平台核实，绝不盲目重发；核实不了由主管决定。',
  'Undocumented code',
  'The platform has not published its meaning. It counts as in doubt: looked up first, never resent blindly; if a look cannot tell, a supervisor decides.',
);

type Named = Readonly<Record<PlatformId, readonly [zh: string, en: string]>>;

const PAGES: Named = {
  'wechat-channels': [
    '微信小店文档：订单发货（channels/ec/order/delivery/send）',
    'WeChat Channels page: ship an order (channels/ec/order/delivery/send)',
  ],
  'wechat-mini-shop': [
    '微信小商店文档：订单发货（product/delivery/send）',
    'WeChat mini-shop page: order shipments (product/delivery/send)',
  ],
  'douyin-fengchao': [
    '蜂巢文档：订单发货接口（order/logistics/add）',
    'Fengchao page: ship orders (order/logistics/add)',
  ],
  'wechat-dropship': [
    '微信供货商文档：修改代发单物流（dropship/supplier/delivery/update）',
    'WeChat supplier page: change a waybill (dropship/supplier/delivery/update)',
  ],
  'vv-tool': [
    'vv-tool 文档：自己联系物流发货（tool/erps/send）',
    'vv-tool page: ship with an own courier (tool/erps/send)',
  ],
};

const wechat = [
  '微信接口通用错误码，以及实际遇到的回答',
  'Codes common to WeChat’s interfaces, and answers seen in practice',
] as const;
const FAMILIES: Named = {
  'wechat-channels': wechat,
  'wechat-mini-shop': wechat,
  'wechat-dropship': wechat,
  'douyin-fengchao': [
    '抖店接口的错误码，以及蜂巢网关实际的回答',
    'Codes of Douyin’s own interface, and answers of the Fengchao gateway',
  ],
  'vv-tool': ['页面没有列出，实际遇到的回答', 'Not on the page: answers seen in practice'],
};
