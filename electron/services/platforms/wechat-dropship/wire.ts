import { quantitiesPerSku } from '../../../../shared/domain/platforms/compose-quantities.ts';
import type { CorrectPayload, OpPayload, PackageItem, SendPayload } from '../../../../shared/domain/shipment.ts';
import { jsonBody, type WireJson } from '../wechat/json-body.ts';
import type { Wire } from '../wechat/mutation.ts';

const ROOT = '/channels/ec/order/dropship/supplier/delivery';

/** Where a payload goes and its exact bytes. Ids are text, `product_cnt` is a number. */
export const wireOf = (payload: OpPayload): Wire =>
  payload.kind === 'send' ? sendWire(payload) : correctWire(payload);

function sendWire({ deliver, orderId, items }: SendPayload): Wire {
  if (deliver.type === 'none')
    return { message: 'a supplier’s parcel needs a carrier and a waybill', field: 'deliver-type' };
  const parcel = parcelOf(deliver, productInfos(items));
  return { path: `${ROOT}/send`, body: jsonBody({ ds_order_id: orderId, delivery_list: [parcel] }) };
}

/**
 * Changes are few and count even where they change nothing, so one that cannot be right never leaves: both sides name the
 * very same goods, and the number is another one.
 */
function correctWire({ orderId, from, to, items }: CorrectPayload): Wire {
  const goods = productInfos(items);
  if (goods.length === 0) return { message: 'a correction names the goods of its parcel', field: 'items' };
  if (from.waybill === to.waybill && from.carrierCode === to.carrierCode)
    return { message: 'the new waybill is the old one', field: 'waybill' };
  const change = { old: parcelOf(from, goods), new: parcelOf(to, goods) };
  return { path: `${ROOT}/update`, body: jsonBody({ ds_order_id: orderId, change_infos: [change] }) };
}

const parcelOf = (
  { carrierCode, waybill }: { readonly carrierCode: string; readonly waybill: string },
  goods: readonly WireJson[],
): WireJson => ({ delivery_id: carrierCode, waybill_id: waybill, product_infos: goods });

const productInfos = (items: readonly PackageItem[]): readonly WireJson[] =>
  quantitiesPerSku(items).map(({ productId, skuId, quantity }) => ({
    product_cnt: quantity,
    product_id: productId,
    sku_id: skuId,
  }));
