import { openAfterSale } from '../../book/order-state.ts';
import { by, type MiniSendRule } from './send-rule.ts';

/** Whether the order may leave: its status, its after-sale cases, an online waybill ordered for it. */
export const orderRule: MiniSendRule = ({ order, guardsState }) => {
  const { status } = order;
  if (guardsState && status === 'shipped') return by(109001);
  if (status !== 'to-ship' && status !== 'part-shipped' && status !== 'shipped') return by(101100);
  if (order.order.lines.some((line) => openAfterSale(order, line) > 0)) return by(108009);
  return order.holds.includes('online-waybill') ? by(109205) : undefined;
};
