import type { Database } from 'better-sqlite3';
import { allows, type Handlers } from '../../../shared/contract/define.ts';
import type { FoundName, FoundOrder, OrderStory } from '../../../shared/contract/history.ts';
import type { AppContract } from '../../../shared/contract/index.ts';
import type { Problem } from '../../../shared/contract/problem.ts';
import { msFromChinaTime } from '../../../shared/kernel/china-time.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { DAY_MS, isoFromMs } from '../../../shared/kernel/time.ts';
import type { KnownOrders } from '../orders/known-orders.ts';
import type { OrderStore } from '../orders/order-store.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { HeldStore } from '../packing/held-store.ts';
import type { PackageExtrasStore } from '../packing/package-extras.ts';
import type { Clock } from '../ports.ts';
import type { Photos } from '../photos/photos.ts';
import type { Hit } from '../search/find.ts';
import { readBoxes, readScanCounts, sumUp } from '../search/operator-figures.ts';
import type { OrderScans } from '../search/order-scans.ts';
import { packedOverTime } from '../search/packed-over-time.ts';
import type { SearchService } from '../search/search-service.ts';
import type { ShopStore } from '../shops/shop-store.ts';
import type { Spending } from '../shops/spending.ts';
import { opRow, opStory } from './op-views.ts';

export type HistoryDeps = {
  readonly database: Database;
  readonly search: SearchService;
  readonly orders: Pick<OrderStore, 'get'>;
  readonly knownOrders: Pick<KnownOrders, 'ageMs'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly outbox: Pick<Outbox, 'desk'>;
  readonly held: Pick<HeldStore, 'heldAs'>;
  readonly scans: OrderScans;
  readonly shops: Pick<ShopStore, 'get' | 'list'>;
  readonly costOf: Spending['ofOrder'];
  readonly extras: Pick<PackageExtrasStore, 'of'>;
  readonly photos: Pick<Photos, 'of'>;
};

const MOST_NAMES = 8;

/** Answers `history.*`. */
export function historyHandlers(deps: HistoryDeps): Handlers<AppContract>['history'] {
  const { search, shops, outbox } = deps;
  const { finder, packages, indexer } = search;
  return {
    search: async ({ text, limit }) => {
      await indexer.settle();
      const orders = finder.orders(text, limit).map((hit) => foundOrder(deps, hit));
      return ok({ orders, names: foundNames(deps, text), building: indexer.building() });
    },
    list: async ({ from, to, ...question }) => {
      await indexer.settle();
      const days = { fromMs: from === null ? null : dayStart(from), toMs: to === null ? null : dayStart(to) + DAY_MS };
      const page = await packages.page({ ...question, ...days });
      const rows = page.seqs.flatMap((seq) => {
        const op = outbox.desk.bySeq(seq);
        return op === null ? [] : [opRow({ desk: outbox.desk, shops }, op)];
      });
      return ok({ rows, next: page.next, building: indexer.building() });
    },
    choices: () =>
      ok({
        shops: shops.list().map(({ id, name }) => ({ id, name })),
        operators: packages.names('operator').filter((name) => name !== ''),
        carriers: packages.names('carrier').filter((name) => name !== ''),
      }),
    story: ({ shopId, orderId }) => storyOf(deps, shopId, orderId),
    figures: async ({ from, to }, context) => {
      const [fromMs, toMs] = [dayStart(from), dayStart(to) + DAY_MS];
      const boxes = await readBoxes(deps.database, packages.seqAt(fromMs), packages.seqAt(toMs));
      // No public leaderboard: who has no lead's role is told their own figures.
      const everybody = allows(context.role, 'supervisor');
      const isTold = ({ operator }: { readonly operator: string }): boolean =>
        everybody || operator === context.operator;
      const rows = sumUp(boxes, readScanCounts(deps.database, fromMs, toMs)).filter(isTold);
      return ok({ rows, slots: [...packedOverTime(boxes.filter(isTold), { fromMs, toMs })], everybody });
    },
  };
}

const dayStart = (day: string): number => msFromChinaTime(`${day} 00:00:00`) ?? 0;

function foundOrder({ orders, outbox, shops }: HistoryDeps, hit: Hit): FoundOrder {
  const order = orders.get(hit.shopId, hit.orderId);
  const op = outbox.desk.ofOrder(hit.shopId, hit.orderId).at(-1);
  return {
    ...hit,
    shop: shops.get(hit.shopId)?.name ?? '',
    title: order?.lines[0]?.title ?? '',
    status: order?.status ?? null,
    newest:
      op === undefined
        ? null
        : {
            state: op.status.state,
            waybill: op.waybill,
            carrierName: op.carrierName,
            createdAt: isoFromMs(op.createdAtMs),
            createdBy: op.createdBy,
          },
  };
}

function foundNames({ search, shops }: HistoryDeps, text: string): FoundName[] {
  const asked = text.trim().toLowerCase();
  if (asked === '') return [];
  const named = shops.list().filter(({ name }) => name.toLowerCase().includes(asked));
  return [
    ...search.finder.names(text, MOST_NAMES).map(({ kind, name }) => ({ kind, name, value: name })),
    ...named.slice(0, MOST_NAMES).map(({ id, name }) => ({ kind: 'shop' as const, name, value: id })),
  ];
}

function storyOf(deps: HistoryDeps, shopId: string, orderId: string): Result<OrderStory, Problem> {
  const { outbox, shops, costOf, orders, scans, extras, photos } = deps;
  const order = orders.get(shopId, orderId);
  const ops = outbox.desk.ofOrder(shopId, orderId);
  if (order === null && ops.length === 0) return err({ code: 'order-not-found', orderId });
  const held = deps.held.heldAs({ shopId, orderId });
  return ok({
    shopId,
    shop: shops.get(shopId)?.name ?? '',
    orderId,
    order,
    orderAsOf: order === null ? null : heardAt(deps, order),
    packages: ops.flatMap((op) => opStory({ desk: outbox.desk, shops, costOf, extras, photos }, op) ?? []),
    scans: ops.flatMap((op) => [...scans.before({ orderId, operator: op.createdBy, atMs: op.createdAtMs })]),
    held: held === null ? null : { at: isoFromMs(held.atMs), by: held.by },
  });
}

/** The last look or pull that told of the order; what is not remembered over a start is the platform's own time of change. */
function heardAt({ knownOrders, clock }: HistoryDeps, { shopId, orderId, updatedAt }: Order): string | null {
  const ageMs = knownOrders.ageMs(shopId, orderId);
  return Number.isFinite(ageMs) ? isoFromMs(clock.now() - ageMs) : updatedAt;
}
