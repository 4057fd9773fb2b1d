import type { Order } from '../order.ts';
import type { SendPayload } from '../shipment.ts';
import { linesOfSku } from './compose-quantities.ts';
import type { ComposeRefusal } from './compose-refusal.ts';
import { capabilitiesOf } from './platform-list.ts';

/** How platforms write "a company that is not on our list"; each knows its own word at most. */
const UNLISTED = /^(?:others?|qita)$/i;

/**
 * A company that is not on the platform's list goes by that platform's own word for it or not at all, and subsidised goods
 * (those that need a serial number) never do: 606061 wants certain carriers, 60026 refuses `qita`.
 */
export function checkUnlistedCarrier(order: Order, { deliver, items }: SendPayload): ComposeRefusal | null {
  if (deliver.type !== 'courier' || !UNLISTED.test(deliver.carrierCode)) return null;
  const { unlistedCarrierCode, unlistedCarrierNameMax } = capabilitiesOf(order.platform);
  const word = unlistedCarrierCode ?? (unlistedCarrierNameMax === undefined ? null : deliver.carrierCode);
  const subsidised = items.some((item) => linesOfSku(order, item).some((line) => line.needsSerialNumber));
  return deliver.carrierCode === word && !subsidised
    ? null
    : { rule: 'carrier-not-allowed', detail: deliver.carrierCode };
}
