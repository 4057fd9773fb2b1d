import { findCarrier } from '../practice/carriers.ts';
import { waybillsForOrder } from '../practice/waybills.ts';

/** How many electronic labels can be drawn for one order and carrier. */
const DRAWN = 20;

/** The numbers drawn as electronic labels for an order: those printed on its practice sheet, and more. */
export const ewaybillsOf = (orderId: string, carrierCode: string): readonly string[] =>
  findCarrier(carrierCode)?.ewaybill === true ? waybillsForOrder(orderId, carrierCode, DRAWN) : [];
