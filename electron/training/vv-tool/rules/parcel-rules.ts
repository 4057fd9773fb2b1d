import { refuseText, type VvRefusal } from '../vv-reply.ts';
import { DROPPED_CARRIERS, ONLINE_ONLY_CARRIERS, VV_CARRIERS } from '../vv-carriers.ts';
import { field, type VvRule } from './send-request.ts';

const NAME_MAX = 20;

/** A listed company by its code, an unlisted one by a name of at most twenty characters, `other` never. */
export const carrierRule: VvRule = (request) => {
  const code = field(request, 'company_code');
  if (ONLINE_ONLY_CARRIERS.includes(code)) return refuseText('该物流公司不支持自己联系');
  if (DROPPED_CARRIERS.includes(code)) return refuseText('发货使用物流公司不支持');
  if (VV_CARRIERS.some((carrier) => carrier.code === code)) return undefined;
  if (/^[\u0021-\u007E]+$/.test(code)) return refuseText('物流公司不存在或被禁用');
  return [...code].length > NAME_MAX ? refuseText('物流公司名称过长') : undefined;
};

/** The company's own pattern, and each number for one trade only. */
export const waybillRule: VvRule = (request) => {
  const waybill = field(request, 'out_sid');
  const carrier = VV_CARRIERS.find((each) => each.code === field(request, 'company_code'));
  const fits = carrier === undefined || new RegExp(carrier.pattern, 'i').test(waybill);
  if (!fits || !/^[0-9A-Za-z-]{4,40}$/.test(waybill)) return refuseText('运单号不符合规则或已经被使用');
  for (const { order, parcels } of request.book.all())
    if (order.orderId !== request.state.order.orderId && parcels.some((parcel) => parcel.waybill === waybill))
      return refuseText('您填写的运单号已被使用,不允许用此物流运单号发货');
  return undefined;
};

/** The addresses of the practice shop. */
const ADDRESS_IDS: readonly string[] = ['10001', '10002'];

/** The shop's own addresses, where they are named. */
export const addressRule: VvRule = (request) =>
  addressRefusal(field(request, 'sender_id')) ?? addressRefusal(field(request, 'cancel_id'));

function addressRefusal(id: string): VvRefusal | undefined {
  if (id === '' || ADDRESS_IDS.includes(id)) return undefined;
  return /^\d+$/.test(id)
    ? refuseText('地址库不存在或该地址库不属于当前用户')
    : refuseText('参数无效,格式不对、非法值、越界等');
}
