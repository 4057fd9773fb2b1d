import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Database } from 'better-sqlite3';
import { type OperatorFigures, type WorkClass, WorkClassSchema } from '../../../shared/contract/history.ts';
import type { OpPayload } from '../../../shared/domain/shipment.ts';
import { HOUR_MS, MINUTE_MS } from '../../../shared/kernel/time.ts';

/** One saved package as far as it counts for a person. */
export type PackedBox = {
  readonly operator: string;
  readonly order: string;
  readonly pieces: number;
  readonly work: WorkClass;
  readonly atMs: number;
};
export type ScanCount = { readonly operator: string; readonly scans: number; readonly misScans: number };

/** A longer time between two packages is a pause, not work. */
const PAUSE_MS = 15 * MINUTE_MS;
/** So many timed packages make a comparison fair. */
const FAIR_FROM = 20;
const SLICE = 500;

/** What a box holds, by how hard it is to pack. */
function workClassOf(items: OpPayload['items']): WorkClass {
  const pieces = items.reduce((sum, { quantity }) => sum + quantity, 0);
  return pieces <= 1
    ? 'single'
    : new Set(items.map(({ skuId, productId }) => `${productId} ${skuId}`)).size === 1
      ? 'multi'
      : 'mixed';
}

/** Reads the packages of ops [fromSeq, toSeq) in slices; withdrawn ones and corrections are nobody's packages. */
export async function readBoxes(database: Database, fromSeq: number, toSeq: number): Promise<readonly PackedBox[]> {
  const read = database.prepare<
    [number, number, number],
    {
      seq: number;
      created_by: string;
      shop_id: string;
      order_id: string;
      pieces: number;
      payload: string;
      created_at_ms: number;
      state: string;
      kind: string;
    }
  >(
    `SELECT op.seq, created_by, op.shop_id, order_id, pieces, payload, created_at_ms, s.state, kind
     FROM op JOIN op_state AS s ON s.op_seq = op.seq WHERE op.seq >= ? AND op.seq < ? ORDER BY op.seq LIMIT ?`,
  );
  const boxes: PackedBox[] = [];
  for (let from = fromSeq; ; ) {
    const rows = read.all(from, toSeq, SLICE);
    for (const row of rows)
      if (row.kind === 'send' && row.state !== 'cancelled')
        boxes.push({
          operator: row.created_by,
          order: `${row.shop_id} ${row.order_id}`,
          pieces: row.pieces,
          work: workClassOf((JSON.parse(row.payload) as OpPayload).items),
          atMs: row.created_at_ms,
        });
    const last = rows.at(-1);
    if (rows.length < SLICE || last === undefined) return boxes;
    from = last.seq + 1;
    await nextTurn();
  }
}

/** Scans of a time by operator; keys are none. */
export const readScanCounts = (database: Database, fromMs: number, toMs: number): readonly ScanCount[] =>
  database
    .prepare<[number, number], ScanCount>(
      `SELECT operator, count(*) AS scans, sum(verdict = 'refused') AS misScans FROM raw_scan
       WHERE at_ms >= ? AND at_ms < ? AND is_key = 0 GROUP BY operator`,
    )
    .all(fromMs, toMs);

type Timed = PackedBox & { readonly gapMs: number | null };

/**
 * Sums up per person. The pace is fair to whoever gets the hard orders: the time this desk needs on average for the same
 * mix of classes, divided by the time the person needed.
 */
export function sumUp(boxes: readonly PackedBox[], scans: readonly ScanCount[]): readonly OperatorFigures[] {
  const people = new Map<string, Timed[]>();
  for (const box of boxes.toSorted((a, b) => a.atMs - b.atMs)) {
    const own = people.get(box.operator) ?? [];
    const gapMs = box.atMs - (own.at(-1)?.atMs ?? Number.NEGATIVE_INFINITY);
    own.push({ ...box, gapMs: gapMs <= PAUSE_MS ? gapMs : null });
    people.set(box.operator, own);
  }
  const usual = usualTimes([...people.values()].flat());
  const names = new Set([...people.keys(), ...scans.map(({ operator }) => operator)]);
  return [...names].toSorted().map((operator) => {
    const count = scans.find((each) => each.operator === operator);
    return {
      operator,
      ...figuresOf(people.get(operator) ?? [], usual),
      scans: count?.scans ?? 0,
      misScans: count?.misScans ?? 0,
    };
  });
}

function figuresOf(own: readonly Timed[], usual: ReadonlyMap<WorkClass, number>) {
  const timed = own.filter(({ gapMs }) => gapMs !== null);
  const workedMs = timed.reduce((sum, { gapMs }) => sum + (gapMs ?? 0), 0);
  const expectedMs = timed.reduce((sum, { work }) => sum + (usual.get(work) ?? 0), 0);
  return {
    orders: new Set(own.map(({ order }) => order)).size,
    packages: own.length,
    pieces: own.reduce((sum, { pieces }) => sum + pieces, 0),
    perClass: countClasses(own),
    workedMs: Math.round(workedMs),
    packagesPerHour: workedMs === 0 ? null : Math.round((timed.length / workedMs) * HOUR_MS * 10) / 10,
    fairPace: timed.length < FAIR_FROM || workedMs === 0 ? null : Math.round((expectedMs / workedMs) * 100),
  };
}

const countClasses = (boxes: readonly PackedBox[]): Record<WorkClass, number> => ({
  single: boxes.filter(({ work }) => work === 'single').length,
  multi: boxes.filter(({ work }) => work === 'multi').length,
  mixed: boxes.filter(({ work }) => work === 'mixed').length,
});

function usualTimes(all: readonly Timed[]): ReadonlyMap<WorkClass, number> {
  return new Map(
    WorkClassSchema.options.map((work) => {
      const gaps = all.flatMap((box) => (box.work === work && box.gapMs !== null ? [box.gapMs] : []));
      return [work, gaps.length === 0 ? 0 : gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length];
    }),
  );
}
