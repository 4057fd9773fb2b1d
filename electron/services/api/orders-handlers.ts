import type { Handlers } from '../../../shared/contract/define.ts';
import type { AppContract } from '../../../shared/contract/index.ts';
import type { JobView } from '../../../shared/contract/job.ts';
import type { ImportKind, OrderRow } from '../../../shared/contract/orders.ts';
import type { Problem } from '../../../shared/contract/problem.ts';
import { LAYOUTS } from '../../../shared/domain/import-columns.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { normaliseWaybill, WAYBILL_PATTERN } from '../../../shared/domain/waybill.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { templateName } from '../../../shared/messages/template-names.ts';
import type { Clock } from '../ports.ts';
import type { EventHub } from '../events.ts';
import type { FileStore } from '../web/file-store.ts';
import { readRecords } from '../files/read-records.ts';
import type { Jobs, JobWork } from '../jobs/jobs.ts';
import { importCorrections } from '../orders/import-corrections.ts';
import { importOrders, type OrderImportDeps } from '../orders/import-orders.ts';
import { importTemplate } from '../files/import-template.ts';
import { importShipments } from '../orders/import-shipments.ts';
import type { LeftCount } from '../orders/left-count.ts';
import type { OrderList } from '../orders/order-list.ts';
import type { OrderStore } from '../orders/order-store.ts';
import type { PackageImportDeps } from '../orders/save-packages.ts';
import { isToPack, remainingPieces, type Shippable } from '../orders/shippable.ts';
import type { HeldStore } from '../packing/held-store.ts';
import type { ShopRecord } from '../shops/shop-store.ts';
import type { LookUp } from '../sync/look-up.ts';
import type { Puller } from '../sync/puller.ts';

export type OrdersDeps = {
  readonly orders: OrderStore;
  readonly list: OrderList;
  readonly held: Pick<HeldStore, 'heldAs'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly leftCount: LeftCount;
  readonly shippable: Shippable;
  /** A shop by id or name. */
  readonly resolveShop: (shop: string) => Result<ShopRecord, Problem>;
  readonly puller: Pick<Puller, 'pullAnew'>;
  readonly lookUp: LookUp;
  readonly jobs: Jobs;
  readonly files: Pick<FileStore, 'get' | 'put'>;
  readonly events: Pick<EventHub, 'emit'>;
  readonly orderImport: OrderImportDeps;
  readonly packageImport: PackageImportDeps;
};

type Answer = Result<JobView, Problem>;
type Started = { readonly view: JobView; readonly end: Promise<JobView> };

/** Answers `orders.*`. */
export function ordersHandlers(deps: OrdersDeps): Handlers<AppContract>['orders'] {
  const answer = async ({ view, end }: Started, wait: boolean): Promise<Answer> => ok(wait ? await end : view);
  return {
    list: async ({ after, ...question }) => {
      const { search, shopId, only } = question;
      await deps.leftCount.settle();
      const nowMs = deps.clock.now();
      const page = await deps.list.page({ ...question, after, nowMs });
      const byWaybill = after === null && shopId === '' && only === null ? orderByWaybill(deps, search) : null;
      const known = page.orders.some(
        ({ shopId, orderId }) => shopId === byWaybill?.shopId && orderId === byWaybill.orderId,
      );
      const orders = byWaybill === null || known ? page.orders : [byWaybill, ...page.orders];
      const total = page.total + orders.length - page.orders.length;
      return ok({
        rows: orders.flatMap((order) => rowOf(deps, order)),
        next: page.next,
        total,
        counts: deps.list.counts(nowMs),
      });
    },
    show: ({ shop, orderId }) => {
      const found = deps.resolveShop(shop);
      if (!found.ok) return found;
      const order = deps.orders.get(found.value.id, orderId);
      return order === null ? err({ code: 'order-not-found', orderId }) : ok(order);
    },
    lookUp: async ({ code, shop }) => {
      const named = shop === undefined ? null : deps.resolveShop(shop);
      if (named?.ok === false) return named;
      const found = await deps.lookUp.find(code, named?.value ?? null);
      if (!found.ok) return found;
      return ok(found.value.flatMap((order) => rowOf(deps, order)).map(placeOf));
    },
    pull: async ({ shop, wait }) => {
      const found = deps.resolveShop(shop);
      return found.ok ? answer(deps.puller.pullAnew(found.value.id), wait) : found;
    },
    template: async ({ kind, language }) =>
      ok({
        fileId: deps.files.put({ name: templateName(kind, language), bytes: importTemplate(LAYOUTS[kind], language) }),
      }),
    importFile: async ({ kind, fileId, wait }, { operator }) => {
      const file = deps.files.get(fileId);
      if (file === null) return err({ code: 'file-not-found', id: fileId });
      return answer(deps.jobs.start(`import-${kind}`, importWork(deps, kind, file.bytes, operator)), wait);
    },
    job: ({ id }) => deps.jobs.get(id),
    jobs: () => ok([...deps.jobs.list()]),
    cancelJob: ({ id }) => deps.jobs.cancel(id),
  };
}

function importWork(deps: OrdersDeps, kind: ImportKind, bytes: Uint8Array, operator: string): JobWork {
  const { orderImport, packageImport } = deps;
  const work: Readonly<Record<ImportKind, JobWork>> = {
    orders: (progress) => importOrders(orderImport, readRecords(bytes, LAYOUTS.orders), progress),
    shipments: (progress) => importShipments(packageImport, readRecords(bytes, LAYOUTS.shipments), operator, progress),
    corrections: (progress) =>
      importCorrections(packageImport, readRecords(bytes, LAYOUTS.corrections), operator, progress),
  };
  return async (progress) => {
    const result = await work[kind](progress);
    deps.events.emit('orders.changed', []);
    return result;
  };
}

/** The order of a package saved here, when the search is its whole waybill: the platform may not show it yet. */
function orderByWaybill({ packageImport, orders }: OrdersDeps, search: string): Order | null {
  const waybill = normaliseWaybill(search);
  const use = WAYBILL_PATTERN.test(waybill) ? packageImport.outbox.waybillUse(waybill) : null;
  return use === null ? null : orders.get(use.shopId, use.orderId);
}

const placeOf = ({ shopId, shop, orderId }: OrderRow) => ({ shopId, shop, orderId });

function rowOf(deps: OrdersDeps, order: Order): OrderRow[] {
  const shop = deps.resolveShop(order.shopId);
  if (!shop.ok) return [];
  const left = isToPack(order) ? remainingPieces(deps.shippable.remaining(order)) : 0;
  return [
    {
      shopId: order.shopId,
      shop: shop.value.name,
      platform: order.platform,
      orderId: order.orderId,
      status: order.status,
      deadline: order.deadline,
      pieces: order.lines.reduce((sum, line) => sum + line.quantity, 0),
      left,
      title: order.lines[0]?.title ?? '',
      flags: [...order.flags],
      note: order.note,
      sellerNote: order.sellerNote ?? '',
      heldBy: deps.held.heldAs(order)?.by ?? null,
    },
  ];
}
