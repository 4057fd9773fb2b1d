import { quantitiesPerSku } from '../../../../shared/domain/platforms/compose-quantities.ts';
import type { SendPayload } from '../../../../shared/domain/shipment.ts';
import { jsonBody, rawDigits, type WireJson } from '../wechat/json-body.ts';
import type { Wire } from '../wechat/mutation.ts';

/**
 * Where a shipment goes and its exact bytes. Ids are numbers there, so their digits leave raw, exact at 19. There is one
 * entry a call: several without `product_infos` are refused (109000). An order that leaves in one piece says so and names
 * no goods; a part of one names its goods. Goods that leave without a courier carry neither company nor number.
 */
export function wireOf(payload: SendPayload): Wire {
  const orderId = rawDigits(payload.orderId);
  if (orderId === null) return { message: 'the order number is not a number', field: 'order' };
  const goods = isSplit(payload) ? productInfos(payload) : {};
  if (goods === null) return { message: 'a product or SKU id is not a number', field: 'items' };
  const { deliver } = payload;
  const [company, number] =
    deliver.type === 'courier' ? [{ delivery_id: deliver.carrierCode }, { waybill_id: deliver.waybill }] : [{}, {}];
  return {
    path: '/product/delivery/send',
    body: jsonBody({
      order_id: orderId,
      delivery_list: [{ ...company, is_all_product: !isSplit(payload), ...number, ...goods }],
    }),
  };
}

/** True where other parcels of the order left before or are to follow. */
export const isSplit = ({ split, whole }: Pick<SendPayload, 'split' | 'whole'>): boolean => split ?? !whole;

function productInfos({ items }: SendPayload): { readonly product_infos: readonly WireJson[] } | null {
  const infos: WireJson[] = [];
  for (const { productId, skuId, quantity } of quantitiesPerSku(items)) {
    const [product, sku] = [rawDigits(productId), rawDigits(skuId)];
    if (product === null || sku === null) return null;
    infos.push({ product_cnt: quantity, product_id: product, sku_id: sku });
  }
  return { product_infos: infos };
}
