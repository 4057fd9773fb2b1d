import type { AppliedEntry } from '../book/ledger-entry.ts';
import type { OrderBook } from '../book/order-book.ts';
import { openAfterSale, skusLeft, type OrderState } from '../book/order-state.ts';
import type { Reply } from '../core/reply.ts';
import type { ShopCall } from '../wechat/shop-endpoint.ts';
import { waybillFault } from '../wechat/waybill-rule.ts';
import { refuse, wechatOk, type Refusal } from '../wechat/wechat-reply.ts';
import { dropshipMessage } from './codes.ts';
import type { DropshipGoods, DropshipParcel, DropshipSendBody } from './schemas.ts';

const by = (code: number): Refusal => refuse(code, dropshipMessage(code));

/** `POST …/supplier/delivery/send`: every rule first, then all parcels of the request at once. */
export const sendDropship =
  ({ book, guardsState }: { book: OrderBook; guardsState: boolean }) =>
  ({ appId, request, body }: ShopCall<DropshipSendBody>): Reply | Refusal => {
    const order = book.find(appId, body.ds_order_id);
    if (order === undefined) return by(100002);
    const refusal =
      orderRefusal(order, guardsState) ??
      goodsRefusal(order, body.delivery_list, guardsState) ??
      body.delivery_list.map(labelRefusal).find((each) => each !== undefined);
    if (refusal !== undefined) return refusal;
    book.applySent(body.delivery_list.map((parcel) => appliedEntry(parcel, appId, request, body.ds_order_id)));
    return wechatOk();
  };

function orderRefusal(order: OrderState, guardsState: boolean): Refusal | undefined {
  if (guardsState && order.status === 'shipped') return by(109001);
  if (!['to-ship', 'part-shipped', 'shipped'].includes(order.status)) return by(101100);
  return order.order.lines.some((line) => openAfterSale(order, line) > 0) ? by(108009) : undefined;
}

/** Goods of the order, in numbers that are still to be shipped, over all parcels of the call together. */
function goodsRefusal(
  order: OrderState,
  parcels: readonly DropshipParcel[],
  guardsState: boolean,
): Refusal | undefined {
  if (parcels.some((parcel) => parcel.product_infos.length === 0)) return by(109002);
  const infos = parcels.flatMap((parcel) => parcel.product_infos);
  const skus = skusLeft(order);
  const wrong = infos.some((info) => {
    const known = skus.find((sku) => sku.productId === info.product_id && sku.skuId === info.sku_id);
    return (
      known === undefined || info.product_cnt < 1 || wantedOf(infos, info) > (guardsState ? known.left : known.ordered)
    );
  });
  return wrong ? by(109000) : undefined;
}

const wantedOf = (infos: readonly DropshipGoods[], sku: DropshipGoods): number =>
  infos
    .filter((info) => info.product_id === sku.product_id && info.sku_id === sku.sku_id)
    .reduce((sum, info) => sum + info.product_cnt, 0);

/** The page names no code for a company that is not on the list: there is none. */
function labelRefusal({ delivery_id: carrier, waybill_id: waybill }: DropshipParcel): Refusal | undefined {
  const code = waybillFault({ carrier, waybill });
  return code === undefined ? undefined : by(code);
}

const appliedEntry = (parcel: DropshipParcel, shop: string, request: string, orderId: string): AppliedEntry => ({
  kind: 'applied',
  what: 'send',
  request,
  shop,
  orderId,
  carrier: parcel.delivery_id,
  waybill: parcel.waybill_id,
  deliverType: 1,
  items: parcel.product_infos.map((info) => ({
    productId: info.product_id,
    skuId: info.sku_id,
    quantity: info.product_cnt,
  })),
});
