import type { CatalogueEntry } from '../reply-class.ts';
import { accessRows } from '../wechat/access-rows.ts';
import { accountRows, permissionRow, permissionSetRow } from '../wechat/account-rows.ts';
import { systemBusyRow, tooManyRow } from '../wechat/busy-rows.ts';
import { channelsEntries } from './channels-entries.ts';
import { correctionCodes } from './codes-correction.ts';
import { courseCodes } from './codes-course.ts';
import { orderCodes } from './codes-order.ts';
import { shopSetupCodes, waybillCodes } from './codes-parcel.ts';
import { requestCodes } from './codes-request.ts';
import { subsidyCodes } from './codes-subsidy.ts';

/**
 * Every code WeChat Channels can answer a shipment with: the table of `channels/ec/order/delivery/send`, and the common
 * codes of the WeChat family. The document's remedy column is empty; the remedies are ours.
 */
export const channelsCodes: readonly CatalogueEntry[] = [
  ...requestCodes,
  ...channelsEntries('document', [['48001', permissionRow]]),
  ...channelsEntries('common', [
    ['-1', systemBusyRow],
    ['http-429', tooManyRow],
    ...accessRows,
    ...accountRows,
    ['61007', permissionSetRow('131')],
  ]),
  ...orderCodes,
  ...courseCodes,
  ...correctionCodes,
  ...waybillCodes,
  ...shopSetupCodes,
  ...subsidyCodes,
];
