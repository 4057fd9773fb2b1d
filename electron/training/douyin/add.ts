import { parseExactJson } from '../../../shared/kernel/json.ts';
import { z } from 'zod';
import type { AppliedEntry } from '../book/ledger-entry.ts';
import type { OrderState } from '../book/order-state.ts';
import { childrenOf, type Child } from './child.ts';
import { refuse, refuseText, type ItemRefusal } from './douyin-reply.ts';
import type { DouyinDeps, GatewayAnswer, ShopCall } from './gateway-endpoint.ts';
import { itemRefusal } from './rules.ts';
import { AddItemSchema, type AddItem } from './schemas.ts';

export const MOST_ORDERS = 100;

export type SendDeps = Pick<DouyinDeps, 'book'> & { readonly guardsState: boolean };

/** `dd/order/logistics/add`: whole parent orders, each judged and answered for itself, in the order they came. */
export const addLogistics =
  (deps: SendDeps) =>
  ({ shop, request, form }: ShopCall): GatewayAnswer => {
    const items = readItems(form, AddItemSchema);
    if (items === null) return { refusal: 'parameter' };
    if (items.length > MOST_ORDERS) return { refusal: 'batch' };
    const seen = new Set<string>();
    const data = items.map((item) => {
      const again = seen.has(item.order_id);
      seen.add(item.order_id);
      // Two requests for one order at once: the page's own text.
      const refusal = again ? refuseText('存在处理中流程,请勿同时重复请求') : ship(deps, item, shop, request);
      const { order_id, company_code, logistics_code } = item;
      return { order_id, company_code, logistics_code, code: refusal?.code ?? 0, msg: refusal?.msg ?? '' };
    });
    return { data };
  };

/** `request_data` as a list, or null where it is none. */
export function readItems<Item extends z.ZodType>(
  form: ReadonlyMap<string, string>,
  item: Item,
): readonly z.output<Item>[] | null {
  const json = parseExactJson(form.get('request_data') ?? '');
  const parsed = z
    .array(item)
    .min(1)
    .safeParse(json.ok ? json.value : null);
  return parsed.success ? parsed.data : null;
}

function ship({ book, guardsState }: SendDeps, item: AddItem, shop: string, request: string): ItemRefusal | undefined {
  const state = book.find(shop, item.order_id);
  if (state === undefined) return unknownOrder(book.findAnywhere(item.order_id));
  if (guardsState && state.status === 'part-shipped') return refuseText('该订单当前为“部分发货”状态,无法调用此接口');
  const taken = childrenOf(state).filter((child) => (guardsState ? child.left > 0 : !child.refunded));
  const { company_code: companyCode, logistics_code: waybill } = item;
  const refusal = itemRefusal({ item, companyCode, waybill, state, taken, book, guardsState });
  if (refusal !== undefined) return refusal;
  const goods = taken.map((child) => ({ child, quantity: guardsState ? child.left : child.line.quantity }));
  book.applySent([parcelEntry({ state, request, carrier: companyCode, waybill, goods }, item.serial_number_list)]);
  return undefined;
}

export const unknownOrder = (elsewhere: OrderState | undefined): ItemRefusal =>
  elsewhere === undefined ? refuse(60033, '订单不存在，请仔细检查后重试') : refuse(60101, '非本店铺订单，操作失败');

/** What the ledger keeps of one parcel. */
export const parcelEntry = (
  parcel: {
    readonly state: OrderState;
    readonly request: string;
    readonly carrier: string;
    readonly waybill: string;
    readonly goods: readonly { readonly child: Child; readonly quantity: number }[];
  },
  serials: readonly string[] | undefined,
): AppliedEntry => ({
  kind: 'applied',
  what: 'send',
  request: parcel.request,
  shop: parcel.state.order.shop,
  orderId: parcel.state.order.orderId,
  carrier: parcel.carrier,
  waybill: parcel.waybill,
  deliverType: 1,
  items: parcel.goods.map(({ child, quantity }) => ({
    productId: child.line.productId,
    skuId: child.line.skuId,
    quantity,
  })),
  ...(serials?.[0] === undefined ? {} : { serialNumber: serials[0] }),
});
