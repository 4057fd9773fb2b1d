import { tooFrequentRow } from '../wechat/busy-rows.ts';
import { lookFirst, onHold, refused } from '../reply-classes.ts';
import { channelsEntries } from './channels-entries.ts';

/** Answers about the order itself: its state, its goods, what the buyer asked for. */
export const orderCodes = channelsEntries('document', [
  [
    '100002',
    {
      replyClass: refused('order'),
      actor: 'lead',
      box: 'keep',
      zh: { meaning: '这家店铺没有这个订单', remedy: '核对订单号和店铺是否选对，改好后重新保存。' },
      en: {
        meaning: 'This shop has no such order.',
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
      zh: { meaning: '订单现在的状态不允许发货', remedy: '留下包裹，到小店后台查看订单状态；已取消就拆包退回货架。' },
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
      zh: { meaning: '订单有未完成的售后，不能发货', remedy: '拦下包裹，先在小店后台处理售后；处理完会自动再试。' },
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
        remedy: '留下包裹，核对后台的快递单号；不是这个号就由主管决定改号。',
      },
      en: {
        meaning: 'The order is already shipped in full.',
        remedy: 'Keep the parcel and compare the waybill in the back office; if it differs, the lead decides.',
      },
    },
  ],
  [
    '109205',
    {
      replyClass: refused('channel'),
      actor: 'lead',
      box: 'keep',
      zh: { meaning: '订单已下在线物流单，不能自寄', remedy: '到小店后台用那张在线物流单发货，或先取消它再重新保存。' },
      en: {
        meaning: 'An online waybill was already ordered for it, so own shipping is barred.',
        remedy: 'Ship with that waybill in the back office, or cancel it there and save again.',
      },
    },
  ],
  [
    '606008',
    {
      replyClass: refused('deliver-type'),
      actor: 'lead',
      box: 'keep',
      zh: { meaning: '发货方式不对：普通单用快递，虚拟单免物流', remedy: '按订单类型改发货方式，再重新保存。' },
      en: {
        meaning: 'Wrong way of shipping: goods go by courier, virtual goods without.',
        remedy: 'Change the way of shipping to fit the order, then save again.',
      },
    },
  ],
  [
    '606031',
    {
      replyClass: refused('items'),
      actor: 'packer',
      box: 'open',
      zh: { meaning: '包裹里有不属于这个订单的商品或规格', remedy: '打开包裹，拿出不属于订单的商品，重新扫描后保存。' },
      en: {
        meaning: 'The package names a product or variant that is not in the order.',
        remedy: 'Open the parcel, take out what does not belong, scan again and save.',
      },
    },
  ],
  [
    '606049',
    {
      replyClass: onHold(15),
      actor: 'platform',
      box: 'keep',
      zh: { meaning: '平台认为订单有风险，暂不能发货', remedy: '拦下包裹，不要发出；等平台通知，解除后会自动再试。' },
      en: {
        meaning: 'The platform sees a risk in this order and stops it.',
        remedy: 'Stop the parcel and wait for the platform; once cleared it is tried again by itself.',
      },
    },
  ],
  [
    '606051',
    {
      replyClass: refused('items'),
      actor: 'lead',
      box: 'open',
      zh: { meaning: '虚拟商品必须整单一次发完', remedy: '把订单里全部商品放进同一个包裹，再重新保存。' },
      en: {
        meaning: 'Virtual goods must be shipped as the whole order at once.',
        remedy: 'Put all goods of the order into one package, then save again.',
      },
    },
  ],
  [
    '10020115',
    {
      replyClass: onHold(15),
      actor: 'lead',
      box: 'keep',
      zh: { meaning: '买家申请改收货地址，还没处理', remedy: '拦下包裹，先在小店后台同意或拒绝改址；同意后要换面单。' },
      en: {
        meaning: 'The buyer asked to change the address and nobody has answered.',
        remedy:
          'Stop the parcel and accept or decline the change in the back office; after accepting, print a new label.',
      },
    },
  ],
  [
    '10020276',
    {
      replyClass: onHold(15),
      actor: 'lead',
      box: 'keep',
      zh: { meaning: '买家申请换规格，还没处理', remedy: '拦下包裹，先在小店后台处理换款；同意后要拆包换货。' },
      en: {
        meaning: 'The buyer asked for another variant and nobody has answered.',
        remedy:
          'Stop the parcel and answer the request in the back office; after accepting, repack with the new variant.',
      },
    },
  ],
]);
