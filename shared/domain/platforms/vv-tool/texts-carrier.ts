import type { CatalogueEntry } from '../reply-class.ts';
import type { EntryRow } from '../entry-row.ts';
import { defect, refused, shopSetup } from '../reply-classes.ts';
import { vvText } from './code-entry.ts';

const carrier = refused('carrier');
const row = (
  replyClass: EntryRow['replyClass'],
  [actor, box]: readonly [EntryRow['actor'], EntryRow['box']],
  zh: EntryRow['zh'],
  en: EntryRow['en'],
): EntryRow => ({ replyClass, actor, box, zh, en });

const another = '换一家快递公司，贴新面单后重新保存。';
const anotherEn = 'Choose another carrier, relabel the parcel and save again.';

/** 614 texts about the carrier. */
export const vvCarrierTexts: readonly CatalogueEntry[] = [
  vvText(
    'carrier-missing',
    '没有选择物流公司',
    row(
      defect('carrier'),
      ['packer', 'keep'],
      ['没有选快递公司', '选好快递公司，再重新保存。'],
      ['No carrier was chosen.', 'Choose the carrier and save again.'],
    ),
  ),
  vvText(
    'carrier-name-long',
    '物流公司名称过长',
    row(
      defect('carrier'),
      ['packer', 'keep'],
      ['快递公司名称超过 20 个字', '把名称改短到 20 个字以内，再重新保存。'],
      ['The carrier’s name is longer than 20 characters.', 'Shorten it to 20 characters and save again.'],
    ),
  ),
  vvText(
    'carrier-not-own',
    '物流公司不支持自己联系',
    row(
      carrier,
      ['lead', 'relabel'],
      ['这家快递不能自己联系发货', another],
      ['This carrier cannot be booked by the seller.', anotherEn],
    ),
  ),
  vvText(
    'carrier-unknown',
    '物流公司不存在或被禁用',
    row(
      carrier,
      ['lead', 'relabel'],
      ['平台没有这家快递，或已停用', '不在名单里的快递直接填公司名称，或换一家快递。'],
      [
        'The platform does not know this carrier, or has barred it.',
        'Give an unlisted company by its name, or choose another carrier.',
      ],
    ),
  ),
  vvText(
    'carrier-unsupported',
    '发货使用物流公司不支持',
    row(
      carrier,
      ['lead', 'relabel'],
      ['平台不再支持这家快递', another],
      ['The platform has dropped this carrier.', anotherEn],
    ),
  ),
  vvText(
    'esubao-not-ordered',
    '尚未成功订购 E 速宝',
    row(
      shopSetup,
      ['admin', 'keep'],
      ['店铺没有订购 E 速宝', '请管理员给店铺订购 E 速宝服务，再放行。'],
      ['The shop has not ordered the E-Subao service.', 'Ask an administrator to order it for the shop, then release.'],
    ),
  ),
  vvText(
    'esubao-out-of-range',
    '超出了 E 速宝的服务范围',
    row(
      carrier,
      ['lead', 'relabel'],
      ['收发货地址超出 E 速宝服务范围', another],
      ['The addresses are outside the E-Subao service area.', anotherEn],
    ),
  ),
];
