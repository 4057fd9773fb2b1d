import { randomBytes } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { RowProblem } from '../../../shared/contract/job.ts';
import type { Problem } from '../../../shared/contract/problem.ts';
import type { ImportRecord } from '../../../shared/domain/import-columns.ts';
import type { PlatformId } from '../../../shared/domain/platforms/platform-id.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { Clock } from '../ports.ts';
import type { ImportProgress, RecordSource, ShopLookup } from './import-progress.ts';
import type { ImportStaging, StagedPiece } from './import-staging.ts';
import { checkOrderRows, orderFromRows, orderIdOf, readOrderRow } from './order-rows.ts';
import type { OrderKey, OrderStore } from './order-store.ts';
import { rowProblem } from './row-fields.ts';

export type OrderImportDeps = {
  readonly orders: OrderStore;
  readonly staging: ImportStaging;
  readonly shops: ShopLookup;
  readonly clock: Pick<Clock, 'now'>;
};

/** Orders or rows in one transaction: a scan that arrives meanwhile waits for one such slice and no longer. */
const SLICE = 50;

/**
 * Imports an order file. A refused row refuses its whole order, so no order is ever half in; the other orders come in.
 * Everything is staged out of sight and checked first: called off or killed before the merge begins, the file has left
 * no trace; once it begins, it is finished, after a crash by {@link resumeImports}.
 */
export async function importOrders(
  deps: OrderImportDeps,
  records: RecordSource,
  progress: ImportProgress,
): Promise<Result<null, Problem>> {
  const id = randomBytes(8).toString('hex');
  deps.staging.begin(id, deps.clock.now());
  const staged = await stage(deps, id, records, progress);
  const checked = staged.ok ? await check(deps, id, staged.value, progress) : staged;
  const go = checked.ok && progress.commit();
  if (!checked.ok || !go) {
    await discard(deps.staging, id);
    return checked.ok ? err({ code: 'job-cancelled' }) : checked;
  }
  deps.staging.startMerging(id);
  let saved = 0;
  await merge(deps, id, (merged) => {
    saved += merged;
    progress.accept(merged);
    progress.at('saving', saved, checked.value);
  });
  return ok(null);
}

/** Finishes what was being merged when the app ended and drops what was only staged. Call it once at each start. */
export async function resumeImports(deps: OrderImportDeps): Promise<void> {
  for (const { id, state } of deps.staging.unfinished()) {
    if (state === 'merging') await merge(deps, id, () => undefined);
    else await discard(deps.staging, id);
  }
}

/** Reads and stages every row; gives the number of rows read. */
async function stage(
  deps: OrderImportDeps,
  id: string,
  records: RecordSource,
  progress: ImportProgress,
): Promise<Result<number, Problem>> {
  let rows = 0;
  for await (const slice of records) {
    if (progress.signal.aborted) return err({ code: 'job-cancelled' });
    if (!slice.ok) return slice;
    for (let at = 0; at < slice.value.records.length; at += SLICE) {
      const part = slice.value.records.slice(at, at + SLICE);
      deps.staging.add(id, toPieces(deps, part, progress.refuse));
      await nextTurn();
    }
    rows += slice.value.records.length;
    progress.at('reading', rows, slice.value.total === null ? null : Math.max(rows, slice.value.total));
  }
  return ok(rows);
}

function toPieces(
  { shops, clock }: OrderImportDeps,
  records: readonly ImportRecord[],
  refuse: (problem: RowProblem) => void,
): readonly StagedPiece[] {
  const pieces: StagedPiece[] = [];
  for (const record of records) {
    const name = record.cells.shop ?? '';
    const shop = shops.find(name);
    if (shop === null) refuse(rowProblem(record, 'shop', name === '' ? 'missing' : 'unknown-shop'));
    const read = readOrderRow(record, clock.now());
    if (!read.ok && read.error[0] !== undefined && shop !== null) refuse(read.error[0]);
    const orderId = orderIdOf(record);
    if (shop === null || orderId === null) continue;
    const last = pieces.at(-1);
    const before = last?.shopId === shop.id && last.orderId === orderId ? pieces.pop() : undefined;
    pieces.push({
      shopId: shop.id,
      orderId,
      seq: before?.seq ?? record.row,
      refused: !read.ok || before?.refused === true,
      rows: [...(before?.rows ?? []), ...(read.ok ? [read.value] : [])],
    });
  }
  return pieces;
}

/** Checks every order as a whole; gives the number of orders that may come in. */
async function check(
  deps: OrderImportDeps,
  id: string,
  rows: number,
  progress: ImportProgress,
): Promise<Result<number, Problem>> {
  const platforms = platformsOf(deps.shops);
  let good = 0;
  let done = 0;
  for (let after: OrderKey | null = null; ; ) {
    if (progress.signal.aborted) return err({ code: 'job-cancelled' });
    const groups = deps.staging.groups(id, after, SLICE);
    deps.orders.together(() => {
      for (const group of groups) {
        const pulled = deps.orders.sourceOf(group.shopId, group.orderId) === 'pull';
        const known = pulled ? deps.orders.get(group.shopId, group.orderId) : null;
        const problems = checkOrderRows(group.rows, platforms(group.shopId), known);
        problems.forEach(progress.refuse);
        const refused = group.refused || problems.length > 0;
        if (refused) refuseRest(group, problems, progress.refuse);
        if (refused && !group.refused) deps.staging.refuse(id, group);
        good += refused ? 0 : 1;
        done += group.rows.length;
      }
    });
    progress.at('checking', done, rows);
    if (groups.length < SLICE) return ok(good);
    after = groups.at(-1) ?? null;
    await nextTurn();
  }
}

/** The rows of a refused order that are right by themselves: they are not imported either, and that is said. */
function refuseRest(
  group: { readonly orderId: string; readonly rows: readonly { readonly row: number }[] },
  problems: readonly RowProblem[],
  refuse: (problem: RowProblem) => void,
): void {
  const named = new Set(problems.map(({ row }) => row));
  for (const { row } of group.rows)
    if (!named.has(row)) refuse({ row, column: 'order_id', reason: 'not-possible', value: group.orderId, detail: '' });
}

async function merge(deps: OrderImportDeps, id: string, merged: (orders: number) => void): Promise<void> {
  const platforms = platformsOf(deps.shops);
  for (;;) {
    const groups = deps.staging.groups(id, null, SLICE);
    deps.orders.together(() => {
      for (const group of groups) {
        const { shopId, orderId, rows } = group;
        const order = orderFromRows({ shopId, orderId, platform: platforms(shopId) }, rows);
        if (!group.refused) deps.orders.putImported(order, deps.clock.now());
        deps.staging.drop(id, group);
      }
    });
    merged(groups.filter((group) => !group.refused).length);
    if (groups.length < SLICE) break;
    await nextTurn();
  }
  await discard(deps.staging, id);
}

async function discard(staging: ImportStaging, id: string): Promise<void> {
  while (!staging.discardSome(id, SLICE * 4)) await nextTurn();
}

/** A shop that was staged has a row for ever: removing one only hides it. */
const platformsOf =
  (shops: ShopLookup) =>
  (shopId: string): PlatformId => {
    const shop = shops.get(shopId);
    if (shop === null) throw new Error(`shop ${shopId} of a staged order is gone`);
    return shop.platform;
  };
