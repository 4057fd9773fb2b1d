import { refuse } from '../../wechat/wechat-reply.ts';
import { codeMessage } from '../codes.ts';
import type { SendRule } from './send-context.ts';

/** A parcel with a course link holds one SKU, that SKU is a course, and the link names its mini program and page. */
export const courseRule: SendRule = ({ body, order }) => {
  for (const { course_info, product_infos } of body.delivery_list) {
    if (course_info === undefined) continue;
    const skuIds = new Set(product_infos.map((info) => info.sku_id));
    if (skuIds.size > 1) return refuse(606036, codeMessage(606036));
    const isCourse = order.order.lines.some((line) => skuIds.has(line.skuId) && line.kind === 'course');
    if (!isCourse) return refuse(606037, codeMessage(606037));
    const { wxa_appid, wxa_path } = course_info.course_path;
    if (wxa_appid === '' || wxa_path === '') return refuse(606038, codeMessage(606038));
  }
  return undefined;
};
