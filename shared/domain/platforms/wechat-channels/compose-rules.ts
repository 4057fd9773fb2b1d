import { isChineseEan } from '../../barcode.ts';
import { shippableQuantity, type Order } from '../../order.ts';
import type { SendPayload, SerialNumber } from '../../shipment.ts';
import type { ComposeRefusal } from '../compose-refusal.ts';
import { linesOfSku, quantitiesPerSku } from '../compose-quantities.ts';

/**
 * What `channels/ec/order/delivery/send` refuses by its document, found before anything is saved: the way of delivery
 * (606008), virtual goods as a whole (606051), courses (606036, 606038), serial numbers (606060, 268545012). Null where
 * nothing is wrong. Quantities are checked for all platforms alike.
 */
export function checkChannelsPackage(order: Order, payload: SendPayload): ComposeRefusal | null {
  return checkDelivery(order, payload) ?? checkCourse(payload) ?? checkSerialNumbers(order, payload);
}

function checkDelivery(order: Order, payload: SendPayload): ComposeRefusal | null {
  const virtual = order.deliverMethod === 'virtual';
  if (virtual && payload.deliver.type === 'courier') return { rule: 'virtual-needs-no-courier', detail: order.orderId };
  if (!virtual && payload.deliver.type === 'none') return { rule: 'courier-needed', detail: order.orderId };
  if (!virtual) return null;
  const packed = quantitiesPerSku(payload.items);
  const wanted = quantitiesPerSku(order.lines.map((line) => ({ ...line, quantity: shippableQuantity(line) })));
  const missing = wanted.find(
    (sku) =>
      sku.quantity >
      (packed.find((item) => item.productId === sku.productId && item.skuId === sku.skuId)?.quantity ?? 0),
  );
  if (missing === undefined && payload.whole) return null;
  return { rule: 'whole-order-only', detail: missing?.skuId ?? order.orderId };
}

function checkCourse({ deliver, items }: SendPayload): ComposeRefusal | null {
  if (deliver.type !== 'none' || deliver.courseInfo === undefined) return null;
  const { appId, path, startTimeS, endTimeS } = deliver.courseInfo;
  if (appId.trim() === '') return { rule: 'course-incomplete', detail: 'AppID' };
  if (path.trim() === '') return { rule: 'course-incomplete', detail: 'path' };
  if (startTimeS !== undefined && endTimeS !== undefined && endTimeS < startTimeS)
    return { rule: 'course-incomplete', detail: `${startTimeS} > ${endTimeS}` };
  const skus = quantitiesPerSku(items);
  return skus.length > 1 ? { rule: 'course-single-sku', detail: String(skus.length) } : null;
}

function checkSerialNumbers(order: Order, { items }: SendPayload): ComposeRefusal | null {
  const wanting = items.find(
    (item) => (item.serialNumbers ?? []).length === 0 && linesOfSku(order, item).some((line) => line.needsSerialNumber),
  );
  if (wanting !== undefined) return { rule: 'serial-number-missing', detail: wanting.skuId || wanting.productId };
  const serialNumbers = items.flatMap((item) => item.serialNumbers ?? []);
  const malformed = serialNumbers.find((each) => !isSerialNumber(each));
  if (malformed !== undefined) return { rule: 'serial-number-malformed', detail: malformed.serialNumber };
  const pieces = items.reduce((total, item) => total + item.quantity, 0);
  // The wire has room for one serial number a parcel, so a parcel with one holds that one piece.
  if (serialNumbers.length > 0 && (serialNumbers.length > 1 || pieces > 1))
    return { rule: 'serial-number-count', detail: `${serialNumbers.length}/${pieces}` };
  return null;
}

/** What `sn_code` may look like. */
export const SERIAL_NUMBER = /^[0-9A-Z][0-9A-Z./-]{3,63}$/i;
const IMEI = /^[0-9A-F]{14,17}$/i;

/** A goods barcode in place of a serial number is the commonest wrong scan. */
const isSerialNumber = ({ serialNumber, imei1, imei2 }: SerialNumber): boolean =>
  SERIAL_NUMBER.test(serialNumber) &&
  !isChineseEan(serialNumber) &&
  [imei1, imei2].every((imei) => imei === undefined || IMEI.test(imei));
