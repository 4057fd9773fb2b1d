import type { Database } from 'better-sqlite3';
import type { Handlers } from '../../../shared/contract/define.ts';
import type { AppContract } from '../../../shared/contract/index.ts';
import { type Problem, ProblemSchema } from '../../../shared/contract/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { EventHub } from '../events.ts';
import { createJobs, type Jobs } from '../jobs/jobs.ts';
import { type OrderImportDeps, resumeImports } from '../orders/import-orders.ts';
import { createImportStaging } from '../orders/import-staging.ts';
import { createLeftCount } from '../orders/left-count.ts';
import { createOrderList, type OrderList } from '../orders/order-list.ts';
import type { KnownOrders } from '../orders/known-orders.ts';
import type { OrderStore } from '../orders/order-store.ts';
import type { UnreadStore } from '../orders/unread-store.ts';
import type { PackageImportDeps } from '../orders/save-packages.ts';
import { createShippable, type Shippable } from '../orders/shippable.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { HostPorts } from '../ports.ts';
import type { Accounts } from '../shops/accounts.ts';
import type { CarrierLists } from '../shops/carrier-lists.ts';
import { readProblem } from '../shops/read-problem.ts';
import type { ShopRecord, ShopStore } from '../shops/shop-store.ts';
import { createLookUp, type LookUp } from '../sync/look-up.ts';
import type { HeldStore } from '../packing/held-store.ts';
import { createPullScheduler } from '../sync/pull-scheduler.ts';
import { createPuller } from '../sync/puller.ts';
import type { FileStore } from '../web/file-store.ts';
import { ordersHandlers } from './orders-handlers.ts';

export type OrdersAreaDeps = {
  readonly database: Database;
  readonly orders: OrderStore;
  readonly knownOrders: KnownOrders;
  readonly unread: UnreadStore;
  readonly ports: Pick<HostPorts, 'dataDir' | 'clock' | 'log' | 'onWake'>;
  readonly events: EventHub;
  readonly files: FileStore;
  readonly shops: ShopStore;
  readonly resolveShop: (shop: string) => Result<ShopRecord, Problem>;
  readonly accounts: Accounts;
  readonly carrierLists: Pick<CarrierLists, 'ensure'>;
  readonly outbox: Pick<Outbox, 'opsOfOrder' | 'waybillUse' | 'enqueueAll' | 'gateOf' | 'noteReach'>;
  readonly held: Pick<HeldStore, 'heldAs'>;
  /** How often orders are pulled by themselves; 0 for never. */
  readonly pullEveryMs: () => number;
};

/** Orders, imports and pulls, put together. */
export type OrdersArea = {
  readonly handlers: Handlers<AppContract>['orders'];
  readonly orders: OrderStore;
  readonly list: OrderList;
  readonly shippable: Shippable;
  readonly jobs: Jobs;
  readonly lookUp: LookUp;
  /** Pulls a shop and waits for the end. */
  readonly pullNow: (shopId: string) => Promise<Result<null, Problem>>;
  /** Finishes imports that a crash cut short; call it once before anything else runs. */
  readonly resume: () => Promise<void>;
  /** Pulls again and again from now on. */
  readonly startPulling: () => void;
  /** Stops pulling, calls jobs off and waits until none runs. */
  readonly close: () => Promise<void>;
};

/** Creates the orders of one backend. Nothing runs by itself before `startPulling`. */
export function createOrdersArea(deps: OrdersAreaDeps): OrdersArea {
  const { database, ports, events, shops, outbox, orders } = deps;
  const list = createOrderList(database);
  const shippable = createShippable({ opsOfOrder: outbox.opsOfOrder });
  const jobs = createJobs({ ...ports, changed: (id) => events.emit('jobs.changed', [id]) });
  const { clock } = ports;
  const puller = createPuller({
    ...deps,
    orders,
    jobs,
    clock,
    problemOf: readProblem,
    noteReach: outbox.noteReach,
    freshenCarriers: (shopId) => deps.carrierLists.ensure(shopId, false),
  });
  const lookUp = createLookUp({
    ...deps,
    ...{ orders: deps.knownOrders, clock, problemOf: readProblem, noteReach: outbox.noteReach },
  });
  const staging = createImportStaging({ database, dataDir: ports.dataDir });
  const orderImport: OrderImportDeps = { orders, shops, clock, staging };
  const packageImport: PackageImportDeps = {
    orders,
    shops,
    outbox,
    carriers: (shopId) => deps.carrierLists.ensure(shopId, false),
  };
  const scheduler = createPullScheduler({
    clock,
    puller,
    shops: () => shops.list().filter((shop) => !shop.paused && outbox.gateOf(shop.id) === null),
    everyMs: deps.pullEveryMs,
    onWake: ports.onWake,
  });
  return {
    handlers: ordersHandlers({
      ...deps,
      ...{ clock, orders, list, shippable, jobs, puller, lookUp, orderImport, packageImport },
      leftCount: createLeftCount({ orders, shippable }),
    }),
    ...{ orders, list, shippable, jobs, lookUp },
    pullNow: async (shopId) => {
      const { state, problem } = await puller.pullAnew(shopId).end;
      return state === 'done' ? ok(null) : err(ProblemSchema.parse(problem));
    },
    resume: () => resumeImports(orderImport),
    startPulling: scheduler.start,
    close: async () => {
      scheduler.stop();
      await jobs.close();
    },
  };
}
