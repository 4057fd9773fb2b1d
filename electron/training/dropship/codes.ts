import { COMMON_CODES } from '../wechat/common-codes.ts';

/** Every code of the page of `supplier/delivery/update` (section 6), with the description the platform gives. */
export const DROPSHIP_CODES: Readonly<Record<number, string>> = {
  40097: '请求体参数不正确,请检查各个参数是否按规范填写,具体原因请查看errmsg',
  47001: '请求体格式不正确,请检查请求体中各个参数的类型是否正确',
  48001: '无权调用本api,请检查相关权限是否已开通',
  606041: '修改物流次数已达上限',
  606058: '原运单不存在',
  606059: '电子面单信息不匹配',
};

/** What the sister shop's shipping call says; the page of `supplier/delivery/send` prints no codes of its own. */
const SISTER_CODES: Readonly<Record<number, string>> = {
  100002: '订单不存在',
  101100: '当前订单状态不允许发货,请检查订单状态',
  108009: '当前订单有未完成售后单,不允许发货',
  109000: '发货失败,请检查 errmsg 中返回的商品是否正确填写',
  109001: '当前订单已经发货完成,不能重复发货',
  109002: '当前发货请求里没有带上发货商品',
  606004: 'delivery_id不合法,请使用【获取物流公司列表】接口获取合法的delivery_id',
  606005: 'waybill_id不合法,请检查快递单号是否正确填写',
  606006: 'next_key与请求参数不匹配',
  6060479: '快递单号与物流公司提供的正则表达式不匹配',
};

/** The platform's words for a code; a code in no list gets none of its own. */
export const dropshipMessage = (code: number): string =>
  DROPSHIP_CODES[code] ?? SISTER_CODES[code] ?? COMMON_CODES[code] ?? 'unknown error';
