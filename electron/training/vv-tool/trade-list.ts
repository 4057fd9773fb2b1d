import { msFromChinaTime } from '../../../shared/kernel/china-time.ts';
import { DAY_MS } from '../../../shared/kernel/time.ts';
import type { OrderState } from '../book/order-state.ts';
import { VV_CODES } from './codes.ts';
import type { VvAnswer, VvDeps, VvShopCall } from './shop-endpoint.ts';
import { tradeShape, tradeStatus } from './trade-shape.ts';
import { refuse } from './vv-reply.ts';

type Deps = Pick<VvDeps, 'book' | 'desk'> & { readonly pictures: () => string };
type Times = { readonly from: string; readonly to: string };

/** `sold`: trades by their creation, newest first. */
export const soldTrades = (deps: Deps) =>
  listTrades(deps, { from: 'start_created', to: 'end_created' }, 90 * DAY_MS, (state) => state.order.createdMs);

/** `increment`: trades by their last change, newest first, at most a day at a time. */
export const changedTrades = (deps: Deps) =>
  listTrades(deps, { from: 'start_create', to: 'end_create' }, DAY_MS, (state) => state.updatedMs);

const listTrades =
  ({ book, desk, pictures }: Deps, times: Times, maxSpanMs: number, timeOf: (state: OrderState) => number) =>
  ({ shop, form }: VvShopCall, price: () => number): VvAnswer => {
    const field = (name: string): string => form.get(name) ?? '';
    const fromMs = msFromChinaTime(field(times.from));
    const toMs = msFromChinaTime(field(times.to));
    const pageNo = Number(field('page_no') || '1');
    const pageSize = Number(field('page_size') || '40');
    const inBounds = Number.isInteger(pageNo) && pageNo >= 1 && Number.isInteger(pageSize) && pageSize <= 100;
    if (field('fields') === '' || !inBounds || pageSize < 1 || fromMs === null || toMs === null)
      return refuse(100, VV_CODES[100] ?? '');
    if (toMs < fromMs || toMs - fromMs > maxSpanMs) return refuse(100, VV_CODES[100] ?? '');
    const found = [...book.all()]
      .filter(
        (state) =>
          state.order.shop === shop &&
          timeOf(state) >= fromMs &&
          timeOf(state) < toMs + 1_000 &&
          (field('status') === '' || tradeStatus(state) === field('status')),
      )
      .sort((a, b) => timeOf(b) - timeOf(a) || (a.order.orderId < b.order.orderId ? 1 : -1));
    const page = found.slice((pageNo - 1) * pageSize, pageNo * pageSize);
    const fields = new Set(field('fields').split(','));
    const hidesWaybills = desk.settings().hidesWaybills !== 'nowhere';
    return {
      data: {
        withholding_money: price(),
        total_results: found.length,
        has_next: found.length > pageNo * pageSize,
        trades: { trade: page.map((state) => tradeShape(state, { fields, hidesWaybills, pictures: pictures() })) },
      },
    };
  };
