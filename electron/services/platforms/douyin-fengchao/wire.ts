import { LosslessNumber, stringify } from 'lossless-json';
import { ADDRESS_ID } from '../../../../shared/domain/platforms/capabilities.ts';
import { UNLISTED_COMPANY } from '../../../../shared/domain/platforms/douyin-fengchao/capabilities.ts';
import { isChildOrderId, isCompanyCode } from '../../../../shared/domain/platforms/douyin-fengchao/compose-rules.ts';
import {
  capturedSerialNumbers,
  sentSerialNumber,
} from '../../../../shared/domain/platforms/douyin-fengchao/serial-number.ts';
import { goesAsPack } from '../../../../shared/domain/platforms/douyin-fengchao/split.ts';
import type { SendPayload } from '../../../../shared/domain/shipment.ts';
import { err, ok, type Result } from '../../../../shared/kernel/result.ts';
import type { Unsendable } from '../http/unsent.ts';
import { childrenOf } from './children.ts';
import type { DouyinOptions } from './options.ts';
import { requestIdOf } from './request-id.ts';

const ADD_PATH = '/gateway/dd/order/logistics/add';
const ADD_PACK_PATH = '/gateway/dd/order/logistics/addmultipack';

/** One entry of `request_data`, and by what its answer is known again. */
export type WireEntry = {
  readonly path: typeof ADD_PATH | typeof ADD_PACK_PATH;
  readonly orderId: string;
  readonly companyCode: string;
  readonly waybill: string;
  /** `object_id` and `request_id` of a package of a split order; empty for a whole order. */
  readonly requestId: string;
  readonly entry: Readonly<Record<string, unknown>>;
};

/**
 * One shipment as the document's sample has it. The deprecated `logistics_id` is never sent; fields that do not apply are
 * left out; refusing a refund is sent only where a supervisor chose it for this package.
 */
export function wireEntry(payload: SendPayload, options: DouyinOptions): Result<WireEntry, Unsendable> {
  const { deliver, orderId } = payload;
  if (!/^\d{1,20}$/.test(orderId)) return err({ field: 'order', message: 'an order number has digits only' });
  if (deliver.type !== 'courier')
    return err({ field: 'deliver-type', message: 'this interface ships by courier only' });
  if (!isCompanyCode(deliver.carrierCode))
    return err({ field: 'carrier', message: 'the carrier goes by its code, or by qita' });
  const more = moreFields(payload, options);
  if (!more.ok) return more;
  const known = { orderId, companyCode: deliver.carrierCode, waybill: deliver.waybill };
  const parcel = {
    company_code: deliver.carrierCode,
    logistics_code: deliver.waybill,
    ...(deliver.carrierCode === UNLISTED_COMPANY && deliver.carrierName !== '' ? { company: deliver.carrierName } : {}),
  };
  if (!goesAsPack(payload))
    return ok({ ...known, path: ADD_PATH, requestId: '', entry: { order_id: orderId, ...parcel, ...more.value } });
  const children = childrenOf(payload.items);
  if (!children.every((child) => isChildOrderId(child.childOrderId)))
    return err({ field: 'items', message: 'a split names the child order of everything in it' });
  const requestId = requestIdOf(payload);
  const shipped = children.map((child) => ({ shipped_order_id: child.childOrderId, shipped_num: child.quantity }));
  return ok({
    ...known,
    path: ADD_PACK_PATH,
    requestId,
    entry: {
      order_id: orderId,
      request_id: requestId,
      object_id: requestId,
      pack_list: [{ shipped_order_info: shipped, ...parcel }],
      ...more.value,
    },
  });
}

function moreFields(
  { items, rejectRefund }: SendPayload,
  { addressId }: DouyinOptions,
): Result<Readonly<Record<string, unknown>>, Unsendable> {
  const serials = capturedSerialNumbers(items).map(sentSerialNumber);
  if (serials.includes(null)) return err({ field: 'serial-number', message: 'a serial number has 15 to 17 digits' });
  if (addressId !== '' && !ADDRESS_ID.test(addressId))
    return err({ field: 'channel', message: 'the address id of the shop has digits only' });
  return ok({
    ...(serials.length === 0 ? {} : { serial_number_list: serials }),
    ...(addressId === '' ? {} : { address_id: new LosslessNumber(addressId) }),
    ...(rejectRefund === true ? { is_reject_refund: true } : {}),
  });
}

/** The text of `request_data`: entries by order number, so that the same shipments always give the same bytes. */
export const requestData = (entries: readonly WireEntry[]): string =>
  stringify(entries.toSorted((a, b) => (a.orderId < b.orderId ? -1 : 1)).map(({ entry }) => entry)) ?? '[]';
