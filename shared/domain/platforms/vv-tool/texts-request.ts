import type { CatalogueEntry } from '../reply-class.ts';
import type { EntryRow } from '../entry-row.ts';
import { ambiguous, defect, refused, shopSetup } from '../reply-classes.ts';
import { TEXT_CODE, vvCode, vvText } from './code-entry.ts';

const report: EntryRow['zh'][1] = '留下包裹，请把这条记录报告给开发者。';
const reportEn = 'Keep the parcel and report this record to the developers.';
const own = (meaning: string, meaningEn: string, replyClass = defect()): EntryRow => ({
  replyClass,
  actor: 'admin',
  box: 'keep',
  zh: [meaning, report],
  en: [meaningEn, reportEn],
});
const lookedUp = '不要重发，会自动去平台查；没发成会再发一次。';
const lookedUpEn = 'Do not send again: it is looked up, and sent once more only if it was not applied.';
const passing = (meaning: string, meaningEn: string): EntryRow => ({
  replyClass: ambiguous,
  actor: 'nobody',
  box: 'keep',
  zh: [meaning, lookedUp],
  en: [meaningEn, lookedUpEn],
});

/** 614 texts about the request itself, and those of a platform in trouble. */
export const vvRequestTexts: readonly CatalogueEntry[] = [
  vvText('waybill-missing', '运单号为空', own('没有填快递单号', 'The waybill is missing.', defect('waybill'))),
  vvText('parameter-invalid', '参数无效', own('平台说参数格式不对', 'The platform finds a value of the wrong form.')),
  vvText('parameter-empty', '参数为空', own('平台说必填的参数是空的', 'The platform misses a required value.')),
  vvText(
    'feature-format',
    'feature 参数格式不对',
    own('识别码的格式平台不认', 'The platform cannot read the captured codes.', defect('serial-number')),
  ),
  vvText('address-unknown', '地址库不存在', {
    replyClass: shopSetup,
    actor: 'admin',
    box: 'keep',
    zh: ['店铺没有这个发货或退货地址', '请管理员核对店铺设置里的地址 ID，再放行。'],
    en: ['The shop has no such address.', 'Ask an administrator to check the address ids of the shop, then release.'],
  }),
  vvText('system-error', '系统异常', passing('平台系统异常，结果未知', 'The platform failed; the result is unknown.')),
  vvText(
    'ship-error',
    '发货异常',
    passing('平台发货异常，结果未知', 'The platform failed at shipping; the result is unknown.'),
  ),
  {
    ...vvCode(TEXT_CODE, 'common', {
      replyClass: refused('order'),
      actor: 'lead',
      box: 'keep',
      zh: ['淘宝拒绝了发货', '看平台原话处理；不要反复重试。'],
      en: ['Taobao refused the shipment.', 'Act on the platform’s own words; do not try again and again.'],
    }),
    key: `${TEXT_CODE}:isv`,
  },
  vvCode(TEXT_CODE, 'common', {
    replyClass: ambiguous,
    actor: 'lead',
    box: 'keep',
    zh: ['淘宝给了没有公布的回答', '会自动去平台查结果；请先留下包裹，看平台原话。'],
    en: [
      'Taobao gave an answer nobody has documented.',
      'The result is looked up by itself; keep the parcel and read the platform’s own words.',
    ],
  }),
];
