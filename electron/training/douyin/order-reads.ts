import { parseExactJson } from '../../../shared/kernel/json.ts';
import { z } from 'zod';
import { DAY_MS } from '../../../shared/kernel/time.ts';
import { COMPANIES } from './companies.ts';
import type { DouyinDeps, GatewayAnswer, ShopCall } from './gateway-endpoint.ts';
import { orderShape, orderStatus } from './order-shape.ts';

type Deps = Pick<DouyinDeps, 'book'> & { readonly pictures: () => string };

/** `dd/trade/detail`: one order of this shop. */
export const tradeDetail =
  ({ book, pictures }: Deps) =>
  ({ shop, form }: ShopCall): GatewayAnswer => {
    const state = book.find(shop, form.get('shop_order_id') ?? '');
    return state === undefined ? { refusal: 'order' } : { data: { shop_order_detail: orderShape(state, pictures()) } };
  };

/** One element, as the interface demands. */
const CombineStatusSchema = z.tuple([z.strictObject({ order_status: z.string().regex(/^\d+(?:,\d+)*$/) })]);
const MOST_ORDERS = 10_000;
const REACH_S = (90 * DAY_MS) / 1_000;

/** `dd/trade/list`: by creation, narrowed by change; pages from 0, at most 100 each and 10,000 in all. */
export const tradeList =
  ({ book, pictures }: Deps) =>
  ({ shop, form }: ShopCall): GatewayAnswer => {
    const number = (name: string, otherwise: number): number =>
      /^\d{1,10}$/.test(form.get(name) ?? String(otherwise)) ? Number(form.get(name) ?? otherwise) : Number.NaN;
    const [createdFrom, createdTo] = [number('create_time_start', -1), number('create_time_end', 9_999_999_999)];
    const [changedFrom, changedTo] = [number('update_time_start', 0), number('update_time_end', 9_999_999_999)];
    const [page, size] = [number('page', 0), number('size', 10)];
    const statuses = statusesOf(form.get('combine_status'));
    const wrong = [createdFrom, createdTo, changedFrom, changedTo, page, size].some(Number.isNaN) || createdFrom < 0;
    if (wrong || statuses === null || size < 1 || size > 100 || (page + 1) * size > MOST_ORDERS)
      return { refusal: 'parameter' };
    if (createdTo !== 9_999_999_999 && createdTo - createdFrom > REACH_S + 1) return { refusal: 'parameter' };
    const byChange = form.get('order_by') === 'update_time';
    const ascending = form.get('order_asc') === 'true';
    const found = [...book.all()]
      .filter((state) => {
        const created = Math.floor(state.order.createdMs / 1_000);
        const changed = Math.floor(state.updatedMs / 1_000);
        const inTime = created >= createdFrom && created <= createdTo && changed >= changedFrom && changed <= changedTo;
        return state.order.shop === shop && inTime && (statuses.length === 0 || statuses.includes(orderStatus(state)));
      })
      .sort((a, b) => (byChange ? a.updatedMs - b.updatedMs : a.order.createdMs - b.order.createdMs));
    if (!ascending) found.reverse();
    const shown = found.slice(page * size, (page + 1) * size);
    return {
      data: { total: found.length, page, size, shop_order_list: shown.map((state) => orderShape(state, pictures())) },
    };
  };

function statusesOf(text: string | undefined): readonly number[] | null {
  if (text === undefined) return [];
  const json = parseExactJson(text);
  const parsed = CombineStatusSchema.safeParse(json.ok ? json.value : null);
  return parsed.success ? parsed.data[0].order_status.split(',').map(Number) : null;
}

/** `dd/logistics/company/list`: nothing but the public parameters. */
export const companyList = (): GatewayAnswer => ({
  data: COMPANIES.map(({ id, code, name }) => ({ id, name, code })),
});
