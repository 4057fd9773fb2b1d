import { openAfterSale, skusLeft } from '../../book/order-state.ts';
import type { Hold } from '../../book/order-change.ts';
import { codeMessage } from '../codes.ts';
import { refuse } from '../../wechat/wechat-reply.ts';
import type { SendRule } from './send-context.ts';

const HOLD_CODES: Record<Hold, number> = {
  'address-change': 10020115,
  'sku-change': 10020276,
  risk: 606049,
  'online-waybill': 109205,
  'quality-check': 606034,
  'fresh-check': 606045,
  'ewaybill-only': 606046,
};

/** Whether the order as a whole may leave: its status, its holds and the shop's settings. */
export const orderRule: SendRule = ({ order, shop, guardsState }) => {
  const by = (code: number) => refuse(code, codeMessage(code));
  if (guardsState && order.status === 'shipped') return by(109001);
  if (order.status !== 'to-ship' && order.status !== 'part-shipped' && order.status !== 'shipped') return by(101100);
  if (guardsState && skusLeft(order).every((sku) => sku.left <= 0)) return by(101100);
  if (order.order.lines.some((line) => openAfterSale(order, line) > 0)) return by(108009);
  const [hold] = order.holds;
  if (hold !== undefined) return by(HOLD_CODES[hold]);
  if (shop.noReturnAddress === true) return by(606003);
  return undefined;
};
