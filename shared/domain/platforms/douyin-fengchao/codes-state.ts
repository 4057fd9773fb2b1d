import type { CatalogueEntry } from '../reply-class.ts';
import type { EntryRow } from '../entry-row.ts';
import { ambiguous, lookFirst, refused } from '../reply-classes.ts';
import { douyinCode, douyinCodes, douyinText } from './code-entry.ts';

const lookedUp = '不要重发，会自动去平台查结果；请先留下包裹。';
const lookedUpEn = 'Do not send again: the result is looked up by itself. Keep the parcel meanwhile.';

/** Our own earlier call may be the one that is being worked on: wait, look, and only then once more. */
const inProcess: EntryRow = {
  replyClass: ambiguous,
  actor: 'nobody',
  box: 'keep',
  zh: ['平台还在处理这个订单的上一次发货', lookedUp],
  en: ['The platform is still working on an earlier shipment of this order.', lookedUpEn],
};

const systemTrouble: EntryRow = {
  replyClass: ambiguous,
  actor: 'nobody',
  box: 'keep',
  zh: ['平台系统出错，可能已经发货', lookedUp],
  en: ['The platform failed; it may already be shipped.', lookedUpEn],
};

const busy: EntryRow = {
  replyClass: { kind: 'retry', minWaitMs: 5_000, maxTries: 8 },
  actor: 'nobody',
  box: 'ship',
  zh: ['平台繁忙，这次没有发货', '不用处理，稍后自动重试。'],
  en: ['The platform is busy; this try was not applied.', 'Nothing to do: it is tried again shortly.'],
};

const already = (zh: string, en: string): EntryRow => ({
  replyClass: lookFirst('conflict'),
  actor: 'lead',
  box: 'keep',
  zh: [zh, '会自动核对单号：是我们的就算完成，不是就请主管处理。'],
  en: [en, 'The number is compared by itself: ours counts as done, another one is for the team lead.'],
});

/** Where an order stands: already shipped, being worked on, partly shipped; and trouble that passes. */
export const douyinStateCodes: readonly CatalogueEntry[] = [
  douyinText('in-process', '存在处理中流程', inProcess),
  douyinCode('70011', inProcess),
  douyinText('part-shipped', '部分发货', {
    replyClass: refused('items'),
    actor: 'lead',
    box: 'keep',
    zh: ['订单已经发了一部分，不能整单发', '重新拉取订单，把剩下的商品按拆单打包保存。'],
    en: [
      'The order is partly shipped and cannot leave as a whole.',
      'Pull the order again and pack the rest anew as a split.',
    ],
  }),
  ...douyinCodes(
    ['60110', '70023'],
    already('平台说订单已经发过货', 'The platform says that the order is shipped already.'),
  ),
  douyinCode('60113', already('订单已经完结', 'The order is finished.')),
  ...douyinCodes(
    ['60106', '60114', '60118', '60121', '60124', '60125', '60132', '70002', '70009', '70014', '8888', '120032'],
    busy,
  ),
  ...douyinCodes(
    ['20000', '9999', '10005', '10009', '10018', '20003', '50002', '80007', '99997', '99998', '99999'],
    systemTrouble,
  ),
  douyinCode('http-429', {
    ...busy,
    zh: ['接口限流（429），这次没有发货', '不用处理，稍后自动重试。'],
    en: ['The interface limits calls (429); this try was not applied.', 'Nothing to do: it is tried again shortly.'],
  }),
];
