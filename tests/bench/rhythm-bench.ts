import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { readRecords } from '../../electron/services/files/read-records.ts';
import { importOrders } from '../../electron/services/orders/import-orders.ts';
import { createImportStaging } from '../../electron/services/orders/import-staging.ts';
import { createOrderStore } from '../../electron/services/orders/order-store.ts';
import { createOutbox, type Outbox } from '../../electron/services/outbox/outbox.ts';
import { ORDER_LAYOUT } from '../../shared/domain/import-columns.ts';
import { BENCH_SHOP, openOutboxDeps, packageInput } from './desk-outbox.ts';
import { csvPieces } from './import-rows.ts';
import { now, percentile, spread } from './measure.ts';
import { openRawDisk } from './peers/raw-disk.ts';
import type { Report } from './report.ts';

const SCANS = 200;
const IMPORTED = 40_000;

/** Scans at a person's rhythm: beside the bare disk at the same rhythm, and while an order file of many rows comes in. */
export async function rhythmBench(): Promise<Report> {
  const dir = mkdtempSync(join(tmpdir(), 'bench-rhythm-'));
  const deps = openOutboxDeps(join(dir, 'desk'));
  const outbox = createOutbox(deps);
  const disk = openRawDisk(join(dir, 'raw.bin'));
  try {
    const paced = await pacedPairs(outbox, disk.once);
    const idle = await dueScans(outbox, 1_000, () => SCANS);
    const importing = startImport(deps);
    const busy = await dueScans(outbox, 10_000, () => (importing.isOver() ? 0 : Number.MAX_SAFE_INTEGER));
    return report({ ...paced, idle, busy, rowsPerSecond: await importing.rowsPerSecond });
  } finally {
    outbox.close();
    deps.database.close();
    disk.close();
    rmSync(dir, { recursive: true, force: true });
  }
}

/** Between two scans: 20 to 43 ms, the same in every run. */
const gapMs = (index: number): number => 20 + ((index * 7) % 24);

async function pacedPairs(outbox: Outbox, raw: (index: number) => void): Promise<{ raw: number[]; app: number[] }> {
  const times = { raw: [] as number[], app: [] as number[] };
  for (let index = 0; index < SCANS; index += 1) {
    await pause(gapMs(index));
    times.raw.push(timed(() => raw(index)));
    await pause(gapMs(index));
    times.app.push(timed(() => save(outbox, index)));
  }
  return times;
}

function timed(task: () => void): number {
  const startedAt = now();
  task();
  return now() - startedAt;
}

function save(outbox: Outbox, index: number): void {
  const saved = outbox.enqueue(packageInput(index));
  if (!saved.ok) throw new Error(saved.error.code);
}

/** From when a scan was due to when it was on the disk twice, the wait for the event loop included. */
async function dueScans(outbox: Outbox, from: number, most: () => number): Promise<number[]> {
  const times: number[] = [];
  let dueAt = now();
  while (times.length < most()) {
    dueAt = Math.max(dueAt + gapMs(times.length), now());
    await pause(Math.max(0, dueAt - now()));
    save(outbox, from + times.length);
    times.push(now() - dueAt);
  }
  return times;
}

function startImport(deps: ReturnType<typeof openOutboxDeps>): {
  readonly isOver: () => boolean;
  readonly rowsPerSecond: Promise<number>;
} {
  const { database, shops, clock } = deps;
  const file = Buffer.from([...csvPieces(IMPORTED)].join(''));
  const shop = shops.get(BENCH_SHOP);
  let over = false;
  const run = async (): Promise<number> => {
    const startedAt = now();
    const staging = createImportStaging({ database, dataDir: join(deps.journalFile, '..') });
    const lookup = { find: () => shop, get: () => shop };
    const orders = createOrderStore(database);
    let accepted = 0;
    const done = await importOrders({ orders, staging, shops: lookup, clock }, readRecords(file, ORDER_LAYOUT), {
      at: () => undefined,
      accept: (count) => {
        accepted += count;
      },
      refuse: (problem) => {
        throw new Error(JSON.stringify(problem));
      },
      commit: () => true,
      signal: new AbortController().signal,
    });
    over = true;
    if (!done.ok || accepted !== IMPORTED) throw new Error(`${accepted} orders came in`);
    return IMPORTED / ((now() - startedAt) / 1000);
  };
  return { isOver: () => over, rowsPerSecond: run() };
}

function report(of: {
  readonly raw: readonly number[];
  readonly app: readonly number[];
  readonly idle: readonly number[];
  readonly busy: readonly number[];
  readonly rowsPerSecond: number;
}): Report {
  const over = [50, 99].map((p) => percentile(of.app, p) / percentile(of.raw, p));
  const [p50, p99] = [percentile(of.busy, 50), percentile(of.busy, 99)] as const;
  return {
    figures: [
      { name: 'fdatasync at a person’s rhythm', value: spread(of.raw), note: 'every 20 to 43 ms; the limit' },
      { name: 'the app at the same rhythm', value: spread(of.app), note: 'commit and scan journal: two of them' },
      { name: 'due → durable, nothing else', value: spread(of.idle), note: `${of.idle.length} scans` },
      {
        name: 'due → durable, while a file comes in',
        value: spread(of.busy),
        note: `${of.busy.length} scans; ${Math.round(of.rowsPerSecond)} rows/s read, checked and merged meanwhile`,
      },
    ],
    answers: [
      {
        row: 3,
        measured: `${over.map((ratio) => ratio.toFixed(2)).join('; ')} (two syncs a save: 2 is the floor)`,
        met: over.every((ratio) => ratio <= 1.5),
      },
      {
        row: 4,
        measured: `${p50.toFixed(1)} / ${p99.toFixed(1)} ms, import alone beside it`,
        met: p50 <= 2 && p99 <= 14,
      },
    ],
    charts: [
      {
        name: 'due',
        title: 'From when a scan was due to when it was on the disk twice',
        axis: 'milliseconds',
        kind: 'bars',
        categories: ['fdatasync alone', 'the app, its call', 'due → durable, idle', 'due → durable, import running'],
        series: [50, 95, 99].map((p) => ({
          name: `p${p}`,
          values: [of.raw, of.app, of.idle, of.busy].map((times) => Math.round(percentile(times, p) * 100) / 100),
        })),
      },
    ],
  };
}
