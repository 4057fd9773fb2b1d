import type { Order } from '../../order.ts';
import type { SendPayload } from '../../shipment.ts';
import { lineOfItem, titleOfItem } from '../compose-quantities.ts';
import type { ComposeRefusal } from '../compose-refusal.ts';
import { capturedSerialNumbers, sentSerialNumber } from './serial-number.ts';
import { mustGoAsPack } from './split.ts';

/**
 * What the two calls refuse by their documents, found before anything is saved: goods without a courier, a company that
 * has no code, a split that does not name its child orders, serial numbers that are missing or not 15–17 digits. Null
 * where nothing is wrong. Quantities are checked for all platforms alike; pieces of one child order may leave apart.
 */
export function checkDouyinPackage(order: Order, payload: SendPayload): ComposeRefusal | null {
  return checkDelivery(order, payload) ?? checkSplit(order, payload) ?? checkSerialNumbers(order, payload);
}

function checkDelivery(order: Order, { deliver }: SendPayload): ComposeRefusal | null {
  if (order.deliverMethod === 'virtual') return { rule: 'back-office-only', detail: order.orderId };
  if (deliver.type === 'none') return { rule: 'courier-needed', detail: order.orderId };
  return isCompanyCode(deliver.carrierCode) ? null : { rule: 'carrier-not-allowed', detail: deliver.carrierCode };
}

/** Douyin's codes are plain ASCII such as `shunfeng` or `qita`. */
export const isCompanyCode = (code: string): boolean => /^[0-9A-Za-z_-]{1,64}$/.test(code);

/** A child order's number. */
export const isChildOrderId = (id: string): boolean => /^\d{1,20}$/.test(id);

function checkSplit(order: Order, payload: SendPayload): ComposeRefusal | null {
  if (!mustGoAsPack(order, payload)) return null;
  const nameless = payload.items.find((item) => !isChildOrderId(item.childOrderId ?? ''));
  return nameless === undefined ? null : { rule: 'child-order-missing', detail: titleOfItem(order, nameless) };
}

function checkSerialNumbers(order: Order, { items }: SendPayload): ComposeRefusal | null {
  for (const item of items) {
    const captured = item.serialNumbers ?? [];
    if (captured.length === 0 && lineOfItem(order, item)?.needsSerialNumber !== true) continue;
    if (captured.length === 0) return { rule: 'serial-number-missing', detail: titleOfItem(order, item) };
    const malformed = captured.find((each) => sentSerialNumber(each) === null);
    if (malformed !== undefined) return { rule: 'serial-number-malformed', detail: malformed.serialNumber };
    if (captured.length !== item.quantity)
      return { rule: 'serial-number-per-piece', detail: `${captured.length}/${item.quantity}` };
  }
  const sent = capturedSerialNumbers(items).map((each) => sentSerialNumber(each));
  const twice = sent.find((each, index) => sent.indexOf(each) !== index);
  return twice === undefined || twice === null ? null : { rule: 'serial-number-malformed', detail: twice };
}
