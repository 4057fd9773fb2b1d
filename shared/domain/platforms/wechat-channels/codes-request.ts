import { badFormatRow, badValueRow, listRows, requestRows } from '../wechat/request-rows.ts';
import { defect } from '../reply-classes.ts';
import { channelsEntries } from './channels-entries.ts';

/** Answers that say our request was built wrongly: our own checks should have stopped it. */
export const requestCodes = [
  ...channelsEntries('document', [
    ['40097', badValueRow],
    ['47001', badFormatRow],
    [
      '109002',
      {
        replyClass: defect('items'),
        actor: 'lead',
        box: 'open',
        zh: {
          meaning: '这个包裹里没有填写商品',
          remedy: '重新打开订单，把商品扫进包裹后再保存；再次出现请报告给开发者。',
        },
        en: {
          meaning: 'The package names no goods.',
          remedy: 'Open the order again, scan the goods into the package and save; report it if it comes back.',
        },
      },
    ],
  ]),
  ...channelsEntries('common', [...requestRows, ...listRows]),
];
