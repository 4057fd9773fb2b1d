import { childrenOf, type TradeChild } from '../trade-child.ts';
import { refuseText } from '../vv-reply.ts';
import { field, type SendRequest, type VvRule } from './send-request.ts';

/** `is_split` and `sub_tid` come together or not at all; a trade that was split once is split for good. */
export const splitRule: VvRule = (request) => {
  const split = field(request, 'is_split');
  const named = field(request, 'sub_tid');
  const wasSplit = request.guardsState && request.state.status === 'part-shipped';
  if (!/^[01]?$/.test(split)) return refuseText('参数无效,格式不对、非法值、越界等');
  if (split === '1' && named === '') return refuseText('子订单交易号为空');
  if (split !== '1' && named !== '')
    return refuseText(wasSplit ? '订单已经被拆单,isSplit 必须是 1' : '拆单标记 和子订单列表两者必须都填或者都不填');
  if (named === '') return wasSplit ? refuseText('订单已拆单,请走拆单逻辑') : undefined;
  const ids = named.split(',');
  const children = childrenOf(request.state).filter((child) => ids.includes(child.oid));
  if (new Set(ids).size !== ids.length || children.length !== ids.length) return refuseText('子订单号没有精确匹配');
  if (request.guardsState && children.some((child) => child.sent !== null)) return refuseText('子订单号没有精确匹配');
  return children.some((child) => child.refunded) ? refuseText('拆单校验未通过') : undefined;
};

/** The children a shipment takes along: those it names, or all that are not refunded. */
export function sentChildren(request: Pick<SendRequest, 'form' | 'state'>): readonly TradeChild[] {
  const named = field(request, 'sub_tid');
  const ids = named.split(',');
  return childrenOf(request.state).filter((child) => (named === '' ? !child.refunded : ids.includes(child.oid)));
}
