import { permissionRow } from '../wechat/account-rows.ts';
import { systemBusyRow, tooFrequentRow } from '../wechat/busy-rows.ts';
import { defect, lookFirst, onHold, refused } from '../reply-classes.ts';
import type { CodeRows } from '../wechat/code-row.ts';

/** The table of `product/delivery/send`, in its order. The page gives no remedies; they are ours. */
export const sendRows: CodeRows = [
  ['-1', systemBusyRow],
  [
    '-2',
    {
      replyClass: { kind: 'token' },
      actor: 'nobody',
      box: 'keep',
      zh: { meaning: '访问令牌太长，平台不收', remedy: '不用处理，会自动换新令牌再发一次。' },
      en: {
        meaning: 'The access token is too long for the platform.',
        remedy: 'Nothing to do: it is renewed and the call made once more.',
      },
    },
  ],
  ['48001', permissionRow],
  [
    '100002',
    {
      replyClass: refused('order'),
      actor: 'lead',
      box: 'keep',
      zh: { meaning: '这家小商店没有这个订单', remedy: '核对订单号和店铺是否选对，改好后重新保存。' },
      en: {
        meaning: 'This mini-shop has no such order.',
        remedy: 'Check the order number and whether the right shop is chosen, then save again.',
      },
    },
  ],
  ['100003', tooFrequentRow],
  [
    '101100',
    {
      replyClass: lookFirst('refused'),
      actor: 'lead',
      box: 'keep',
      zh: {
        meaning: '订单现在的状态不允许发货',
        remedy: '留下包裹，到小商店后台查看订单状态；已取消就拆包退回货架。',
      },
      en: {
        meaning: 'The order’s present state does not allow shipping.',
        remedy: 'Keep the parcel and look the order up in the back office; if it is cancelled, put the goods back.',
      },
    },
  ],
  [
    '108009',
    {
      replyClass: onHold(30),
      actor: 'lead',
      box: 'keep',
      zh: {
        meaning: '订单有未完成的售后，不能发货',
        remedy: '拦下包裹，先在小商店后台处理售后；处理完会自动再试。',
      },
      en: {
        meaning: 'The order has an open after-sale case and cannot ship.',
        remedy: 'Stop the parcel and settle the after-sale case in the back office; it is tried again by itself.',
      },
    },
  ],
  [
    '109000',
    {
      replyClass: lookFirst('refused'),
      actor: 'packer',
      box: 'open',
      zh: {
        meaning: '商品不符：不在订单里、已发货、已退或数量错',
        remedy: '打开包裹，对照订单核对商品和数量，改好后重新保存。',
      },
      en: {
        meaning: 'Goods do not match: not in the order, already shipped, refunded, or a wrong quantity.',
        remedy: 'Open the parcel, check goods and quantities against the order, then save again.',
      },
    },
  ],
  [
    '109001',
    {
      replyClass: lookFirst('conflict'),
      actor: 'lead',
      box: 'keep',
      zh: {
        meaning: '订单已全部发货，不能重复发',
        remedy: '留下包裹，核对小商店后台的快递单号；不是这个号就由主管处理。',
      },
      en: {
        meaning: 'The order is already shipped in full.',
        remedy: 'Keep the parcel and compare the waybill in the back office; if it differs, the lead decides.',
      },
    },
  ],
  [
    '109002',
    {
      replyClass: defect('items'),
      actor: 'lead',
      box: 'open',
      zh: {
        meaning: '发货请求里没有商品',
        remedy: '重新打开订单，把商品扫进包裹后再保存；再次出现请报告给开发者。',
      },
      en: {
        meaning: 'The request names no goods to ship.',
        remedy: 'Open the order again, scan the goods into the package and save; report it if it comes back.',
      },
    },
  ],
  [
    '109205',
    {
      replyClass: refused('channel'),
      actor: 'lead',
      box: 'keep',
      zh: {
        meaning: '订单已下在线物流单，不能自寄',
        remedy: '到小商店后台用那张在线物流单发货，或先取消它再重新保存。',
      },
      en: {
        meaning: 'An online waybill was already ordered for it, so own shipping is barred.',
        remedy: 'Ship with that waybill in the back office, or cancel it there and save again.',
      },
    },
  ],
  [
    '800001',
    {
      replyClass: defect('items'),
      actor: 'packer',
      box: 'open',
      zh: {
        meaning: '同一规格的商品没有放在同一个包裹里',
        remedy: '打开包裹，把这种规格的全部件数放进一个包裹，再重新保存。',
      },
      en: {
        meaning: 'Pieces of one variant are spread over several packages.',
        remedy: 'Open the parcel, put all pieces of that variant into one package, then save again.',
      },
    },
  ],
];
