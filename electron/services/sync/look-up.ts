import type { Problem } from '../../../shared/contract/problem.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { normaliseWaybill, WAYBILL_PATTERN } from '../../../shared/domain/waybill.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { EventHub } from '../events.ts';
import type { OrderStore } from '../orders/order-store.ts';
import type { Account, OrderSearch, Platform, ReadFailure, ReadResult } from '../platforms/platform.ts';
import type { Clock } from '../ports.ts';
import type { Accounts } from '../shops/accounts.ts';
import type { ShopRecord, ShopStore } from '../shops/shop-store.ts';

export type LookUpDeps = {
  readonly accounts: Accounts;
  readonly shops: Pick<ShopStore, 'list'>;
  readonly orders: Pick<OrderStore, 'putPulled'>;
  readonly events: Pick<EventHub, 'emit'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly problemOf: (failure: ReadFailure) => Problem;
  readonly noteReach: (shopId: string, answered: boolean) => void;
};

/** Looks for one order at the platforms, by the code somebody scanned. */
export type LookUp = {
  /** True where at least one shop can be asked about such a code without paying for it. */
  readonly canAsk: (code: string) => boolean;
  /**
   * Asks every shop that can be asked, or the one that is named, and takes the orders found in.
   * Errors: nobody has it; the first shop's failure where none has it and some could not answer.
   */
  readonly find: (code: string, shop: ShopRecord | null) => Promise<Result<readonly Order[], Problem>>;
};

/** Order numbers of all platforms are long rows of digits; shorter codes are goods. */
const ORDER_NUMBER = /^\d{15,20}$/;

/** Creates the look-up. A platform that charges for reads is asked only where its shop is named. */
export function createLookUp(deps: LookUpDeps): LookUp {
  const { accounts, shops, orders, events, clock } = deps;
  const askable = (code: string): readonly ShopRecord[] =>
    shops.list().filter((shop) => {
      const platform = accounts.platformOf(shop.id);
      return platform !== null && platform.capabilities.billed !== true && questions(platform, code).length > 0;
    });
  return {
    canAsk: (code) => askable(code).length > 0,
    find: async (code, shop) => {
      const asked = shop === null ? askable(code) : [shop];
      const answers = await Promise.all(asked.map((each) => askShop(deps, each, code)));
      const found = answers.flatMap((answer) => (answer.ok && answer.value !== null ? [answer.value] : []));
      for (const order of found) orders.putPulled(order, clock.now());
      if (found.length > 0) {
        const ids = found.map(({ orderId }) => orderId);
        events.emit('orders.changed', ids);
        return ok(found);
      }
      const failure = answers.find((answer) => !answer.ok);
      return failure ?? err({ code: 'order-not-at-platform', text: code.slice(0, 100), shops: asked.length });
    },
  };
}

type Question = (platform: Platform, account: Account) => Promise<ReadResult<readonly string[]>>;

/** Ways to come from a code to order ids on one platform, the surest first. */
function questions(platform: Platform, code: string): readonly Question[] {
  const { findOrderIds, getOrder } = platform;
  if (getOrder === undefined) return [];
  const searches: OrderSearch[] = [];
  const waybill = normaliseWaybill(code);
  if (WAYBILL_PATTERN.test(waybill)) searches.push({ by: 'waybill', waybill });
  if (ORDER_NUMBER.test(code)) searches.push({ by: 'shop-order', orderId: code });
  const find =
    findOrderIds === undefined
      ? []
      : searches.map(
          (by): Question =>
            (_, account) =>
              findOrderIds(account, by),
        );
  return ORDER_NUMBER.test(code) ? [async () => ({ ok: true, value: [code] }), ...find] : find;
}

async function askShop(deps: LookUpDeps, shop: ShopRecord, code: string): Promise<Result<Order | null, Problem>> {
  const used = await deps.accounts.use(shop.id, (platform, account) => ask(platform, account, code));
  if (!used.ok) return used;
  const answer = used.value;
  deps.noteReach(shop.id, answer.ok || (answer.error.kind !== 'offline' && answer.error.kind !== 'timeout'));
  return answer.ok ? ok(answer.value) : err(deps.problemOf(answer.error));
}

async function ask(platform: Platform, account: Account, code: string): Promise<ReadResult<Order | null>> {
  for (const question of questions(platform, code)) {
    const ids = await question(platform, account);
    if (!ids.ok) return ids;
    for (const id of ids.value) {
      const order = await platform.getOrder?.(account, id);
      if (order === undefined) continue;
      if (order.ok || !isUnknown(order.error)) return order;
    }
  }
  return { ok: true, value: null };
}

/** The platform answered that it has no such order, or none of this shop. */
const isUnknown = ({ kind }: ReadFailure): boolean => kind === 'not-found' || kind === 'refused';
