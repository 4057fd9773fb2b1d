import type { CatalogueEntry, ReplyClass } from '../reply-class.ts';
import type { EntryRow } from '../entry-row.ts';
import { defect, lookFirst, refused } from '../reply-classes.ts';
import { douyinCode, douyinCodes } from './code-entry.ts';

const row = (replyClass: ReplyClass, box: EntryRow['box'], zh: EntryRow['zh'], en: EntryRow['en']): EntryRow => ({
  replyClass,
  actor: 'packer',
  box,
  zh,
  en,
});
const waybill = (zh: string, en: string): EntryRow =>
  row(
    refused('waybill'),
    'relabel',
    [zh, '换一张面单，改好单号再保存。'],
    [en, 'Put on a new label, correct the number and save again.'],
  );
const carrier = (zh: string, en: string): EntryRow =>
  row(
    refused('carrier'),
    'relabel',
    [zh, '换一家快递，贴新面单再保存。'],
    [en, 'Choose another carrier, put on a new label and save again.'],
  );
const companyMissing = row(
  defect('carrier'),
  'keep',
  ['没有带快递公司编码', '留下包裹，请把这条记录报告给开发者。'],
  ['The carrier code is missing.', 'Keep the parcel and report this record to the developers.'],
);
const mismatch = row(
  refused('waybill'),
  'relabel',
  ['单号和快递公司对不上', '核对快递公司和单号，改好再保存。'],
  ['The number does not fit the carrier.', 'Check carrier and number, correct them and save again.'],
);
const serial = (zh: EntryRow['zh'], en: EntryRow['en'], replyClass = refused('serial-number')): EntryRow =>
  row(replyClass, 'open', zh, en);

/** The parcel number, the carrier and serial numbers. */
export const douyinParcelCodes: readonly CatalogueEntry[] = [
  ...douyinCodes(['60011', '60083'], companyMissing),
  ...douyinCodes(['60017', '60127', '60128'], mismatch),
  ...douyinCodes(['60018', '700042'], carrier('平台不支持这家快递', 'The platform does not take this carrier.')),
  douyinCode('60026', carrier('这个订单不能用「其他」快递', 'This order may not go by an unlisted carrier.')),
  douyinCode('60126', carrier('这家同城快递要先申请', 'This same-city carrier needs the platform’s consent.')),
  douyinCode(
    '60138',
    carrier('订单要送货上门，这家快递不行', 'The order wants delivery to the door, which this carrier lacks.'),
  ),
  douyinCode('70018', waybill('单号已被快递回收或取消', 'The carrier has recalled or cancelled this number.')),
  douyinCode('70019', waybill('单号的轨迹早于付款时间', 'The number was in use before the order was paid.')),
  douyinCode('70020', waybill('单号的收件人不是这个订单的', 'The number belongs to another receiver.')),
  douyinCode('70021', waybill('同一单号的订单收件人不一样', 'Orders under this number have different receivers.')),
  douyinCode('70022', waybill('单号已被别的订单使用', 'The number is used by another order.')),
  ...douyinCodes(
    ['60046', '60062'],
    serial(
      ['序列号格式不对，要 15 到 17 位数字', '打开包裹核对序列号，重新扫再保存。'],
      ['The serial number is not 15 to 17 digits.', 'Open the parcel, scan the right number and save again.'],
    ),
  ),
  douyinCode(
    '60047',
    serial(
      ['序列号已经上传过', '会自动核对是不是我们发的；不是就重新扫。'],
      ['The serial number was given before.', 'It is checked whether we did; otherwise scan the right one.'],
      lookFirst('refused'),
    ),
  ),
  douyinCode('60051', {
    replyClass: { kind: 'retry', minWaitMs: 5_000, maxTries: 3 },
    actor: 'nobody',
    box: 'ship',
    zh: ['序列号上传失败，这次没有发货', '不用处理，稍后自动重试。'],
    en: ['The serial number did not get through; not shipped.', 'Nothing to do: it is tried again shortly.'],
  }),
  douyinCode(
    '60056',
    serial(
      ['补贴商品要序列号', '打开包裹，扫序列号再保存。'],
      ['Subsidised goods need a serial number.', 'Open the parcel, scan it and save again.'],
    ),
  ),
];
