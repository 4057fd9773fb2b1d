import type { OrderBook } from '../book/order-book.ts';
import type { OrderState } from '../book/order-state.ts';
import type { Parcel } from '../book/parcel.ts';
import type { Reply } from '../core/reply.ts';
import { correctedEntry } from '../wechat/corrected-entry.ts';
import type { ShopCall } from '../wechat/shop-endpoint.ts';
import { refuse, wechatOk, type Refusal } from '../wechat/wechat-reply.ts';
import { dropshipMessage } from './codes.ts';
import { ewaybillsOf } from './ewaybills.ts';
import type { DropshipGoods, DropshipParcel, DropshipUpdateBody } from './schemas.ts';

/** The page says that changes are few and not how few: the sister shop allows three. */
const MAX_CHANGES = 3;

const by = (code: number): Refusal => refuse(code, dropshipMessage(code));

type Change = { readonly parcel: Parcel; readonly to: DropshipParcel };

/**
 * `POST …/supplier/delivery/update`: another number for the same goods, a limited number of times, and only to a number
 * drawn as an electronic label for this order. A refused change costs no try.
 */
export const updateDropship =
  ({ book }: { book: OrderBook }) =>
  ({ appId, request, body }: ShopCall<DropshipUpdateBody>): Reply | Refusal => {
    const order = book.find(appId, body.ds_order_id);
    if (order === undefined) return by(100002);
    if (order.corrections + body.change_infos.length > MAX_CHANGES) return by(606041);
    const changes: Change[] = [];
    for (const change of body.change_infos) {
      const checked = checkChange(order, change);
      if ('code' in checked) return checked;
      changes.push(checked);
    }
    book.applySent(changes.map((change) => correctedEntry(change, appId, request, body.ds_order_id)));
    return wechatOk();
  };

function checkChange(
  order: OrderState,
  { old, new: to }: { readonly old: DropshipParcel; readonly new: DropshipParcel },
): Change | Refusal {
  if (!sameGoods(old.product_infos, to.product_infos))
    return refuse(40097, 'invalid args, old and new product_infos differ');
  const parcel = order.parcels.find((one) => one.waybill === old.waybill_id && one.carrier === old.delivery_id);
  if (parcel === undefined) return by(606058);
  if (!sameGoods(old.product_infos, wireGoods(parcel)))
    return refuse(40097, 'invalid args, product_infos are not those of the parcel');
  return ewaybillsOf(order.order.orderId, to.delivery_id).includes(to.waybill_id) ? { parcel, to } : by(606059);
}

const wireGoods = ({ items }: Parcel): DropshipGoods[] =>
  items.map((item) => ({ product_id: item.productId, sku_id: item.skuId, product_cnt: item.quantity }));

const sameGoods = (one: readonly DropshipGoods[], other: readonly DropshipGoods[]): boolean =>
  one.length > 0 &&
  one.length === other.length &&
  one.every((info) =>
    other.some(
      (same) =>
        same.product_id === info.product_id && same.sku_id === info.sku_id && same.product_cnt === info.product_cnt,
    ),
  );
