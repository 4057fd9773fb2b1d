import { shippableQuantity, type Order } from '../../order.ts';
import type { SendPayload } from '../../shipment.ts';
import { linesOfSku, quantitiesPerSku } from '../compose-quantities.ts';
import type { ComposeRefusal } from '../compose-refusal.ts';

/**
 * What `product/delivery/send` refuses by its document, found before anything is saved: pieces of one SKU in several
 * packages (800001), and a courier where the buyer chose none or the other way round. Null where nothing is wrong.
 */
export function checkMiniShopPackage(order: Order, payload: SendPayload): ComposeRefusal | null {
  return checkDelivery(order, payload) ?? checkSkusWhole(order, payload);
}

/** The buyer chose the way of delivery; carrier and waybill belong to courier orders alone. */
function checkDelivery({ deliverMethod, orderId }: Order, { deliver }: SendPayload): ComposeRefusal | null {
  if (deliverMethod === 'courier')
    return deliver.type === 'courier' ? null : { rule: 'courier-needed', detail: orderId };
  return deliver.type === 'none' ? null : { rule: 'pickup-needs-no-courier', detail: orderId };
}

/** A package holds every piece of a SKU that is still to be shipped, or none. Lines of one SKU count as one. */
function checkSkusWhole(order: Order, { items }: SendPayload): ComposeRefusal | null {
  for (const sku of quantitiesPerSku(items)) {
    const lines = linesOfSku(order, sku);
    const wanted = lines.reduce((sum, line) => sum + shippableQuantity(line), 0);
    if (sku.quantity < wanted)
      return { rule: 'sku-in-one-package', detail: lines[0]?.title || sku.skuId || sku.productId };
  }
  return null;
}
