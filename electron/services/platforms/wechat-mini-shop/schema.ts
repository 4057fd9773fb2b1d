import { z } from 'zod';
import { msFromChinaTime } from '../../../../shared/kernel/china-time.ts';
import { SECOND_MS } from '../../../../shared/kernel/time.ts';
import { count, id, list, text, wholeNumber } from '../wechat/fields.ts';
import { orderLine, orderNotes, orderParcel } from '../wechat/order-fields.ts';

/** A moment as text in China's zone, or as epoch seconds in text or number (`ship_done_time`); in epoch seconds. */
const moment = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value): number | null => {
    if (value === undefined || value === null) return null;
    const epochMs = msFromChinaTime(String(value));
    const epochS = epochMs === null ? Number(value) : epochMs / SECOND_MS;
    return Number.isSafeInteger(epochS) && epochS > 0 ? epochS : null;
  });

/** Older samples give the only parcel as an object, newer ones a list. */
const oneOrMany = <Item extends z.ZodType>(item: Item) =>
  z.preprocess(
    (value) => (value === undefined || value === null || Array.isArray(value) ? value : [value]),
    list(item),
  );

const parcels = oneOrMany(orderParcel).transform((entries) =>
  entries.filter((entry) => entry.waybill_id + entry.delivery_id !== '' || entry.product_infos.length > 0),
);

/** What a look at an order has to bring. Receiver, address and phone are not named here and so never leave this parse. */
const order = z.object({
  order_id: id,
  status: wholeNumber,
  create_time: moment,
  update_time: moment,
  order_detail: z.object({
    product_infos: list(orderLine.extend({ delivery_deadline: moment })),
    delivery_info: z
      .object({
        delivery_method: text,
        express_fee: oneOrMany(z.object({ shipping_method: text })),
        delivery_product_info: parcels,
      })
      .nullish(),
    ext_info: orderNotes.nullish(),
  }),
  aftersale_detail: z.object({ on_aftersale_order_cnt: count }).nullish(),
  ext_info: orderNotes.nullish(),
});

/** `product/order/get`. */
export const OrderReplySchema = z.object({ order });
export type OrderReply = z.output<typeof order>;

/** `product/order/get_list`: whole orders, of which the numbers are enough here. `total_num` is not in every variant. */
export const OrderListReplySchema = z.object({
  orders: z.array(z.object({ order_id: id })),
  total_num: wholeNumber.nullish(),
});
