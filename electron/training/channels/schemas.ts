import { z } from 'zod';

/**
 * Request bodies of the Channels shop. Order ids are typed number in the document and string in its samples: both are
 * taken, digits exact. Fields the document does not name are passed over.
 */
const digits = /^\d{1,20}$/;
export const OrderIdFieldSchema = z.union([z.string().regex(digits), z.int().positive()]).transform((id) => String(id));

const SecondsRangeSchema = z.looseObject({ start_time: z.int(), end_time: z.int() });

export const OrderListBodySchema = z.looseObject({
  create_time_range: SecondsRangeSchema.optional(),
  update_time_range: SecondsRangeSchema.optional(),
  status: z.int().optional(),
  openid: z.string().optional(),
  page_size: z.int().min(1).max(100),
  next_key: z.string().default(''),
});
export type OrderListBody = z.output<typeof OrderListBodySchema>;

export const OrderGetBodySchema = z.looseObject({ order_id: OrderIdFieldSchema });

const ProductInfoSchema = z.looseObject({ product_id: z.string(), sku_id: z.string(), product_cnt: z.int() });
export type ProductInfo = z.output<typeof ProductInfoSchema>;

const CourseInfoSchema = z.looseObject({
  start_time: z.int().optional(),
  end_time: z.int().optional(),
  course_path: z.looseObject({
    type: z.literal(0),
    wxa_appid: z.string().default(''),
    wxa_path: z.string().default(''),
  }),
});

const SnInfoSchema = z.looseObject({
  sn_code: z.string().min(1),
  imei1: z.string().optional(),
  imei2: z.string().optional(),
});

export const DeliverySchema = z.looseObject({
  waybill_id: z.string().optional(),
  delivery_id: z.string().optional(),
  /** Required; its absence has a code of its own (109002), so the type allows it. */
  product_infos: z.array(ProductInfoSchema).default([]),
  deliver_type: z.int(),
  course_info: CourseInfoSchema.optional(),
  sn_info: SnInfoSchema.optional(),
});
export type Delivery = z.output<typeof DeliverySchema>;

export const SendBodySchema = z.looseObject({
  order_id: OrderIdFieldSchema,
  delivery_list: z.array(DeliverySchema).min(1),
});
export type SendBody = z.output<typeof SendBodySchema>;

const WaybillSideSchema = z.looseObject({
  delivery_id: z.string().min(1),
  waybill_id: z.string().min(1),
  deliver_type: z.int().optional(),
  product_infos: z.array(ProductInfoSchema).min(1),
});
export type WaybillSide = z.output<typeof WaybillSideSchema>;

export const UpdateBodySchema = z.looseObject({
  order_id: OrderIdFieldSchema,
  delivery_list: z.array(WaybillSideSchema).optional(),
  change_infos: z.array(z.looseObject({ old: WaybillSideSchema, new: WaybillSideSchema })).optional(),
});
export type UpdateBody = z.output<typeof UpdateBodySchema>;
