import type { CatalogueEntry } from '../reply-class.ts';
import { douyinGatewayEntries } from './codes-gateway.ts';
import { douyinHoldCodes } from './codes-hold.ts';
import { douyinOrderCodes } from './codes-order.ts';
import { douyinParcelCodes } from './codes-parcel.ts';
import { douyinStateCodes } from './codes-state.ts';

/**
 * Every answer to a shipment that is known: the texts of the gateway's own page, Douyin's numbers as they reach us
 * inside an item, and refusals of the gateway itself. The classes follow RELIABILITY 3f, P2; the sentences are ours.
 */
export const douyinFengchaoCodes: readonly CatalogueEntry[] = [
  ...douyinStateCodes,
  ...douyinHoldCodes,
  ...douyinParcelCodes,
  ...douyinOrderCodes,
  ...douyinGatewayEntries,
];
