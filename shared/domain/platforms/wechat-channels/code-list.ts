import type { CatalogueEntry } from '../reply-class.ts';
import { accessCodes } from './codes-access.ts';
import { accountCodes } from './codes-account.ts';
import { busyCodes } from './codes-busy.ts';
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
  ...busyCodes,
  ...accessCodes,
  ...accountCodes,
  ...orderCodes,
  ...courseCodes,
  ...correctionCodes,
  ...waybillCodes,
  ...shopSetupCodes,
  ...subsidyCodes,
];
