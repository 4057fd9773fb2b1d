import { setImmediate as nextTurn } from 'node:timers/promises';
import type { RowProblem } from '../../../shared/contract/job.ts';
import type { Problem } from '../../../shared/contract/problem.ts';
import type { ImportRecord } from '../../../shared/domain/import-columns.ts';
import type { PlatformId } from '../../../shared/domain/platforms/platform-id.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { Clock } from '../ports.ts';
import type { ImportProgress, RecordSource, ShopLookup } from './import-progress.ts';
import type { ImportStaging, Merging } from './import-staging.ts';
import { checkOrderRows, orderFromRows, orderIdOf, readOrderRow } from './order-rows.ts';
import type { OrderKey, OrderStore } from './order-store.ts';
import { rowProblem } from './row-fields.ts';
import { FIRST_SLICE, nextSliceSize } from './slice-size.ts';
import type { StagedFile, StagedPiece } from './staged-file.ts';

export type OrderImportDeps = {
  readonly orders: OrderStore;
  readonly staging: ImportStaging;
  readonly shops: ShopLookup;
  readonly clock: Pick<Clock, 'now' | 'monotonic'>;
};

/** Rows staged, or orders checked, before the event loop gets a turn: a scan that arrives meanwhile waits for one slice. */
const SLICE = 100;

/** Slices merged before the write-ahead log is folded in, in a turn of its own: left to a commit it would be ten times as much. */
const SLICES_A_FOLD = 3;

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
  const { id, file } = deps.staging.begin();
  try {
    const staged = await stage(deps, file, records, progress);
    const checked = staged.ok ? await check(deps, file, staged.value, progress) : staged;
    if (!checked.ok) return checked;
    await file.seal();
    if (!progress.commit()) return err({ code: 'job-cancelled' });
    deps.staging.startMerging(id, deps.clock.now());
    let saved = 0;
    const finished = await merge(deps, file, { id, after: null }, (merged) => {
      saved += merged;
      progress.accept(merged);
      progress.at('saving', saved, checked.value);
      return !progress.signal.aborted;
    });
    return finished ? ok(null) : err({ code: 'job-cancelled' });
  } finally {
    file.close();
    deps.staging.discard(id);
  }
}

/** Finishes what was being merged when the app ended and drops what was only staged. Call it once at each start. */
export async function resumeImports(deps: OrderImportDeps): Promise<void> {
  deps.staging.sweep();
  for (const merging of deps.staging.merging()) {
    const file = deps.staging.reopen(merging.id);
    try {
      await merge(deps, file, merging, () => true);
    } finally {
      file.close();
    }
  }
  deps.staging.sweep();
}

/** Reads and stages every row; gives the number of rows read. */
async function stage(
  deps: OrderImportDeps,
  file: StagedFile,
  records: RecordSource,
  progress: ImportProgress,
): Promise<Result<number, Problem>> {
  let rows = 0;
  for await (const slice of records) {
    if (progress.signal.aborted) return err({ code: 'job-cancelled' });
    if (!slice.ok) return slice;
    for (let at = 0; at < slice.value.records.length; at += SLICE) {
      file.add(toPieces(deps, slice.value.records.slice(at, at + SLICE), progress.refuse));
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
  file: StagedFile,
  rows: number,
  progress: ImportProgress,
): Promise<Result<number, Problem>> {
  const platforms = platformsOf(deps.shops);
  let good = 0;
  let done = 0;
  for (let after: OrderKey | null = null; ; ) {
    if (progress.signal.aborted) return err({ code: 'job-cancelled' });
    const groups = file.groups(after, SLICE);
    const refused = groups.filter((group) => {
      const pulled = deps.orders.sourceOf(group.shopId, group.orderId) === 'pull';
      const known = pulled ? deps.orders.get(group.shopId, group.orderId) : null;
      const problems = checkOrderRows(group.rows, platforms(group.shopId), known);
      problems.forEach(progress.refuse);
      if (group.refused || problems.length > 0) refuseRest(group, problems, progress.refuse);
      return group.refused || problems.length > 0;
    });
    file.refuse(refused);
    good += groups.length - refused.length;
    done += groups.reduce((sum, group) => sum + group.rows.length, 0);
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
  const detail = problems[0] === undefined ? '' : `#${problems[0].row}`;
  for (const { row } of group.rows)
    if (!named.has(row)) refuse({ row, column: 'order_id', reason: 'not-possible', value: group.orderId, detail });
}

/**
 * Brings the good orders in, slice by slice; each slice and the note how far it got are one transaction. False where
 * `merged` asked to stop because the app ends: the next start goes on.
 */
async function merge(
  deps: OrderImportDeps,
  file: StagedFile,
  { id, after: start }: Merging,
  merged: (orders: number) => boolean,
): Promise<boolean> {
  const { orders, staging, shops, clock } = deps;
  const platforms = platformsOf(shops);
  let size = FIRST_SLICE;
  let slices = 0;
  for (let after = start; ; ) {
    const startedAt = clock.monotonic();
    const groups = file.groups(after, size);
    const good = groups.filter((group) => !group.refused);
    const last = groups.at(-1);
    if (last === undefined) break;
    orders.together(() => {
      for (const { shopId, orderId, rows } of good)
        orders.putImported(orderFromRows({ shopId, orderId, platform: platforms(shopId) }, rows), clock.now());
      staging.mergedTo(id, last);
      size = nextSliceSize(size, clock.monotonic() - startedAt);
    });
    if (!merged(good.length)) return false;
    after = last;
    slices += 1;
    await nextTurn();
    if (slices % SLICES_A_FOLD > 0) continue;
    staging.foldLog();
    await nextTurn();
  }
  staging.finished(id);
  return true;
}

/** A shop that was staged has a row for ever: removing one only hides it. */
const platformsOf =
  (shops: ShopLookup) =>
  (shopId: string): PlatformId => {
    const shop = shops.get(shopId);
    if (shop === null) throw new Error(`shop ${shopId} of a staged order is gone`);
    return shop.platform;
  };
