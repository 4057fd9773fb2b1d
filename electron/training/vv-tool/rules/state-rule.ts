import { isVirtualTrade, tradeStatus } from '../trade-shape.ts';
import { refuseText, type VvRefusal } from '../vv-reply.ts';
import { field, type SendRequest, type VvRule } from './send-request.ts';

const KIND_MISMATCH =
  '发货类型不匹配。如虚拟商品订单、家装类订单(仅能通过卖家后台页面发货),如使用该接口发货,会出现这个报错。';

/** Whether the trade waits to be shipped at all. */
export const stateRule: VvRule = (request) => {
  const { state } = request;
  if (isVirtualTrade(state)) return refuseText(KIND_MISMATCH);
  if (!request.guardsState) return undefined;
  if (tradeStatus(state) === 'PAID_FORBID_CONSIGN') return refuseText('该交易状态不正确,不能发货');
  if (state.holds.includes('online-waybill')) return refuseText('已生成发货单');
  switch (state.status) {
    case 'to-ship':
    case 'part-shipped':
      return undefined;
    case 'unpaid':
    case 'gift-pending':
      return refuseText('没有权限进行发货');
    case 'refunded':
    case 'cancelled':
      return refuseText('物流的订单状态为关闭状态,无需发货');
    case 'done':
      return refuseText('订单状态不对');
    case 'shipped':
      return shippedRefusal(request);
  }
};

const shippedRefusal = (request: SendRequest): VvRefusal =>
  request.state.parcels.some((parcel) => parcel.waybill === field(request, 'out_sid'))
    ? refuseText('已生成发货单')
    : refuseText('物流订单状态不为新建状态,无需发货处理');
