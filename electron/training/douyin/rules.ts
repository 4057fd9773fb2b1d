import type { OrderBook } from '../book/order-book.ts';
import type { OrderState } from '../book/order-state.ts';
import type { Child } from './child.ts';
import { COMPANIES, UNLISTED } from './companies.ts';
import { refuse, type ItemRefusal } from './douyin-reply.ts';
import type { SendItem } from './schemas.ts';

/** One order of a call, and the child orders it would take along. */
export type Asked = {
  readonly item: SendItem;
  readonly companyCode: string;
  readonly waybill: string;
  readonly state: OrderState;
  readonly taken: readonly Child[];
  readonly book: OrderBook;
  /** False makes a platform that takes any well-formed shipment again. */
  readonly guardsState: boolean;
};

/** What both calls check of one order, the first refusal counts; undefined where nothing stands against it. */
export const itemRefusal = (asked: Asked): ItemRefusal | undefined =>
  stateRefusal(asked) ?? refundRefusal(asked) ?? addressRefusal(asked) ?? parcelRefusal(asked) ?? serialRefusal(asked);

function stateRefusal({ state, guardsState }: Asked): ItemRefusal | undefined {
  const { lines } = state.order;
  if (lines.every((line) => line.kind === 'virtual' || line.kind === 'course'))
    return refuse(60107, '暂不支持该类型订单发货');
  if (!guardsState) return undefined;
  if (state.holds.includes('risk')) return refuse(60109, '订单正在风控审核中，风控审核时效1~2小时');
  switch (state.status) {
    case 'to-ship':
    case 'part-shipped':
      return undefined;
    case 'unpaid':
    case 'gift-pending':
      return refuse(60137, '订单未支付，禁止发货');
    case 'cancelled':
      return refuse(60021, '订单已取消，禁止发货');
    case 'refunded':
      return refuse(60068, '该订单已售前退款成功，不能发货');
    case 'shipped':
      return refuse(60110, '订单已发货，不允许再次执行发货');
    case 'done':
      return refuse(60113, '订单已完结，禁止发货');
  }
}

/** A refund nobody has dealt with stops the order unless the call says to refuse it. */
function refundRefusal({ item, taken, guardsState }: Asked): ItemRefusal | undefined {
  const rejects = item.is_reject_refund === true || item.is_refund_reject === true;
  return guardsState && !rejects && taken.some((child) => child.refundOpen)
    ? refuse(60040, '发货订单中有退款申请需要处理，请先处理')
    : undefined;
}

/** The addresses of the practice shop. */
const ADDRESS_IDS: readonly string[] = ['60001', '60002'];

function addressRefusal({ item, state, book }: Asked): ItemRefusal | undefined {
  const id = item.address_id === undefined ? '' : String(item.address_id);
  if (id !== '' && !ADDRESS_IDS.includes(id)) return refuse(60071, '当前发货地址存在异常，请修改后重试');
  return id === '' && book.shop(state.order.shop).noReturnAddress === true
    ? refuse(60027, '该店铺无默认售后地址，请设置后再操作发货')
    : undefined;
}

function parcelRefusal({ companyCode, waybill, state, book }: Asked): ItemRefusal | undefined {
  if (companyCode === '') return refuse(60011, '物流公司编码不允许为空');
  const company = COMPANIES.find((each) => each.code === companyCode);
  const subsidised = state.order.lines.some((line) => line.kind === 'subsidy');
  if (companyCode === UNLISTED && subsidised) return refuse(60026, '该订单不支持使用其它物流进行发货');
  if (company === undefined && companyCode !== UNLISTED)
    return refuse(60018, '暂不支持该物流公司或物流商已失效，请检查');
  const fits = company?.shape?.test(waybill) ?? /^[0-9A-Za-z-]{5,40}$/.test(waybill);
  if (!fits) return refuse(60017, '物流单号不符合规则');
  for (const { order, parcels } of book.all())
    if (order.orderId !== state.order.orderId && parcels.some((parcel) => parcel.waybill === waybill))
      return refuse(70022, '运单已被其他订单使用，且收货人手机号/收货地址不一致，请核对运单');
  return undefined;
}

function serialRefusal({ item, taken, book, guardsState, state }: Asked): ItemRefusal | undefined {
  const serials = item.serial_number_list ?? [];
  if (serials.length === 0)
    return taken.some((child) => child.line.kind === 'subsidy')
      ? refuse(60056, '补贴商品发货时需要上传商品序列号')
      : undefined;
  if (serials.some((serial) => !/^\d{15,17}$/.test(serial))) return refuse(60062, '手机序列号仅支持填写15～17位数字');
  const lockedElsewhere = serials.some(
    (serial) => ![undefined, state.order.orderId].includes(book.serialLockedBy(serial)),
  );
  return guardsState && lockedElsewhere ? refuse(60047, '该订单补贴商品的序列号已经上传，请重新填写') : undefined;
}
