import { z } from 'zod';

/** Request bodies of the supplier. Ids are text; fields the pages do not name are passed over. */
const SecondsRangeSchema = z.looseObject({ start_time: z.int(), end_time: z.int() });

const PageInfoSchema = z.looseObject({
  offset: z.int().min(0).optional(),
  limit: z.int().min(1).max(100).default(10),
  next_key: z.string().optional(),
});
export type PageInfo = z.output<typeof PageInfoSchema>;

export const DropshipListBodySchema = z.looseObject({
  create_time_range: SecondsRangeSchema.optional(),
  update_time_range: SecondsRangeSchema.optional(),
  status: z.int().optional(),
  shop_appid: z.string().optional(),
  order_id: z.string().optional(),
  page_info: PageInfoSchema.default({ limit: 10 }),
});
export type DropshipListBody = z.output<typeof DropshipListBodySchema>;

/** The page types the shop's order number as a number; both are taken, digits exact. */
const shopOrderId = z.union([z.string(), z.int()]).transform(String);

export const DropshipSearchBodySchema = z.looseObject({
  search_condition: z.strictObject({
    waybill_id: z.string().optional(),
    order_id: shopOrderId.optional(),
    shop_appid: z.string().optional(),
    shop_appname: z.string().optional(),
    status: z.int().optional(),
    product_code: z.string().optional(),
    spu_name: z.string().optional(),
    merchant_notes: z.string().optional(),
    create_time_range: SecondsRangeSchema.optional(),
    update_time_range: SecondsRangeSchema.optional(),
  }),
  page_info: PageInfoSchema,
});
export type DropshipSearchBody = z.output<typeof DropshipSearchBodySchema>;

export const DropshipGetBodySchema = z.looseObject({ ds_order_id: z.string() });

const ProductInfoSchema = z.looseObject({ product_id: z.string(), sku_id: z.string(), product_cnt: z.int() });
export type DropshipGoods = z.output<typeof ProductInfoSchema>;

const ParcelSchema = z.looseObject({
  delivery_id: z.string().min(1),
  waybill_id: z.string().min(1),
  product_infos: z.array(ProductInfoSchema),
});
export type DropshipParcel = z.output<typeof ParcelSchema>;

export const DropshipSendBodySchema = z.looseObject({
  ds_order_id: z.string(),
  delivery_list: z.array(ParcelSchema).min(1),
});
export type DropshipSendBody = z.output<typeof DropshipSendBodySchema>;

export const DropshipUpdateBodySchema = z.looseObject({
  ds_order_id: z.string(),
  change_infos: z.array(z.looseObject({ old: ParcelSchema, new: ParcelSchema })).min(1),
});
export type DropshipUpdateBody = z.output<typeof DropshipUpdateBodySchema>;
