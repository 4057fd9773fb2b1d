import type { CatalogueEntry } from '../reply-class.ts';
import { accessRows } from '../wechat/access-rows.ts';
import { accountRows, permissionSetRow } from '../wechat/account-rows.ts';
import { tooManyRow } from '../wechat/busy-rows.ts';
import { entriesFor } from '../wechat/code-row.ts';
import { badFormatRow, badValueRow, requestRows } from '../wechat/request-rows.ts';
import { sendRows } from './codes-send.ts';

const entries = entriesFor('wechat-mini-shop');

/** Every code the mini-shop can answer with: the table of `product/delivery/send`, and the family's common codes. */
export const miniShopCodes: readonly CatalogueEntry[] = [
  ...entries('document', sendRows),
  ...entries('common', [
    ['40097', badValueRow],
    ['47001', badFormatRow],
    ...requestRows,
    ['http-429', tooManyRow],
    ...accessRows,
    ...accountRows,
    ['61007', permissionSetRow(null)],
  ]),
];
