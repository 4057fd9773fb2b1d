import type { CatalogueEntry } from '../reply-class.ts';
import type { EntryRow } from '../entry-row.ts';
import { account, ambiguous, defect } from '../reply-classes.ts';
import { vvCode, vvText } from './code-entry.ts';

const lookedUp = '不要重发，会自动去平台查结果；请先留下包裹。';
const lookedUpEn = 'Do not send again: the result is looked up by itself. Keep the parcel meanwhile.';
const unknownResult = (meaning: string, meaningEn: string): EntryRow => ({
  replyClass: ambiguous,
  actor: 'nobody',
  box: 'keep',
  zh: [meaning, lookedUp],
  en: [meaningEn, lookedUpEn],
});
const accountRow = (replyClass: EntryRow['replyClass'], zh: EntryRow['zh'], en: EntryRow['en']): EntryRow => ({
  replyClass,
  actor: 'admin',
  box: 'keep',
  zh,
  en,
});

/** The table of result codes of `tool/erps/send` but for 614, whose texts are in files of their own. */
export const vvCodes: readonly CatalogueEntry[] = [
  vvCode(
    '100',
    'document',
    accountRow(
      defect(),
      ['接口说请求参数错误', '留下包裹，请把这条记录报告给开发者。'],
      ['The interface finds a wrong parameter.', 'Keep the parcel and report this record to the developers.'],
    ),
  ),
  vvCode(
    '101',
    'document',
    unknownResult('接口超时，可能已经发货', 'The interface timed out; it may already be shipped.'),
  ),
  vvCode(
    '103',
    'document',
    accountRow(
      defect('order'),
      ['接口说旺旺账号不存在', '请管理员核对店铺 ID 是否填对。'],
      ['The interface does not know the seller’s Wangwang account.', 'Ask an administrator to check the shop id.'],
    ),
  ),
  vvCode(
    '200',
    'document',
    unknownResult('接口系统错误，可能已经发货', 'The interface failed; it may already be shipped.'),
  ),
  vvCode(
    '202',
    'document',
    unknownResult('接口繁忙，可能已经发货', 'The interface is busy; it may already be shipped.'),
  ),
  vvCode(
    '203',
    'document',
    accountRow(
      defect('channel'),
      ['这类店铺暂不支持用接口发货', '留下包裹，到店铺后台发货；请告诉管理员。'],
      [
        'This kind of shop cannot be shipped through the interface yet.',
        'Keep the parcel, ship it in the shop’s back office and tell an administrator.',
      ],
    ),
  ),
  vvText(
    'permission',
    '无该接口权限',
    accountRow(
      account('permission'),
      ['没有开通发货接口', '请管理员到聚合平台官网开通这个接口，再测试连接。'],
      [
        'This interface is not enabled for the account.',
        'Ask an administrator to enable it on the aggregator’s site, then test the connection.',
      ],
    ),
    '204',
  ),
  vvText(
    'quota',
    '调用次数不足',
    accountRow(
      account('quota'),
      ['接口调用次数用完了', '请管理员到聚合平台官网充值，再测试连接。'],
      [
        'The paid calls are used up.',
        'Ask an administrator to top up on the aggregator’s site, then test the connection.',
      ],
    ),
    '204',
  ),
  vvCode(
    '204',
    'common',
    accountRow(
      account('permission'),
      ['接口不让这个账号调用', '看平台原话：缺权限就去官网开通，缺次数就去充值。'],
      [
        'The interface refuses this account.',
        'Read the platform’s own words: enable the interface or top up on the aggregator’s site.',
      ],
    ),
  ),
  vvCode(
    '302',
    'document',
    accountRow(
      account('permission'),
      ['店铺还没有授权', '到「店铺」页，请店主扫授权二维码，再点「我已授权，检查」。'],
      [
        'The shop is not authorised.',
        'Open the shops page: the owner scans the authorisation code, then press “I have authorised: check”.',
      ],
    ),
  ),
  vvCode('401', 'document', {
    replyClass: { kind: 'token' },
    actor: 'nobody',
    box: 'ship',
    zh: ['访问令牌失效', '不用处理，会自动换新令牌再发一次。'],
    en: ['The access token is no longer valid.', 'Nothing to do: it is renewed and the call made once more.'],
  }),
  vvCode(
    '404',
    'document',
    accountRow(
      defect(),
      ['接口地址或请求方式不对', '请管理员核对接口地址；仍出现就报告给开发者。'],
      [
        'Address or method of the call is wrong.',
        'Ask an administrator to check the API address; otherwise report it.',
      ],
    ),
  ),
  vvCode('http-429', 'common', {
    replyClass: { kind: 'retry', minWaitMs: 5_000, maxTries: 8 },
    actor: 'nobody',
    box: 'ship',
    zh: ['接口限流（429），这次没有发货', '不用处理，稍后自动重试。'],
    en: ['The interface limits calls (429); this try was not applied.', 'Nothing to do: it is tried again shortly.'],
  }),
];
