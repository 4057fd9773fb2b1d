import { skusLeft } from '../../book/order-state.ts';
import { codeMessage } from '../codes.ts';
import { refuse } from '../../wechat/wechat-reply.ts';
import type { ProductInfo } from '../schemas.ts';
import type { SendRule } from './send-context.ts';

/** Whether the parcels hold goods of the order, in numbers that are still to be shipped. */
export const goodsRule: SendRule = ({ body, order, guardsState }) => {
  if (body.delivery_list.some((delivery) => delivery.product_infos.length === 0))
    return refuse(109002, codeMessage(109002));
  const skus = skusLeft(order);
  for (const wanted of sumBySku(body.delivery_list.flatMap((delivery) => delivery.product_infos))) {
    const known = skus.find((sku) => sku.productId === wanted.product_id && sku.skuId === wanted.sku_id);
    if (known === undefined) return refuse(606031, codeMessage(606031));
    const allowed = guardsState ? known.left : known.ordered;
    if (wanted.product_cnt > allowed || wanted.smallest < 1)
      return refuse(
        109000,
        `${codeMessage(109000)} product_id: ${wanted.product_id}, sku_id: ${wanted.sku_id}, left: ${allowed}`,
      );
  }
  return undefined;
};

type Wanted = ProductInfo & { readonly smallest: number };

/** One SKU over all parcels of the request: it may be split between them, but not multiplied. */
function sumBySku(infos: readonly ProductInfo[]): Wanted[] {
  const sums = new Map<string, Wanted>();
  for (const info of infos) {
    const key = `${info.product_id}/${info.sku_id}`;
    const known = sums.get(key);
    sums.set(key, {
      ...info,
      product_cnt: (known?.product_cnt ?? 0) + info.product_cnt,
      smallest: Math.min(known?.smallest ?? info.product_cnt, info.product_cnt),
    });
  }
  return [...sums.values()];
}
