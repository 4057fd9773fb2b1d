import { z } from 'zod';

/** An id: some pages type it number, some string; digits a number cannot hold already arrive as text. */
const id = z.union([z.string(), z.number().int()]).transform(String);
const optionalId = id.nullish().transform((value) => value ?? '');
const text = z
  .string()
  .nullish()
  .transform((value) => value ?? '');
const wholeNumber = z.union([
  z.number().int(),
  z
    .string()
    .regex(/^-?\d{1,15}$/)
    .transform(Number),
]);
const count = wholeNumber.nullish().transform((value) => Math.max(0, value ?? 0));
const seconds = wholeNumber
  .nullish()
  .transform((value) => (value !== undefined && value !== null && value > 0 ? value : null));
const list = <Item extends z.ZodType>(item: Item) =>
  z
    .array(item)
    .nullish()
    .transform((value) => value ?? []);

/** `POST /cgi-bin/stable_token`. */
export const TokenReplySchema = z.object({
  access_token: z.string().min(1).max(2048),
  expires_in: z.number().positive().max(1_000_000),
});

const company = z.object({ delivery_id: z.string().min(1).max(64), delivery_name: text });

/** `order/deliverycompanylist/new/get`; one variant of the page wraps the list in `data`. */
export const CarrierReplySchema = z.object({
  company_list: z.array(company).nullish(),
  data: z.object({ company_list: z.array(company).nullish() }).nullish(),
});

/** `order/list/get`: ids only. An empty list may be left out, but not together with the word on further pages. */
export const OrderListReplySchema = z
  .object({
    order_id_list: z.array(id).nullish(),
    next_key: text,
    has_more: z.boolean().nullish(),
  })
  .refine((reply) => (reply.order_id_list ?? null) !== null || (reply.has_more ?? null) !== null)
  .transform((reply) => ({ ...reply, order_id_list: reply.order_id_list ?? [] }));

const parcelGoods = z.object({ product_id: optionalId, sku_id: optionalId, product_cnt: count });

const orderLine = z.object({
  product_id: id,
  sku_id: optionalId,
  sku_cnt: count,
  title: text,
  thumb_img: text,
  sku_code: text,
  out_sku_id: optionalId,
  sku_attrs: list(z.object({ attr_key: text, attr_value: text })),
  on_aftersale_sku_cnt: count,
  finish_aftersale_sku_cnt: count,
  delivery_deadline: seconds,
  change_sku_info: z.object({ preshipment_change_sku_state: wholeNumber.nullish() }).nullish(),
  /** Fen taken off by the state: such goods ship with a serial number only. */
  national_subsidy_discounted_price: count,
});

/** The address the buyer asks for; only whether there is one is kept. */
const underReview = z
  .unknown()
  .optional()
  .transform((value) =>
    typeof value === 'object' && value !== null ? Object.keys(value).length > 0 : value === true || value === 1,
  );

/** What a look at an order has to bring. Receiver, address and phone are not named here and so never leave this parse. */
export const OrderReplySchema = z.object({
  order: z.object({
    order_id: id,
    status: wholeNumber,
    create_time: seconds,
    update_time: seconds,
    order_detail: z.object({
      product_infos: list(orderLine),
      delivery_info: z
        .object({
          deliver_method: wholeNumber.nullish(),
          address_under_review: underReview,
          delivery_product_info: list(
            z.object({
              waybill_id: text,
              delivery_id: text,
              delivery_name: text,
              deliver_type: wholeNumber.nullish(),
              product_infos: list(parcelGoods),
            }),
          ),
        })
        .nullish(),
      ext_info: z.object({ customer_notes: text, merchant_notes: text }).nullish(),
    }),
    aftersale_detail: z.object({ on_aftersale_order_cnt: count }).nullish(),
  }),
});
export type OrderReply = z.output<typeof OrderReplySchema>['order'];
export type OrderReplyLine = z.output<typeof orderLine>;
