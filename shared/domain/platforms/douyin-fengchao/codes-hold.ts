import { MINUTE_MS } from '../../../kernel/time.ts';
import type { CatalogueEntry } from '../reply-class.ts';
import type { EntryRow } from '../entry-row.ts';
import { shopSetup } from '../reply-classes.ts';
import { douyinCode, douyinCodes, douyinText } from './code-entry.ts';

const refundPending: EntryRow = {
  replyClass: { kind: 'business', stopBox: true, recheckMs: 30 * MINUTE_MS },
  actor: 'lead',
  box: 'keep',
  zh: ['订单有退款申请要先处理', '包裹先别寄出，请客服处理退款；会自动再核对。'],
  en: [
    'A refund of this order waits to be dealt with.',
    'Keep the parcel; the shop deals with the refund first. It is checked again by itself.',
  ],
};

const setup = (zh: EntryRow['zh'], en: EntryRow['en']): EntryRow => ({
  replyClass: shopSetup,
  actor: 'admin',
  box: 'keep',
  zh,
  en,
});

const goThere = '请管理员到抖店后台「物流工具—地址库管理」设置。';
const goThereEn = 'Ask an administrator to set it in the shop’s address library.';

/** Orders that must wait, and settings of the shop that stop all of them. */
export const douyinHoldCodes: readonly CatalogueEntry[] = [
  douyinText('refund-pending', '退款需要处理', refundPending),
  ...douyinCodes(['60040', '60120', '70005'], refundPending),
  douyinCode('60109', {
    replyClass: { kind: 'business', stopBox: true, recheckMs: 30 * MINUTE_MS },
    actor: 'nobody',
    box: 'keep',
    zh: ['订单在风控审核，要一两个小时', '包裹先别寄出，审核过了会自动发货。'],
    en: [
      'The order is under risk review for an hour or two.',
      'Keep the parcel; it is sent by itself once the review is over.',
    ],
  }),
  ...douyinCodes(
    ['60027', '70016'],
    setup(['店铺没有默认售后地址', goThere], ['The shop has no return address.', goThereEn]),
  ),
  douyinCode('60072', setup(['店铺没有默认发货地址', goThere], ['The shop has no sending address.', goThereEn])),
  ...douyinCodes(
    ['60070', '60071', '60028'],
    setup(['发货地址有问题', goThere], ['The sending address is not right.', goThereEn]),
  ),
  douyinCode(
    '60134',
    setup(['退货地址不在地址库里', goThere], ['The return address is not in the library.', goThereEn]),
  ),
  douyinCode('700029', setup(['平台要求有退货地址', goThere], ['The platform wants a return address.', goThereEn])),
  douyinCode(
    '700004',
    setup(
      ['小时达订单要有门店编号', '请到抖店后台发这个订单。'],
      ['Hour-delivery orders need a store number.', 'Ship this order in the shop’s back office.'],
    ),
  ),
];
