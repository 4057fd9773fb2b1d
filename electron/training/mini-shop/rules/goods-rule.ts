import { skusLeft, type SkuLeft } from '../../book/order-state.ts';
import type { MiniDelivery } from '../schemas.ts';
import { by, type MiniSend, type MiniSendRule } from './send-rule.ts';

/** Whether the parcels name goods of the order, in numbers that are still to be shipped, and every SKU in one parcel. */
export const goodsRule: MiniSendRule = (send) => {
  const { body, order, guardsState } = send;
  const parcels = body.delivery_list;
  if (parcels.length === 0) return by(109002);
  if (parcels.some((parcel) => !parcel.is_all_product && parcel.product_infos.length === 0)) return by(109002);
  // A parcel with all goods leaves none for a second one, and none must have left before it.
  const whole = parcels.some((parcel) => parcel.is_all_product);
  if (whole && (parcels.length > 1 || (guardsState && order.parcels.length > 0))) return by(109000);
  return whole ? undefined : splitRefusal(send, parcels);
};

function splitRefusal({ order, guardsState }: MiniSend, parcels: readonly MiniDelivery[]) {
  const skus = skusLeft(order);
  const taken = new Set<SkuLeft>();
  for (const parcel of parcels) {
    for (const wanted of sumBySku(parcel)) {
      const known = skus.find((sku) => sku.productId === wanted.productId && sku.skuId === wanted.skuId);
      const detail = ` product_id: ${wanted.productId}, sku_id: ${wanted.skuId}`;
      if (known === undefined) return by(109000, detail);
      const left = guardsState ? known.left : known.ordered;
      if (wanted.quantity < 1 || wanted.quantity > left) return by(109000, detail);
      if (wanted.quantity < left || taken.has(known)) return by(800001, detail);
      taken.add(known);
    }
  }
  return undefined;
}

type Wanted = { readonly productId: string; readonly skuId: string; readonly quantity: number };

function sumBySku({ product_infos: infos }: MiniDelivery): readonly Wanted[] {
  const sums = new Map<string, Wanted>();
  for (const { product_id: productId, sku_id: skuId, product_cnt: count } of infos) {
    const key = `${productId}/${skuId}`;
    sums.set(key, { productId, skuId, quantity: (sums.get(key)?.quantity ?? 0) + count });
  }
  return [...sums.values()];
}
