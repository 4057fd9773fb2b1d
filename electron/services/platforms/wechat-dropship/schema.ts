import { z } from 'zod';
import { id, list, optionalId, seconds, text, wholeNumber } from '../wechat/fields.ts';
import { orderLine, orderNotes, orderParcel, underReview } from '../wechat/order-fields.ts';

/** What the next page is asked for with; given back as it came. */
const nextPage = z.object({ offset: wholeNumber.nullish(), next_key: text });
export type NextPage = z.output<typeof nextPage>;

/** `supplier/list` and `supplier/search`: ids only. Older answers lack `has_more`, newer ones page by `next_key`. */
export const DropshipListReplySchema = z
  .object({
    ds_order_id_list: z.array(id).nullish(),
    next_page: nextPage.nullish(),
    total: wholeNumber.nullish(),
    has_more: z.boolean().nullish(),
  })
  .refine(
    (reply) => (reply.ds_order_id_list ?? null) !== null || (reply.total ?? null) !== null || reply.has_more === false,
  )
  .transform((reply) => ({ ...reply, ds_order_id_list: reply.ds_order_id_list ?? [] }));

/** What a look at an order has to bring. Receiver, address and phone are not named here and so never leave this parse. */
export const DropshipReplySchema = z.object({
  dropship_order: z.object({
    ds_order_id: id,
    /** The number the selling shop knows the order under. */
    order_id: optionalId,
    status: wholeNumber.nullish(),
    create_time: seconds,
    update_time: seconds,
    dropship_order_detail: z.object({
      product_infos: list(orderLine),
      delivery_info: z
        .object({
          address_under_review: underReview,
          delivery_product_info: list(orderParcel),
          ship_done_time: seconds,
        })
        .nullish(),
      ext_info: orderNotes.nullish(),
      /** A card the supplier writes by hand; the names on it are not kept. */
      greeting_card_info: z.object({ greeting_message: text }).nullish(),
      /** What is to be printed or engraved on the goods. */
      custom_info: z.object({ custom_word: text }).nullish(),
    }),
  }),
});
export type DropshipReply = z.output<typeof DropshipReplySchema>['dropship_order'];
