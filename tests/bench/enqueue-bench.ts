import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCore } from '../../electron/services/outbox/core.ts';
import { insertOp } from '../../electron/services/outbox/insert-op.ts';
import { createOutbox } from '../../electron/services/outbox/outbox.ts';
import { openOutboxDeps, packageInput } from './desk-outbox.ts';
import { mean, median, medianRatio, now, percentile, spread } from './measure.ts';
import { openBareTable, openLiteque, openNodeSqlite, openPlainjob, type QueuePeer } from './peers/job-queues.ts';
import { openRawDisk } from './peers/raw-disk.ts';
import type { Answer, Figure, Report } from './report.ts';

const ROUNDS = 5;
const PER_ROUND = 400;
const BULK = 1_000;

/** What is measured: one durable save, and where it can be had, many together. */
type Variant = {
  readonly name: string;
  readonly note: string;
  readonly once: (index: number) => unknown;
  readonly bulk?: (from: number) => unknown;
  readonly close: () => void;
};

/**
 * Durable enqueue through the app's own function (checks, no doubles, state, audit, scan journal) beside the disk's
 * limit, the same without parts of it, and queues others wrote; all in turn within each round.
 */
export async function enqueueBench(): Promise<Report> {
  const dir = mkdtempSync(join(tmpdir(), 'bench-enqueue-'));
  const variants = openVariants(dir);
  const singles = new Map<string, { readonly all: number[]; readonly means: number[] }>();
  const bulks = new Map<string, number[]>();
  for (const { name } of variants) singles.set(name, { all: [], means: [] });
  try {
    for (let round = 0; round < ROUNDS; round += 1)
      for (const variant of variants) {
        const times = await timeOnce(variant, round * (PER_ROUND + BULK));
        singles.get(variant.name)?.all.push(...times);
        singles.get(variant.name)?.means.push(mean(times));
        if (variant.bulk === undefined) continue;
        const startedAt = now();
        await variant.bulk(round * (PER_ROUND + BULK) + PER_ROUND);
        const perRow = (now() - startedAt) / BULK;
        bulks.set(variant.name, [...(bulks.get(variant.name) ?? []), perRow]);
      }
  } finally {
    for (const { close } of variants) close();
    rmSync(dir, { recursive: true, force: true });
  }
  return report(variants, singles, bulks);
}

async function timeOnce({ once }: Variant, from: number): Promise<number[]> {
  const times: number[] = [];
  for (let index = 0; index < PER_ROUND; index += 1) {
    const startedAt = now();
    await once(from + index);
    times.push(now() - startedAt);
  }
  return times;
}

const LIMIT = 'fdatasync, preallocated file';
const TWO = 'two such files, one after the other';
const APP = 'the app: commit and scan journal';
const COMMIT = 'the app without its scan journal';
const BARE = 'bare insert, FULL';
const PLAINJOB = 'plainjob, forced to FULL';
const LITEQUE_FULL = 'liteque, forced to FULL';
const LITEQUE = 'liteque as shipped (NORMAL)';

function openVariants(dir: string): readonly Variant[] {
  const disk = openRawDisk(join(dir, 'raw.bin'));
  const one = openRawDisk(join(dir, 'one.bin'));
  const two = openRawDisk(join(dir, 'two.bin'));
  const queue = (name: string, note: string, peer: QueuePeer): Variant => fromPeer(name, note, peer);
  return [
    { name: LIMIT, note: 'the limit of one durable write', ...disk },
    {
      name: TWO,
      note: 'the limit of what the app promises: twice on the disk',
      once: (index) => {
        one.once(index);
        two.once(index);
      },
      close: () => {
        one.close();
        two.close();
      },
    },
    openApp(join(dir, 'app')),
    openCommitOnly(join(dir, 'commit')),
    queue(BARE, 'a key and a payload, nothing else', openBareTable(join(dir, 'bare.db'))),
    queue('node:sqlite, bare insert, FULL', 'the same table', openNodeSqlite(join(dir, 'node.db'))),
    queue(PLAINJOB, 'keeps doubles', openPlainjob(join(dir, 'plain-full.db'), { durable: true })),
    queue(LITEQUE_FULL, 'refuses doubles', openLiteque(join(dir, 'lite-full.db'), { durable: true })),
    queue(
      'plainjob as shipped (NORMAL)',
      'not durable at power loss, keeps doubles',
      openPlainjob(join(dir, 'plain.db'), { durable: false }),
    ),
    queue(LITEQUE, 'not durable at power loss', openLiteque(join(dir, 'lite.db'), { durable: false })),
  ];
}

function fromPeer(name: string, note: string, peer: QueuePeer): Variant {
  const text = (index: number): string => JSON.stringify(packageInput(index).payload);
  const { addMany } = peer;
  return {
    name,
    note,
    once: (index) => peer.add(String(index), text(index)),
    ...(addMany === undefined
      ? {}
      : {
          bulk: (from) => {
            for (let at = 0; at < BULK; at += 100)
              addMany(
                Array.from({ length: 100 }, (_, index) => String(from + at + index)),
                text(from),
              );
          },
        }),
    close: peer.close,
  };
}

function openApp(dataDir: string): Variant {
  const deps = openOutboxDeps(dataDir);
  const outbox = createOutbox(deps);
  return {
    name: APP,
    note: 'checked, no doubles, state, audit entry, second copy',
    once: (index) => {
      const saved = outbox.enqueue(packageInput(index));
      if (!saved.ok) throw new Error(saved.error.code);
    },
    bulk: (from) => outbox.enqueueAll(Array.from({ length: BULK }, (_, index) => packageInput(from + index))),
    close: () => {
      outbox.close();
      deps.database.close();
    },
  };
}

function openCommitOnly(dataDir: string): Variant {
  const core = createCore(openOutboxDeps(dataDir));
  return {
    name: COMMIT,
    note: 'what the second copy costs is the difference',
    once: (index) => {
      const saved = core.store.transaction(() => insertOp(core, packageInput(index)));
      if (!saved.ok) throw new Error(saved.error.code);
    },
    close: () => {
      core.journal.close();
      core.database.close();
    },
  };
}

function report(
  variants: readonly Variant[],
  singles: ReadonlyMap<string, { readonly all: number[]; readonly means: number[] }>,
  bulks: ReadonlyMap<string, number[]>,
): Report {
  const means = (name: string): readonly number[] => singles.get(name)?.means ?? [];
  const rateOf = (name: string, beside: string): number => medianRatio(means(beside), means(name));
  const rows: readonly Figure[] = variants.map(({ name, note }) => ({
    name,
    value: `${spread(singles.get(name)?.all ?? [])}, ${rateOf(name, LIMIT).toFixed(2)} of the limit`,
    note,
  }));
  const limit = means(LIMIT);
  const bulkRate = (name: string): number => medianRatio(limit, bulks.get(name) ?? []);
  const bulkRows = [...bulks].map(([name, perRow]) => ({
    name: `${name}, ${BULK} in transactions of 100`,
    value: `${Math.round(1000 / median(perRow))} rows/s, ${bulkRate(name).toFixed(1)} × the limit of one by one`,
    note: '',
  }));
  const durable = variants.map(({ name }) => name).filter((name) => !name.includes('NORMAL'));
  const app = rateOf(APP, LIMIT);
  const answers: readonly Answer[] = [
    {
      row: 1,
      measured: `${app.toFixed(2)} with both copies; ${rateOf(APP, TWO).toFixed(2)} of two fdatasyncs; ${rateOf(COMMIT, LIMIT).toFixed(2)} without the journal. Two syncs a save leave 0.50 at most; the rest is ten B-trees, the audit chain and the checks`,
      met: app >= 0.65,
    },
    {
      row: 2,
      measured: `${rateOf(APP, LITEQUE).toFixed(2)} × liteque as shipped, ${rateOf(APP, LITEQUE_FULL).toFixed(2)} × liteque made durable; better-queue-sqlite not run (its sqlite3 needs an install script). Those keep one copy and no audit log`,
      met: rateOf(APP, LITEQUE) >= 1.4,
    },
    {
      row: 5,
      measured: `${bulkRate(APP).toFixed(1)}; each row is checked, hashed, chained, and written to ten B-trees and the journal`,
      met: bulkRate(APP) >= 9,
    },
  ];
  return {
    figures: [...rows, ...bulkRows],
    answers,
    charts: [
      {
        name: 'single',
        title: 'One durable save: rate as a share of fdatasync, same rounds',
        axis: 'median of per-round ratios (1 = the disk’s limit); only what outlives a power cut',
        kind: 'bars',
        categories: durable,
        series: [{ name: 'share', values: durable.map((name) => round2(rateOf(name, LIMIT))) }],
      },
      {
        name: 'latency',
        title: 'One durable save',
        axis: 'milliseconds',
        kind: 'bars',
        categories: variants.map(({ name }) => name),
        series: [50, 99].map((p) => ({
          name: `p${p}`,
          values: variants.map(({ name }) => round2(percentile(singles.get(name)?.all ?? [], p))),
        })),
      },
    ],
  };
}

const round2 = (value: number): number => Math.round(value * 100) / 100;
