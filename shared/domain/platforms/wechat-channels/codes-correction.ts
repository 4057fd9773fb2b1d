import { lookFirst, refused } from '../reply-classes.ts';
import { channelsEntries } from './channels-entries.ts';

/** Answers of `deliveryinfo/update`, the correction of a waybill. */
export const correctionCodes = channelsEntries('common', [
  [
    '606040',
    {
      replyClass: refused('channel'),
      actor: 'lead',
      box: 'none',
      zh: { meaning: '拆单发货的订单不能整单改快递单', remedy: '到小店后台按包裹修改快递单号。' },
      en: {
        meaning: 'An order shipped in parts cannot be corrected as a whole.',
        remedy: 'Correct the single parcel in the back office.',
      },
    },
  ],
  [
    '606041',
    {
      replyClass: refused('waybill'),
      actor: 'lead',
      box: 'none',
      zh: { meaning: '这个订单改快递单的次数用完了', remedy: '不要再改；联系平台客服，并把新快递单号告诉买家。' },
      en: {
        meaning: 'This order’s waybill may not be changed any more.',
        remedy: 'Stop correcting; contact the platform’s support and tell the buyer the new number.',
      },
    },
  ],
  [
    '606042',
    {
      replyClass: refused('items'),
      actor: 'lead',
      box: 'none',
      zh: { meaning: '改快递单时商品与原包裹不一致', remedy: '重新拉取订单，用原包裹的商品和数量再改一次。' },
      en: {
        meaning: 'The goods differ from those of the parcel being corrected.',
        remedy: 'Pull the order again and correct with the parcel’s own goods and quantities.',
      },
    },
  ],
  [
    '606058',
    {
      replyClass: lookFirst('refused'),
      actor: 'lead',
      box: 'none',
      zh: { meaning: '平台上没有要修改的原快递单', remedy: '重新拉取订单，核对平台现在的快递单号再决定。' },
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
      zh: { meaning: '新快递单与电子面单信息对不上', remedy: '用这个订单取的电子面单号重新改一次。' },
      en: {
        meaning: 'The new waybill does not match the electronic label.',
        remedy: 'Correct again with the number of the label drawn for this very order.',
      },
    },
  ],
]);
