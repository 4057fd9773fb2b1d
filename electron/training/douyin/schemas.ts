import { z } from 'zod';

const digits = z.string().regex(/^\d{1,20}$/);
/** Int64: a number on the wire, whose digits are kept as text where JavaScript cannot hold them. */
const int64 = z.union([z.int().nonnegative(), z.string().regex(/^\d{17,19}$/)]);

const shared = {
  order_id: digits,
  company: z.string().optional(),
  is_refund_reject: z.boolean().optional(),
  is_reject_refund: z.boolean().optional(),
  serial_number_list: z.array(z.string()).optional(),
  address_id: int64.optional(),
};

/** One entry of `request_data` for `add`; `logistics_id` is taken and ignored, as the page calls it abolished. */
export const AddItemSchema = z.strictObject({
  ...shared,
  logistics_id: int64.optional(),
  company_code: z.string().default(''),
  logistics_code: z.string().default(''),
});
export type AddItem = z.output<typeof AddItemSchema>;

const pack = z.strictObject({
  shipped_order_info: z
    .array(z.strictObject({ shipped_order_id: digits, shipped_num: z.int().positive().optional() }))
    .min(1),
  logistics_code: z.string().min(1),
  company_code: z.string().default(''),
  company: z.string().optional(),
});

/** One entry of `request_data` for `addmultipack`. */
export const PackItemSchema = z.strictObject({
  ...shared,
  request_id: z.string().min(1).max(64),
  object_id: z.string().max(64).default(''),
  pack_list: z.array(pack).min(1),
});
export type PackItem = z.output<typeof PackItemSchema>;

/** What both kinds have in common. */
export type SendItem = Pick<
  AddItem,
  'order_id' | 'is_refund_reject' | 'is_reject_refund' | 'serial_number_list' | 'address_id'
>;
