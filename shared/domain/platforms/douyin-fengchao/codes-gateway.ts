import type { CatalogueEntry, ReplyClass } from '../reply-class.ts';
import type { EntryRow } from '../entry-row.ts';
import { account, defect } from '../reply-classes.ts';
import { douyinCode, gatewayEntry } from './code-entry.ts';

const row = (replyClass: ReplyClass, zh: EntryRow['zh'], en: EntryRow['en']): EntryRow => ({
  replyClass,
  actor: 'admin',
  box: 'keep',
  zh,
  en,
});
const test = '请管理员核对后测试连接。';
const testEn = 'Ask an administrator to check it, then test the connection.';
const report = '留下包裹，请把这条记录报告给开发者。';
const reportEn = 'Keep the parcel and report this record to the developers.';

/**
 * Refusals of the gateway before it looks at any order. Its page says only that a code other than 0 is a failure and that
 * the message gives the reason; which number goes with which reason is not published.
 */
export const douyinGatewayEntries: readonly CatalogueEntry[] = [
  gatewayEntry(
    'signature',
    row(
      account('credentials'),
      ['签名不对，AppSecret 可能填错', test],
      ['The signature is wrong; the AppSecret may be.', testEn],
    ),
  ),
  gatewayEntry(
    'appid',
    row(account('credentials'), ['蜂巢不认识这个 AppID', test], ['Fengchao does not know this AppID.', testEn]),
  ),
  gatewayEntry(
    'clock',
    row(
      account('clock'),
      ['这台电脑的时间差了五分钟以上', '请管理员校准电脑时间，再测试连接。'],
      ['This computer’s clock is off by more than five minutes.', 'Set the clock right, then test the connection.'],
    ),
  ),
  gatewayEntry(
    'grant',
    row(
      account('permission'),
      ['店铺没有授权给蜂巢', '请店主在蜂巢重新授权，再测试连接。'],
      ['The shop is not authorised at Fengchao.', 'Ask the owner to authorise it again, then test the connection.'],
    ),
  ),
  gatewayEntry(
    'quota',
    row(
      account('quota'),
      ['蜂巢的调用次数用完了', '请管理员到蜂巢充值，再测试连接。'],
      ['The paid calls at Fengchao are used up.', 'Ask an administrator to top up, then test the connection.'],
    ),
  ),
  gatewayEntry(
    'parameter',
    row(defect(), ['蜂巢说请求参数错误', report], ['Fengchao finds a wrong parameter.', reportEn]),
  ),
  gatewayEntry(
    'batch',
    row(defect('order'), ['一次发的订单超过 100 个', report], ['More than 100 orders in one call.', reportEn]),
  ),
  douyinCode(
    'http-403',
    row(
      account('ip'),
      ['接口拒绝了这台电脑的网络地址', '请管理员在蜂巢放行这个 IP，再测试连接。'],
      [
        'The interface refuses this computer’s address.',
        'Ask an administrator to allow this IP at Fengchao, then test the connection.',
      ],
    ),
  ),
];
