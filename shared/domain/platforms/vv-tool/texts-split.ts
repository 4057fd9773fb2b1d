import type { CatalogueEntry } from '../reply-class.ts';
import type { EntryRow } from '../entry-row.ts';
import { ambiguous, defect, refused } from '../reply-classes.ts';
import { vvText } from './code-entry.ts';

const items = refused('items');
const row = (
  replyClass: EntryRow['replyClass'],
  actor: EntryRow['actor'],
  zh: EntryRow['zh'],
  en: EntryRow['en'],
): EntryRow => ({
  replyClass,
  actor,
  box: 'keep',
  zh,
  en,
});
const report = '留下包裹，请把这条记录报告给开发者。';
const reportEn = 'Keep the parcel and report this record to the developers.';
const asSplit = '重新拉取订单，按拆单重新打包保存。';
const asSplitEn = 'Pull the order again and pack it anew as a split order.';

/** 614 texts about split orders. What was saved is never changed by itself: the order is packed anew. */
export const vvSplitTexts: readonly CatalogueEntry[] = [
  vvText(
    'split-both-or-neither',
    '两者必须都填或者都不填',
    row(
      defect('items'),
      'admin',
      ['拆单标记和子订单没有一起填', report],
      ['Split mark and child orders did not come together.', reportEn],
    ),
  ),
  vvText(
    'split-children-empty',
    '子订单交易号为空',
    row(defect('items'), 'admin', ['拆单没有带子订单号', report], ['A split came without child orders.', reportEn]),
  ),
  vvText(
    'split-needs-children',
    '必须传入子交易号列表',
    row(
      items,
      'lead',
      ['订单已拆单，必须带子订单号', asSplit],
      ['The order is split and needs its child orders.', asSplitEn],
    ),
  ),
  vvText(
    'split-needed',
    '请走拆单逻辑',
    row(
      items,
      'lead',
      ['订单已拆单，不能整单发', asSplit],
      ['The order is split and cannot leave as a whole.', asSplitEn],
    ),
  ),
  vvText(
    'split-fields-needed',
    '当前操作的订单是拆单订单',
    row(
      items,
      'lead',
      ['订单是拆单的，要带拆单信息', asSplit],
      ['The order is split and must be sent as one.', asSplitEn],
    ),
  ),
  vvText(
    'split-flag-needed',
    'isSplit 必须是 1',
    row(
      items,
      'lead',
      ['订单已被拆单，缺拆单标记', asSplit],
      ['The order has been split and lacks the split mark.', asSplitEn],
    ),
  ),
  vvText(
    'split-not-allowed',
    '当前操作的订单不是拆单订单',
    row(
      items,
      'lead',
      ['订单没有拆单，不能带子订单号', '重新拉取订单，整单打包后重新保存。'],
      ['The order is not split and takes no child orders.', 'Pull the order again and pack it anew as a whole.'],
    ),
  ),
  vvText(
    'split-children-mismatch',
    '子订单号没有精确匹配',
    row(
      items,
      'lead',
      ['子订单和平台上的包裹对不上', asSplit],
      ['The child orders do not match the parcel on the platform.', asSplitEn],
    ),
  ),
  vvText(
    'split-check',
    '拆单校验未通过',
    row(items, 'lead', ['拆单信息没有通过检查', asSplit], ['The split did not pass the platform’s check.', asSplitEn]),
  ),
  vvText(
    'split-barred',
    '不允许对拆单订单操作',
    row(
      refused('channel'),
      'lead',
      ['拆单订单不能用接口发', '留下包裹，到店铺后台发货。'],
      [
        'Split orders cannot be shipped through the interface.',
        'Keep the parcel and ship it in the shop’s back office.',
      ],
    ),
  ),
  vvText(
    'split-error',
    '接入拆单异常',
    row(
      ambiguous,
      'nobody',
      ['平台处理拆单时出错，结果未知', '不要重发，会自动去平台查结果；请先留下包裹。'],
      [
        'The platform failed at the split; the result is unknown.',
        'Do not send again: the result is looked up by itself. Keep the parcel meanwhile.',
      ],
    ),
  ),
];
