import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { openDatabase } from '../../../electron/services/db/open.ts';
import { readRecords } from '../../../electron/services/files/read-records.ts';
import { createJobs, type Jobs } from '../../../electron/services/jobs/jobs.ts';
import { importOrders, type OrderImportDeps, resumeImports } from '../../../electron/services/orders/import-orders.ts';
import { createImportStaging } from '../../../electron/services/orders/import-staging.ts';
import { createOrderList, type OrderList } from '../../../electron/services/orders/order-list.ts';
import { createOrderStore, type OrderStore } from '../../../electron/services/orders/order-store.ts';
import { createShopStore, type ShopStore } from '../../../electron/services/shops/shop-store.ts';
import type { JobView } from '../../../shared/contract/job.ts';
import { ORDER_LAYOUT } from '../../../shared/domain/import-columns.ts';
import type { Order, OrderLine } from '../../../shared/domain/order.ts';
import { sampleLine, sampleOrder } from '../../support/sample-order.ts';

export const NOW_MS = Date.parse('2026-11-21T02:00:00Z');
export const ORDER_ID = '3704612354559743233';

export type Desk = {
  readonly dataDir: string;
  readonly database: Database;
  readonly orders: OrderStore;
  readonly list: OrderList;
  readonly shops: ShopStore;
  readonly jobs: Jobs;
  readonly deps: OrderImportDeps;
  readonly importText: (text: string) => Promise<JobView>;
  readonly startImport: (bytes: Uint8Array) => ReturnType<Jobs['start']>;
  /** What the next start of the app does with imports of this data folder. */
  readonly resume: () => Promise<void>;
  /** Ids of all orders, in no order that matters. */
  readonly orderIds: () => string[];
  /** Traces of imports that are not over. */
  readonly staged: () => number;
};

/** Orders of two shops, 茶铺 and Tea, on a real database. Give a folder to open what another desk left behind. */
export function openDesk(dataDir = mkdtempSync(join(tmpdir(), 'orders-'))): Desk {
  const opened = openDatabase({ dataDir, nowMs: NOW_MS });
  if (!opened.ok) throw new Error(opened.error.code);
  const { database } = opened.value;
  const shops = createShopStore(database);
  for (const [id, name] of [
    ['shop-1', '茶铺'],
    ['shop-2', 'Tea'],
  ] as const)
    if (shops.get(id) === null)
      shops.insert({
        id,
        name,
        platform: 'wechat-channels',
        baseUrl: 'http://127.0.0.1',
        training: false,
        createdAtMs: 0,
      });
  const orders = createOrderStore(database);
  const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const jobs = createJobs({ dataDir, clock: { monotonic: () => 0 }, log: silent, changed: () => undefined });
  const deps: OrderImportDeps = {
    orders,
    staging: createImportStaging({ database, dataDir }),
    shops,
    clock: { now: () => NOW_MS, monotonic: () => 0 },
  };
  const startImport: Desk['startImport'] = (bytes) =>
    jobs.start('import-orders', (progress) => importOrders(deps, readRecords(bytes, ORDER_LAYOUT), progress));
  const count = (table: string): number =>
    (database.prepare(`SELECT count(*) AS rows FROM ${table}`).get() as { rows: number }).rows;
  return {
    dataDir,
    database,
    orders,
    list: createOrderList(database),
    shops,
    jobs,
    deps,
    startImport,
    importText: (text) => startImport(new TextEncoder().encode(text)).end,
    resume: () => resumeImports(deps),
    orderIds: () =>
      (database.prepare('SELECT order_id FROM shop_order').all() as { order_id: string }[]).map((row) => row.order_id),
    staged: () => count('order_import') + readdirSync(join(dataDir, 'imports')).length,
  };
}

export const orderLine = (lineNo: number, more: Partial<OrderLine> = {}): OrderLine =>
  sampleLine({
    lineNo,
    productId: `1000010836121${lineNo}`,
    skuId: `236892532${lineNo}`,
    title: `商品 ${lineNo}`,
    quantity: 2,
    ...more,
  });

export const order = (more: Partial<Order> = {}): Order =>
  sampleOrder({
    orderId: ORDER_ID,
    deadline: '2026-11-22T02:00:00.000Z',
    createdAt: '2026-11-20T02:00:00.000Z',
    updatedAt: '2026-11-20T02:00:00.000Z',
    lines: [orderLine(1), orderLine(2)],
    ...more,
  });

/** An order file with one row for each entry. */
export const orderFile = (rows: readonly string[]): string =>
  ['店铺,订单号,商品ID,规格ID,商家编码,条码,商品名称,数量,备注,最晚发货时间', ...rows].join('\n');
