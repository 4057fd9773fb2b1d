import type { CodeRow, CodeRows } from '../wechat/code-row.ts';
import { lookFirst } from '../reply-classes.ts';

type Words = readonly [meaning: string, remedy: string];

/**
 * A code of the sister platform's shipping call. The supplier's own page prints none, so that it was not applied is no
 * more than likely: a look decides, and only what is not there counts as refused.
 */
const likelyRefused = (actor: CodeRow['actor'], box: CodeRow['box'], zh: Words, en: Words): CodeRow => ({
  replyClass: lookFirst('refused'),
  actor,
  box,
  zh: { meaning: zh[0], remedy: zh[1] },
  en: { meaning: en[0], remedy: en[1] },
});

/** Codes that `dropship/supplier/delivery/send` may answer with, common to the family. */
export const sendRows: CodeRows = [
  [
    '100002',
    likelyRefused(
      'lead',
      'keep',
      ['供货商账号下没有这张代发单', '核对代发单号和店铺是否选对，改好后重新保存。'],
      [
        'The supplier has no such drop-ship order.',
        'Check its number and whether the right shop is chosen, then save again.',
      ],
    ),
  ],
  [
    '100003',
    {
      replyClass: { kind: 'ambiguous' },
      actor: 'nobody',
      box: 'keep',
      zh: { meaning: '代发单更新太频繁', remedy: '不用处理，会自动去平台查结果；没发成会再发一次。' },
      en: {
        meaning: 'The drop-ship order is updated too often.',
        remedy: 'Nothing to do: the result is looked up, and it is sent again if it is not there.',
      },
    },
  ],
  [
    '101100',
    likelyRefused(
      'lead',
      'keep',
      ['代发单现在的状态不允许发货', '留下包裹，到供货商后台查看代发单；已取消就拆包退回货架。'],
      [
        'The order’s present state does not allow shipping.',
        'Keep the parcel and look the order up in the back office; if it is cancelled, put the goods back.',
      ],
    ),
  ],
  [
    '108009',
    likelyRefused(
      'lead',
      'keep',
      ['订单有未完成的售后，不能发货', '拦下包裹，请商家先处理售后，处理完再重新保存。'],
      [
        'The order has an open after-sale case and cannot ship.',
        'Stop the parcel; the shop settles the case first, then save again.',
      ],
    ),
  ],
  [
    '109000',
    likelyRefused(
      'packer',
      'open',
      ['商品不符：不在代发单里、已发货或数量错', '打开包裹，对照代发单核对商品和数量，改好后重新保存。'],
      [
        'Goods do not match: not in the order, already shipped, or a wrong quantity.',
        'Open the parcel, check goods and quantities against the order, then save again.',
      ],
    ),
  ],
  [
    '109001',
    {
      replyClass: lookFirst('conflict'),
      actor: 'lead',
      box: 'keep',
      zh: {
        meaning: '代发单已全部发货，不能重复发',
        remedy: '留下包裹，核对后台的快递单号；不是这个号就由主管决定改号。',
      },
      en: {
        meaning: 'The drop-ship order is already shipped in full.',
        remedy: 'Keep the parcel and compare the waybill in the back office; if it differs, the lead decides.',
      },
    },
  ],
  [
    '109002',
    likelyRefused(
      'lead',
      'open',
      ['这个包裹里没有填写商品', '重新打开订单，把商品扫进包裹后再保存；再次出现请报告给开发者。'],
      [
        'The package names no goods.',
        'Open the order again, scan the goods into the package and save; report it if it comes back.',
      ],
    ),
  ],
  [
    '606004',
    likelyRefused(
      'packer',
      'keep',
      ['快递公司不在平台的名单里', '刷新快递公司名单，重新选择后保存。'],
      ['The carrier is not on the platform’s list.', 'Refresh the list of carriers, choose again and save.'],
    ),
  ],
  [
    '606005',
    likelyRefused(
      'packer',
      'relabel',
      ['平台不认这个快递单号', '重新扫描面单上的快递单号；号码没错就换一张面单。'],
      [
        'The platform does not accept this waybill number.',
        'Scan the number on the label again; if it is right, use a new label.',
      ],
    ),
  ],
  [
    '606031',
    likelyRefused(
      'packer',
      'open',
      ['包裹里有不属于这张代发单的商品或规格', '打开包裹，拿出不属于它的商品，重新扫描后保存。'],
      [
        'The package names a product or variant that is not in the order.',
        'Open the parcel, take out what does not belong, scan again and save.',
      ],
    ),
  ],
  [
    '606049',
    likelyRefused(
      'platform',
      'keep',
      ['平台认为订单有风险，暂不能发货', '拦下包裹，不要发出；等平台解除后再重新保存。'],
      [
        'The platform sees a risk in this order and stops it.',
        'Stop the parcel and wait for the platform; once it is cleared, save again.',
      ],
    ),
  ],
  [
    '6060479',
    likelyRefused(
      'packer',
      'relabel',
      ['快递单号不符合所选快递公司的格式', '核对快递公司是否选对，或重新扫描面单上的快递单号。'],
      [
        'The waybill number does not have the chosen carrier’s form.',
        'Check that the right carrier is chosen, or scan the number on the label again.',
      ],
    ),
  ],
  [
    '10020115',
    likelyRefused(
      'lead',
      'keep',
      ['买家申请改收货地址，商家还没处理', '拦下包裹，请商家先处理改址；同意后要换面单再保存。'],
      [
        'The buyer asked to change the address and the shop has not answered.',
        'Stop the parcel; after the shop has answered, print a new label if needed and save again.',
      ],
    ),
  ],
  [
    '10020276',
    likelyRefused(
      'lead',
      'keep',
      ['买家申请换规格，商家还没处理', '拦下包裹，请商家先处理换款；同意后要拆包换货再保存。'],
      [
        'The buyer asked for another variant and the shop has not answered.',
        'Stop the parcel; after the shop has answered, repack if needed and save again.',
      ],
    ),
  ],
];
