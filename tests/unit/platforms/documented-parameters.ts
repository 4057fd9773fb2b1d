/** How a parameter leaves: `digits` is text of digits, `number` a JSON number. */
export type WireType = 'string' | 'digits' | 'number' | 'bool';

/**
 * One row of a document's parameter table. `always`: in every call; `where-it-applies`: left out where there is nothing to
 * say; `never`: abolished, or another name of a parameter that is sent.
 */
export type Parameter = readonly [path: string, type: WireType, when: 'always' | 'where-it-applies' | 'never'];

/** `product/delivery/send`: every row of its table. */
export const MINI_SHOP_SEND: readonly Parameter[] = [
  ['order_id', 'number', 'always'],
  ['delivery_list[].delivery_id', 'string', 'where-it-applies'],
  ['delivery_list[].waybill_id', 'string', 'where-it-applies'],
  ['delivery_list[].is_all_product', 'bool', 'always'],
  ['delivery_list[].product_infos[].product_cnt', 'number', 'where-it-applies'],
  ['delivery_list[].product_infos[].product_id', 'number', 'where-it-applies'],
  ['delivery_list[].product_infos[].sku_id', 'number', 'where-it-applies'],
];

/** `channels/ec/order/delivery/send`; its table calls `order_id` a number and its samples send text, which holds 19 digits. */
export const CHANNELS_SEND: readonly Parameter[] = [
  ['order_id', 'string', 'always'],
  ['delivery_list[].waybill_id', 'string', 'where-it-applies'],
  ['delivery_list[].delivery_id', 'string', 'where-it-applies'],
  ['delivery_list[].product_infos[].product_id', 'string', 'always'],
  ['delivery_list[].product_infos[].sku_id', 'string', 'always'],
  ['delivery_list[].product_infos[].product_cnt', 'number', 'always'],
  ['delivery_list[].deliver_type', 'number', 'always'],
  ['delivery_list[].course_info.start_time', 'number', 'where-it-applies'],
  ['delivery_list[].course_info.end_time', 'number', 'where-it-applies'],
  ['delivery_list[].course_info.course_path.type', 'number', 'where-it-applies'],
  ['delivery_list[].course_info.course_path.wxa_appid', 'string', 'where-it-applies'],
  ['delivery_list[].course_info.course_path.wxa_path', 'string', 'where-it-applies'],
  ['delivery_list[].sn_info.sn_code', 'string', 'where-it-applies'],
  ['delivery_list[].sn_info.imei1', 'string', 'where-it-applies'],
  ['delivery_list[].sn_info.imei2', 'string', 'where-it-applies'],
];

/** The form of `dd/order/logistics/add`. */
export const DOUYIN_FORM: readonly Parameter[] = [
  ['appid', 'string', 'always'],
  ['timestamp', 'digits', 'always'],
  ['seller_nick', 'string', 'always'],
  ['request_data', 'string', 'always'],
  ['sign', 'string', 'always'],
];

/** An entry of `request_data` of `dd/order/logistics/add`; of the two names of one flag the second is sent. */
export const DOUYIN_ADD: readonly Parameter[] = [
  ['order_id', 'digits', 'always'],
  ['logistics_id', 'number', 'never'],
  ['company', 'string', 'where-it-applies'],
  ['company_code', 'string', 'always'],
  ['logistics_code', 'string', 'always'],
  ['is_refund_reject', 'bool', 'never'],
  ['is_reject_refund', 'bool', 'where-it-applies'],
  ['serial_number_list[]', 'digits', 'where-it-applies'],
  ['address_id', 'number', 'where-it-applies'],
];

/** An entry of `addmultipack`, besides what it shares with {@link DOUYIN_ADD}. */
export const DOUYIN_ADD_PACK: readonly Parameter[] = [
  ['order_id', 'digits', 'always'],
  ['request_id', 'string', 'always'],
  ['object_id', 'string', 'always'],
  ['pack_list[].shipped_order_info[].shipped_order_id', 'digits', 'always'],
  ['pack_list[].shipped_order_info[].shipped_num', 'number', 'always'],
  ['pack_list[].company_code', 'string', 'always'],
  ['pack_list[].logistics_code', 'string', 'always'],
  ['pack_list[].company', 'string', 'where-it-applies'],
  ['is_reject_refund', 'bool', 'where-it-applies'],
  ['serial_number_list[]', 'digits', 'where-it-applies'],
  ['address_id', 'number', 'where-it-applies'],
];

const parcel = (side: string): readonly Parameter[] => [
  [`${side}.delivery_id`, 'string', 'always'],
  [`${side}.waybill_id`, 'string', 'always'],
  [`${side}.product_infos[].product_id`, 'string', 'always'],
  [`${side}.product_infos[].sku_id`, 'string', 'always'],
  [`${side}.product_infos[].product_cnt`, 'number', 'always'],
];

/** `dropship/supplier/delivery/update`. */
export const DROPSHIP_UPDATE: readonly Parameter[] = [
  ['ds_order_id', 'string', 'always'],
  ...parcel('change_infos[].old'),
  ...parcel('change_infos[].new'),
];

/** `dropship/supplier/delivery/send`, as public pages have it. */
export const DROPSHIP_SEND: readonly Parameter[] = [['ds_order_id', 'string', 'always'], ...parcel('delivery_list[]')];

/** The form of `tool/erps/send`; everything is text there, numbers too. */
export const VV_SEND: readonly Parameter[] = [
  ['sub_tid', 'string', 'where-it-applies'],
  ['shop_id', 'string', 'always'],
  ['tid', 'digits', 'always'],
  ['is_split', 'digits', 'where-it-applies'],
  ['out_sid', 'string', 'always'],
  ['company_code', 'string', 'always'],
  ['sender_id', 'digits', 'where-it-applies'],
  ['cancel_id', 'digits', 'where-it-applies'],
  ['feature', 'string', 'where-it-applies'],
  ['vvtype', 'digits', 'where-it-applies'],
];
