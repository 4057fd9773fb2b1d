import type { CatalogueEntry } from '../reply-class.ts';
import type { EntryRow } from '../entry-row.ts';
import { account, lookFirst, refused } from '../reply-classes.ts';
import { vvText } from './code-entry.ts';

const kept = (
  replyClass: EntryRow['replyClass'],
  zh: EntryRow['zh'],
  en: EntryRow['en'],
  actor: EntryRow['actor'] = 'lead',
): EntryRow => ({
  replyClass,
  actor,
  box: 'keep',
  zh,
  en,
});
const stateLook = '会先去平台查；不是待发货就不要寄出。';
const stateLookEn = 'It is looked up first. Do not hand the parcel over unless the order waits to be shipped.';
const shopLook = '会先去平台查；查不到就核对订单属于哪个店铺。';
const shopLookEn = 'It is looked up first. If it is not there, check which shop the order belongs to.';
const backOffice = '留下包裹，到店铺后台发货。';
const backOfficeEn = 'Keep the parcel and ship it in the shop’s back office.';

/**
 * 614 texts about the order. Whatever may hide an earlier success, and whatever may come from the wrong shop, is looked
 * up first: the look itself shows whether the account can see the order at all.
 */
export const vvOrderTexts: readonly CatalogueEntry[] = [
  vvText(
    'already-created',
    '已生成发货单',
    kept(
      lookFirst('conflict'),
      ['这一单已经生成发货单', '会先查是不是自己发的；不是就请主管处理。'],
      [
        'A shipment already exists for this order.',
        'It is looked up first: it may be our own. Otherwise a lead decides.',
      ],
    ),
  ),
  vvText(
    'not-new',
    '物流订单状态不为新建状态',
    kept(
      lookFirst('conflict'),
      ['这一单已有别的发货记录', '会先查是不是自己发的；不是就请主管处理。'],
      [
        'The order already has a shipment record.',
        'It is looked up first: it may be our own. Otherwise a lead decides.',
      ],
    ),
  ),
  vvText(
    'closed',
    '物流的订单状态为关闭状态',
    kept(
      lookFirst('refused'),
      ['订单已关闭，不用发货', '留下包裹，不要寄出，商品放回货架。'],
      ['The order is closed and needs no shipment.', 'Keep the parcel, do not hand it over, and put the goods back.'],
    ),
  ),
  vvText(
    'order-state',
    '订单状态不对',
    kept(
      lookFirst('refused'),
      ['订单状态不允许发货', stateLook],
      ['The order’s status does not allow shipping.', stateLookEn],
    ),
  ),
  vvText(
    'trade-state',
    '该交易状态不正确',
    kept(
      lookFirst('refused'),
      ['交易状态不允许发货', stateLook],
      ['The trade’s status does not allow shipping.', stateLookEn],
    ),
  ),
  vvText(
    'no-right',
    '没有权限进行发货',
    kept(lookFirst('refused'), ['这一单不允许本店发货', shopLook], ['This shop may not ship this order.', shopLookEn]),
  ),
  vvText(
    'order-missing',
    '物流订单不存在',
    kept(
      lookFirst('refused'),
      ['平台上没有这一单的物流订单', shopLook],
      ['The platform has no such logistics order.', shopLookEn],
    ),
  ),
  vvText(
    'nick',
    '非法的 nick',
    kept(
      lookFirst('refused'),
      ['订单和授权的店铺对不上', shopLook],
      ['The order is not the authorised shop’s.', shopLookEn],
    ),
  ),
  vvText(
    'order-not-found',
    '未查到物流订单',
    kept(
      refused('order'),
      ['平台查不到这一单的物流订单', '核对订单号和店铺，改好后重新保存。'],
      ['The platform finds no logistics order.', 'Check order number and shop, then save again.'],
    ),
  ),
  vvText(
    'trade-not-found',
    '交易订单号不正确',
    kept(
      refused('order'),
      ['平台查不到这笔交易', '核对订单号和店铺，改好后重新保存。'],
      ['The platform finds no such trade.', 'Check order number and shop, then save again.'],
    ),
  ),
  vvText(
    'no-user',
    '没有用户 ID',
    kept(
      account('permission'),
      ['店铺授权已失效', '请店主重新授权店铺，再测试连接。'],
      ['The shop’s authorisation has lapsed.', 'Ask the owner to authorise the shop again, then test the connection.'],
      'admin',
    ),
  ),
  vvText(
    'receiver-is-sender',
    '收货人信息与发货人信息一致',
    kept(
      refused('order'),
      ['收货人和发货人是同一个', '留下包裹，请主管核对这一单的地址。'],
      ['Receiver and sender are the same.', 'Keep the parcel; the lead checks the addresses of this order.'],
    ),
  ),
  vvText(
    'kind-mismatch',
    '发货类型不匹配',
    kept(
      refused('channel'),
      ['虚拟或家装订单不能用接口发', backOffice],
      ['Virtual or home-decoration orders cannot be shipped this way.', backOfficeEn],
    ),
  ),
  vvText(
    'order-count',
    '物流订单数不等于',
    kept(
      refused('channel'),
      ['这一单在平台上有多个物流订单', backOffice],
      ['The platform has several logistics orders for this one.', backOfficeEn],
    ),
  ),
  vvText(
    'not-by-this-call',
    '无法通过此接口进行发货操作',
    kept(
      refused('channel'),
      ['这一单不能用接口发货', backOffice],
      ['This order cannot be shipped through the interface.', backOfficeEn],
    ),
  ),
];
