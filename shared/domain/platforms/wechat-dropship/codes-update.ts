import { account, lookFirst, refused } from '../reply-classes.ts';
import { accountRow, type CodeRows } from '../wechat/code-row.ts';
import { badFormatRow, badValueRow } from '../wechat/request-rows.ts';

/** The table of `dropship/supplier/delivery/update`, in its order. Its remedy column is empty; the remedies are ours. */
export const updateRows: CodeRows = [
  ['40097', badValueRow],
  ['47001', badFormatRow],
  [
    '48001',
    accountRow(
      account('permission'),
      { meaning: '这个账号不能用供货商接口', remedy: '确认填的是供货商账号，并开通代发权限（192），再测试连接。' },
      {
        meaning: 'This account may not use the supplier’s interfaces.',
        remedy: 'Make sure it is the supplier’s account with permission set 192, then test the connection.',
      },
    ),
  ],
  [
    '606041',
    {
      replyClass: refused('waybill'),
      actor: 'lead',
      box: 'none',
      zh: { meaning: '这张代发单改快递单的次数用完了', remedy: '不要再改；联系商家和平台客服，把新快递单号告诉他们。' },
      en: {
        meaning: 'This drop-ship order’s waybill may not be changed any more.',
        remedy: 'Stop correcting; contact the shop and the platform’s support and tell them the new number.',
      },
    },
  ],
  [
    '606058',
    {
      replyClass: lookFirst('refused'),
      actor: 'lead',
      box: 'none',
      zh: { meaning: '平台上没有要修改的原快递单', remedy: '重新拉取代发单，核对平台现在的快递单号再决定。' },
      en: {
        meaning: 'The platform does not know the waybill to be replaced.',
        remedy: 'Pull the order again and compare the platform’s present waybill before deciding.',
      },
    },
  ],
  [
    '606059',
    {
      replyClass: refused('waybill'),
      actor: 'lead',
      box: 'relabel',
      zh: {
        meaning: '新快递单不是这张代发单取的电子面单号',
        remedy: '用微信小店电子面单为这张代发单重新取号，换面单后再改。',
      },
      en: {
        meaning: 'The new waybill was not drawn as an electronic label for this order.',
        remedy: 'Draw an electronic waybill for this very order in WeChat, relabel the parcel and correct again.',
      },
    },
  ],
];
