import type { CatalogueEntry } from '../reply-class.ts';
import type { EntryRow } from '../entry-row.ts';
import { lookFirst, refused } from '../reply-classes.ts';
import { vvText } from './code-entry.ts';

const waybill = refused('waybill');
const relabel = (replyClass: EntryRow['replyClass'], zh: EntryRow['zh'], en: EntryRow['en']): EntryRow => ({
  replyClass,
  actor: 'packer',
  box: 'relabel',
  zh,
  en,
});
const newLabel = '换一张新面单贴上，再重新保存。';
const newLabelEn = 'Put a new label on the parcel and save again.';
const checkedFirst = '会先查是不是自己发的；不是就换面单重新保存。';
const checkedFirstEn = 'It is looked up first: it may be our own. Otherwise relabel the parcel and save again.';

/** 614 texts about the parcel number. "Used already" may be the answer to our own earlier call. */
export const vvWaybillTexts: readonly CatalogueEntry[] = [
  vvText(
    'waybill-rule-or-used',
    '运单号不符合规则',
    relabel(
      lookFirst('refused'),
      ['快递单号不合规则，或已经被用过', checkedFirst],
      ['The waybill breaks the carrier’s rule or has been used.', checkedFirstEn],
    ),
  ),
  vvText(
    'waybill-fake',
    '运单号被识别为假',
    relabel(
      waybill,
      ['快递单号被平台判为假单号', newLabel],
      ['The platform takes this waybill for a fake.', newLabelEn],
    ),
  ),
  vvText(
    'waybill-expired',
    '运单号已经过期无效',
    relabel(waybill, ['快递单号已过期', newLabel], ['The waybill has expired.', newLabelEn]),
  ),
  vvText(
    'waybill-before-payment',
    '付款时间晚于快递公司揽收时间',
    relabel(
      waybill,
      ['快递揽收早于买家付款，单号不能用', newLabel],
      ['The carrier collected this waybill before the buyer paid.', newLabelEn],
    ),
  ),
  vvText(
    'waybill-other-address',
    '收货人地址信息与快递公司签收地址信息不匹配',
    relabel(
      waybill,
      ['快递单号是寄到别处的', '核对有没有拿错面单，换新面单后重新保存。'],
      ['The waybill went to another address.', 'Check for a swapped label, relabel the parcel and save again.'],
    ),
  ),
  vvText(
    'waybill-used-not-genuine',
    '当前订单非真',
    relabel(
      lookFirst('refused'),
      ['快递单号已被别的订单用过', checkedFirst],
      ['The waybill has been used for another order.', checkedFirstEn],
    ),
  ),
  vvText(
    'waybill-used',
    '您填写的运单号已被使用',
    relabel(lookFirst('refused'), ['快递单号已经被用过', checkedFirst], ['The waybill has been used.', checkedFirstEn]),
  ),
];
