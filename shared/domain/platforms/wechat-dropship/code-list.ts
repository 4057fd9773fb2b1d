import type { CatalogueEntry } from '../reply-class.ts';
import { accessRows } from '../wechat/access-rows.ts';
import { accountRows, permissionSetRow } from '../wechat/account-rows.ts';
import { systemBusyRow, tooManyRow } from '../wechat/busy-rows.ts';
import { entriesFor } from '../wechat/code-row.ts';
import { listRows, requestRows } from '../wechat/request-rows.ts';
import { sendRows } from './codes-send.ts';
import { updateRows } from './codes-update.ts';

const entries = entriesFor('wechat-dropship');

/** Every code the supplier's calls can answer with: the table of `delivery/update`, and the family's common codes. */
export const dropshipCodes: readonly CatalogueEntry[] = [
  ...entries('document', updateRows),
  ...entries('common', [
    ['-1', systemBusyRow],
    ['http-429', tooManyRow],
    ...sendRows,
    ...requestRows,
    ...listRows,
    ...accessRows,
    ...accountRows,
    ['61007', permissionSetRow('192')],
  ]),
];
