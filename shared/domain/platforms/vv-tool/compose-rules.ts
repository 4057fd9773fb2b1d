import { shippableQuantity, type Order } from '../../order.ts';
import type { PackageItem, SendPayload } from '../../shipment.ts';
import type { ComposeRefusal } from '../compose-refusal.ts';
import { lineOfItem, titleOfItem } from '../compose-quantities.ts';
import { companyCode } from './company-code.ts';
import { isFeatureCode } from './feature.ts';
import { mustSplit } from './split.ts';

/**
 * What `tool/erps/send` refuses by its document, found before anything is saved: goods that only the back office ships,
 * a split that is not along child orders, an unlisted carrier without a usable name, captured codes that do not match
 * the pieces. Null where nothing is wrong. Quantities are checked for all platforms alike.
 */
export function checkVvToolPackage(order: Order, payload: SendPayload): ComposeRefusal | null {
  return checkDelivery(order, payload) ?? checkSplit(order, payload) ?? checkCodes(order, payload);
}

function checkDelivery(order: Order, { deliver }: SendPayload): ComposeRefusal | null {
  if (order.deliverMethod === 'virtual') return { rule: 'back-office-only', detail: order.orderId };
  if (deliver.type === 'none') return { rule: 'courier-needed', detail: order.orderId };
  const company = companyCode(deliver);
  return company.ok ? null : { rule: 'carrier-not-allowed', detail: company.error };
}

/** `sub_tid` names whole child orders: pieces of one child cannot leave in two parcels. */
function checkSplit(order: Order, payload: SendPayload): ComposeRefusal | null {
  if (!mustSplit(order, payload)) return null;
  const nameless = payload.items.find((item) => (item.childOrderId ?? '') === '');
  if (nameless !== undefined) return { rule: 'child-order-missing', detail: nameless.skuId || nameless.productId };
  const torn = payload.items.find(({ childOrderId = '' }) => {
    const line = order.lines.find((each) => each.childOrderId === childOrderId);
    return line !== undefined && packedOf(payload.items, childOrderId) !== shippableQuantity(line);
  });
  return torn === undefined ? null : { rule: 'sku-in-one-package', detail: titleOfItem(order, torn) };
}

const packedOf = (items: readonly PackageItem[], childOrderId: string): number =>
  items.filter((item) => item.childOrderId === childOrderId).reduce((sum, item) => sum + item.quantity, 0);

function checkCodes(order: Order, { items }: SendPayload): ComposeRefusal | null {
  const severalLines = order.lines.length > 1;
  for (const item of items) {
    const captured = item.serialNumbers ?? [];
    const wanted = lineOfItem(order, item)?.needsSerialNumber === true;
    if (captured.length === 0 && wanted) return { rule: 'serial-number-missing', detail: titleOfItem(order, item) };
    if (captured.length === 0) continue;
    const codes = captured.flatMap(({ serialNumber, imei1 }) =>
      imei1 === undefined ? [serialNumber] : [serialNumber, imei1],
    );
    const malformed = codes.find((code) => !isFeatureCode(code));
    if (malformed !== undefined) return { rule: 'serial-number-malformed', detail: malformed };
    if (captured.length !== item.quantity)
      return { rule: 'serial-number-per-piece', detail: `${captured.length}/${item.quantity}` };
    if (severalLines && (item.childOrderId ?? '') === '')
      return { rule: 'child-order-missing', detail: titleOfItem(order, item) };
  }
  return null;
}
