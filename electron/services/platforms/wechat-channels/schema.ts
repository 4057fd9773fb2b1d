import { z } from 'zod';
import { count, id, list, seconds, text, wholeNumber } from '../wechat/fields.ts';
import { orderLine, orderNotes, orderParcel, underReview } from '../wechat/order-fields.ts';

/** `order/list/get`: ids only. An empty list may be left out, but not together with the word on further pages. */
export const OrderListReplySchema = z
  .object({
    order_id_list: z.array(id).nullish(),
    next_key: text,
    has_more: z.boolean().nullish(),
  })
  .refine((reply) => (reply.order_id_list ?? null) !== null || (reply.has_more ?? null) !== null)
  .transform((reply) => ({ ...reply, order_id_list: reply.order_id_list ?? [] }));

const channelsLine = orderLine.extend({
  change_sku_info: z.object({ preshipment_change_sku_state: wholeNumber.nullish() }).nullish(),
});

/** What a look at an order has to bring. Receiver, address and phone are not named here and so never leave this parse. */
export const OrderReplySchema = z.object({
  order: z.object({
    order_id: id,
    status: wholeNumber,
    create_time: seconds,
    update_time: seconds,
    order_detail: z.object({
      product_infos: list(channelsLine),
      delivery_info: z
        .object({
          deliver_method: wholeNumber.nullish(),
          address_under_review: underReview,
          delivery_product_info: list(orderParcel),
        })
        .nullish(),
      ext_info: orderNotes.nullish(),
    }),
    aftersale_detail: z.object({ on_aftersale_order_cnt: count }).nullish(),
  }),
});
export type OrderReply = z.output<typeof OrderReplySchema>['order'];
