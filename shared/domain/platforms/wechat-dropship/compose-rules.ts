import type { Order } from '../../order.ts';
import type { SendPayload } from '../../shipment.ts';
import type { ComposeRefusal } from '../compose-refusal.ts';

/** A supplier's parcel always goes by courier: `dropship/supplier/delivery/send` wants company and number of each. */
export const checkDropshipPackage = ({ orderId }: Order, { deliver }: SendPayload): ComposeRefusal | null =>
  deliver.type === 'courier' ? null : { rule: 'courier-needed', detail: orderId };
