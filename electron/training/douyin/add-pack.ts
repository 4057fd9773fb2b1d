import type { AppliedEntry } from '../book/ledger-entry.ts';
import { MOST_ORDERS, parcelEntry, readItems, unknownOrder, type SendDeps } from './add.ts';
import { childrenOf, type Child } from './child.ts';
import { refuse, type ItemRefusal } from './douyin-reply.ts';
import type { GatewayAnswer, ShopCall } from './gateway-endpoint.ts';
import { itemRefusal } from './rules.ts';
import { PackItemSchema, type PackItem } from './schemas.ts';

/** Which `request_id` has succeeded already. */
export type RequestIds = { readonly has: (requestId: string) => boolean; readonly add: (requestId: string) => void };

/** `dd/order/logistics/addmultipack`: packages of child orders, all packages of one parent or none of them. */
export const addMultiPack =
  (deps: SendDeps & { readonly requestIds: RequestIds }) =>
  ({ shop, request, form }: ShopCall): GatewayAnswer => {
    const items = readItems(form, PackItemSchema);
    if (items === null) return { refusal: 'parameter' };
    if (items.length > MOST_ORDERS) return { refusal: 'batch' };
    const data = items.map((item) => {
      const repeated = deps.guardsState && deps.requestIds.has(item.request_id);
      const refusal = repeated ? undefined : ship(deps, item, shop, request);
      if (refusal === undefined) deps.requestIds.add(item.request_id);
      const { order_id, request_id, object_id } = item;
      return { order_id, request_id, object_id, code: refusal?.code ?? 0, msg: refusal?.msg ?? '' };
    });
    return { data };
  };

function ship({ book, guardsState }: SendDeps, item: PackItem, shop: string, request: string): ItemRefusal | undefined {
  const state = book.find(shop, item.order_id);
  if (state === undefined) return unknownOrder(book.findAnywhere(item.order_id));
  const children = childrenOf(state);
  const entries: AppliedEntry[] = [];
  const asked = new Map<string, number>();
  for (const pack of item.pack_list) {
    const goods = goodsOf(pack, children);
    if (goods === null) return refuse(60102, '商品单不存在，请仔细检查后重试');
    const { company_code: companyCode, logistics_code: waybill } = pack;
    const taken = goods.map(({ child }) => child);
    const refusal = itemRefusal({ item, companyCode, waybill, state, taken, book, guardsState });
    if (refusal !== undefined) return refusal;
    for (const { child, quantity } of goods) {
      asked.set(child.childOrderId, (asked.get(child.childOrderId) ?? 0) + quantity);
      if (child.refunded) return refuse(60068, '该订单已售前退款成功，不能发货');
      if (guardsState && (asked.get(child.childOrderId) ?? 0) > child.left)
        return refuse(70023, '没有能发货的订单，请修改后重试');
    }
    entries.push(parcelEntry({ state, request, carrier: companyCode, waybill, goods }, item.serial_number_list));
  }
  book.applySent(entries);
  return undefined;
}

function goodsOf(
  pack: PackItem['pack_list'][number],
  children: readonly Child[],
): { readonly child: Child; readonly quantity: number }[] | null {
  const goods = pack.shipped_order_info.flatMap(({ shipped_order_id, shipped_num }) => {
    const child = children.find((each) => each.childOrderId === shipped_order_id);
    return child === undefined ? [] : [{ child, quantity: shipped_num ?? child.left }];
  });
  return goods.length === pack.shipped_order_info.length ? goods : null;
}
