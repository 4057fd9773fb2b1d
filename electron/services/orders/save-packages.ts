import type { RowProblem } from '../../../shared/contract/job.ts';
import type { Problem } from '../../../shared/contract/problem.ts';
import type { Carrier } from '../../../shared/domain/carrier.ts';
import type { ImportRecord } from '../../../shared/domain/import-columns.ts';
import type { Order } from '../../../shared/domain/order.ts';
import type { OpPayload } from '../../../shared/domain/shipment.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { ImportProgress, ShopLookup } from './import-progress.ts';
import type { OrderStore } from './order-store.ts';
import type { RowGroup } from './row-groups.ts';
import { rowProblem } from './row-fields.ts';
import { isLeft, isToPack, type KnownOp, type Remaining, remaining } from './shippable.ts';

/** Something for the outbox to save. */
export type SaveInput = {
  readonly shopId: string;
  readonly payload: OpPayload;
  readonly carrierName: string;
  readonly operator: string;
};

/** What importing packages and corrections needs from the rest of the app. */
export type PackageImportDeps = {
  readonly orders: Pick<OrderStore, 'get' | 'findByCode'>;
  readonly shops: ShopLookup;
  /** The shop's carrier list, fetched where there is none yet. */
  readonly carriers: (shopId: string) => Promise<Result<readonly Carrier[], Problem>>;
  readonly outbox: {
    readonly opsOfOrder: (shopId: string, orderId: string) => readonly KnownOp[];
    /** The first order a waybill was saved for, or null. */
    readonly waybillUse: (waybill: string) => { readonly shopId: string; readonly orderId: string } | null;
    /** Saves each by itself, in short transactions; one result for each input. */
    readonly enqueueAll: (inputs: readonly SaveInput[]) => Promise<readonly Result<unknown, Problem>[]>;
  };
};

type Row = { readonly record: ImportRecord };
export type PackageToSave = { readonly group: RowGroup<Row>; readonly input: SaveInput };

/** Packages handed to the outbox at once: one transaction of its own. */
const BATCH = 100;

/**
 * Saves checked packages. Checking a long file takes minutes in which the bench goes on, so each package is held against
 * its order once more right before it is saved. What the outbox still refuses becomes a refused row; a full disk ends
 * the import.
 */
export async function savePackages(
  deps: Pick<PackageImportDeps, 'outbox' | 'orders'>,
  packages: readonly PackageToSave[],
  progress: ImportProgress,
): Promise<Result<null, Problem>> {
  for (let at = 0; at < packages.length; at += BATCH) {
    const batch = withoutOvertaken(deps, packages.slice(at, at + BATCH));
    const results = await deps.outbox.enqueueAll(batch.map(({ input }) => input));
    for (const [index, { group }] of batch.entries()) {
      const result = results[index];
      if (result?.ok === true) progress.accept(1);
      else if (result?.error.code === 'disk-full') return err(result.error);
      else group.refuse(refusalOf(group.rows[0].record, result?.error));
    }
    progress.at('saving', Math.min(packages.length, at + BATCH), packages.length);
  }
  return ok(null);
}

/** Refuses what left, or was stopped, since it was checked; nothing may come between this and saving the rest. */
function withoutOvertaken(
  { orders, outbox }: Pick<PackageImportDeps, 'outbox' | 'orders'>,
  packages: readonly PackageToSave[],
): readonly PackageToSave[] {
  const here = new Map<string, KnownOp[]>();
  return packages.filter(({ group, input: { shopId, payload } }) => {
    const order = orders.get(shopId, payload.orderId);
    if (payload.kind === 'correct' || order === null) return true;
    const key = `${shopId}/${order.orderId}`;
    const before = here.get(key) ?? [];
    const left = remaining(order, [...outbox.opsOfOrder(shopId, order.orderId), ...before]);
    const problem = overtakenBy(order, left, payload, group.rows[0].record);
    if (problem === null) here.set(key, [...before, { id: '', state: 'ready', payload }]);
    else group.refuse(problem);
    return problem === null;
  });
}

function overtakenBy(order: Order, left: Remaining, payload: OpPayload, record: ImportRecord): RowProblem | null {
  const stop = isToPack(order) ? order.flags[0] : order.status;
  if (stop !== undefined) return rowProblem(record, 'order_id', 'not-possible', stop);
  return isLeft(order, left, payload.items) ? null : rowProblem(record, 'quantity', 'quantity-exceeds');
}

function refusalOf(record: ImportRecord, problem: Problem | undefined): RowProblem {
  const column = record.cells.waybill === undefined ? 'new_waybill' : 'waybill';
  if (problem?.code === 'op-duplicate') return rowProblem(record, column, 'duplicate');
  if (problem?.code === 'waybill-used') return rowProblem(record, column, 'waybill-used', problem.orderId);
  return rowProblem(record, 'order_id', 'not-possible', problem?.code ?? '');
}
