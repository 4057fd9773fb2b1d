import type { OrderBook } from '../book/order-book.ts';
import type { OrderState } from '../book/order-state.ts';
import type { Parcel } from '../book/parcel.ts';
import type { Reply } from '../core/reply.ts';
import { correctedEntry } from '../wechat/corrected-entry.ts';
import type { ShopCall } from '../wechat/shop-endpoint.ts';
import { refuse, wechatOk, type Refusal } from '../wechat/wechat-reply.ts';
import { codeMessage } from './codes.ts';
import { waybillRefusal } from './rules/waybill-rule.ts';
import type { ProductInfo, UpdateBody, WaybillSide } from './schemas.ts';

const MAX_CORRECTIONS = 3;
const by = (code: number): Refusal => refuse(code, codeMessage(code));

type Change = { readonly parcel: Parcel; readonly to: WaybillSide };

/** `POST /channels/ec/order/deliveryinfo/update`: another parcel number for the same goods, at most three times. */
export const updateDelivery =
  ({ book }: { book: OrderBook }) =>
  ({ appId, request, body }: ShopCall<UpdateBody>): Reply | Refusal => {
    const order = book.find(appId, body.order_id);
    if (order === undefined) return by(100002);
    const parcels = order.parcels.filter((parcel) => parcel.deliverType === 1);
    if ((order.status !== 'shipped' && order.status !== 'part-shipped') || parcels.length === 0) return by(101100);
    if (order.corrections >= MAX_CORRECTIONS) return by(606041);
    const changes = changesOf(order, body);
    if ('code' in changes) return changes;
    for (const { parcel, to } of changes) {
      if (!sameGoods(parcel, to.product_infos)) return by(606042);
      if (to.deliver_type !== undefined && to.deliver_type !== 1) return by(606008);
      const refusal = waybillRefusal(to.delivery_id, to.waybill_id);
      if (refusal !== undefined) return refusal;
    }
    book.applySent(changes.map((change) => correctedEntry(change, appId, request, body.order_id)));
    return wechatOk();
  };

/** Pairs each parcel with its new side; the whole form is only for orders that left as one parcel. */
function changesOf(order: OrderState, { delivery_list, change_infos }: UpdateBody): readonly Change[] | Refusal {
  if ((delivery_list === undefined) === (change_infos === undefined))
    return refuse(40097, 'invalid args, give delivery_list or change_infos');
  if (delivery_list !== undefined) {
    const [parcel, second] = order.parcels;
    const [to, another] = delivery_list;
    if (parcel === undefined || second !== undefined || another !== undefined) return by(606040);
    return to === undefined ? refuse(40097, 'invalid args, empty delivery_list') : [{ parcel, to }];
  }
  const changes: Change[] = [];
  for (const { old, new: to } of change_infos ?? []) {
    const parcel = order.parcels.find((one) => one.waybill === old.waybill_id && one.carrier === old.delivery_id);
    if (parcel === undefined) return by(606058);
    if (!sameGoods(parcel, old.product_infos)) return by(606042);
    changes.push({ parcel, to });
  }
  return changes.length === 0 ? refuse(40097, 'invalid args, empty change_infos') : changes;
}

const sameGoods = (parcel: Parcel, infos: readonly ProductInfo[]): boolean =>
  parcel.items.length === infos.length &&
  parcel.items.every((item) =>
    infos.some(
      (info) => info.product_id === item.productId && info.sku_id === item.skuId && info.product_cnt === item.quantity,
    ),
  );
