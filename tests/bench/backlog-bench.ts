import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { better, defineQueue } from 'plainjob';
import { createCore, type OutboxCore } from '../../electron/services/outbox/core.ts';
import { insertOp } from '../../electron/services/outbox/insert-op.ts';
import { claim, finish } from '../../electron/services/outbox/sending/sender.ts';
import type { SendOutcome } from '../../electron/services/platforms/platform.ts';
import { BENCH_SHOP, openOutboxDeps, packageInput } from './desk-outbox.ts';
import { mean, median, now, percentile } from './measure.ts';
import type { Report } from './report.ts';

const JOBS = 1_000;
const TOGETHER = 100;

/** ms a job, of each claim-and-complete. */
type Run = { readonly name: string; readonly perJob: readonly (readonly number[])[] };

/** Claim and complete without a network, and saving one more, while the backlog grows: what a queue must not slow down by. */
export function backlogBench(sizes: readonly number[] = [1_000, 100_000, 1_000_000]): Report {
  const runs: Run[] = NAMES.map((name) => ({ name, perJob: [] }));
  for (const size of sizes) {
    const dir = mkdtempSync(join(tmpdir(), 'bench-backlog-'));
    const found = [...ours(join(dir, 'app'), size), ...plainjob(dir, size)];
    runs.forEach((run, index) => (run.perJob as number[][]).push(found[index] ?? []));
    rmSync(dir, { recursive: true, force: true });
  }
  return report(sizes, runs);
}

const NAMES = [
  'the app, one by one, FULL',
  'the app, 100 a commit, FULL',
  'the app, saving one more, FULL',
  'plainjob, one by one, FULL',
  'plainjob as shipped (NORMAL)',
] as const;

function ours(dataDir: string, size: number): readonly number[][] {
  const core = createCore(openOutboxDeps(dataDir));
  seedBacklog(core, size);
  const singly: number[] = [];
  for (let done = 0; done < Math.min(JOBS, size / 4); done += 1) singly.push(sendDue(core, 1));
  const together: number[] = [];
  for (let done = 0; done < Math.min(JOBS, size / 4); done += TOGETHER) together.push(sendDue(core, TOGETHER));
  const saving = Array.from({ length: 500 }, (_, index) => {
    const startedAt = now();
    const saved = core.store.transaction(() => insertOp(core, packageInput(10_000_000 + index)));
    if (!saved.ok) throw new Error(saved.error.code);
    return now() - startedAt;
  });
  core.journal.close();
  core.database.close();
  return [singly, together, saving];
}

/** One commit that claims what is due, one that writes how it ended; ms a job. */
function sendDue(core: OutboxCore, most: number): number {
  const startedAt = now();
  const due = core.due.toSend(BENCH_SHOP, Date.now(), most);
  const claimed = claim(
    core,
    due.map(({ seq }) => seq),
  );
  if (claimed.length !== most) throw new Error(`${claimed.length} of ${most} could be claimed`);
  finish(
    core,
    claimed.map((each) => ({ claimed: each, outcome: APPLIED })),
  );
  return (now() - startedAt) / most;
}

const APPLIED: SendOutcome = {
  phase: 'answered',
  httpStatus: 200,
  code: null,
  message: '',
  requestId: '0123456789abcdef',
  verdict: { kind: 'applied' },
  bodySha256: 'b'.repeat(64),
};

/** Saved packages as the app's own insert writes them, in SQL for speed: the same columns, indexes and triggers. */
function seedBacklog({ database, epoch }: OutboxCore, rows: number): void {
  const op = database.prepare(
    `INSERT INTO op (id, shop_id, platform, order_id, kind, package_key, resend_class, payload, payload_sha256,
       carrier_code, carrier_name, waybill, pieces, supersedes, created_at_ms, created_by)
     VALUES (?, ?, 'wechat-channels', ?, 'send', ?, 'A', ?, ?, 'ZTO', '中通快递', ?, 2, NULL, ?, 'bench')`,
  );
  const state = database.prepare(
    `INSERT INTO op_state (op_seq, shop_id, state, version, epoch, not_before_ms, updated_at_ms) VALUES (?, ?, 'ready', 1, ?, ?, ?)`,
  );
  const atMs = Date.now() - 60_000;
  database.pragma('synchronous = OFF');
  const some = database.transaction((from: number, to: number) => {
    for (let index = from; index < to; index += 1) {
      const { payload } = packageInput(index);
      const text = JSON.stringify(payload);
      const waybill = `7${String(index).padStart(13, '0')}`;
      const hash = createHash('sha256').update(text).digest('hex');
      const id = `op-${String(index).padStart(12, '0')}`;
      const { lastInsertRowid } = op.run(id, BENCH_SHOP, payload.orderId, waybill, text, hash, waybill, atMs);
      state.run(lastInsertRowid, BENCH_SHOP, epoch, atMs, atMs);
    }
  });
  for (let from = 0; from < rows; from += 50_000) some(from, Math.min(rows, from + 50_000));
  database.pragma('wal_checkpoint(TRUNCATE)');
  database.pragma('synchronous = FULL');
}

function plainjob(dir: string, size: number): readonly number[][] {
  return [true, false].map((durable) => {
    const database = new SqliteDatabase(join(dir, `plain-${durable}.db`));
    const silent = { error: () => undefined, warn: () => undefined, info: () => undefined, debug: () => undefined };
    const queue = defineQueue({ connection: better(database), logger: silent, serializer: String });
    database.pragma('synchronous = OFF');
    const text = JSON.stringify(packageInput(0).payload);
    for (let from = 0; from < size; from += 50_000)
      queue.addMany(
        'ship',
        Array.from({ length: Math.min(50_000, size - from) }, () => text),
      );
    database.pragma(`synchronous = ${durable ? 'FULL' : 'NORMAL'}`);
    const times = Array.from({ length: Math.min(JOBS, size / 2) }, () => {
      const startedAt = now();
      const job = queue.getAndMarkJobAsProcessing('ship');
      if (job === undefined) throw new Error('The backlog is used up');
      queue.markJobAsDone(job.id);
      return now() - startedAt;
    });
    queue.close();
    if (database.open) database.close();
    return times;
  });
}

function report(sizes: readonly number[], runs: readonly Run[]): Report {
  const figures = runs.flatMap(({ name, perJob }) =>
    perJob.map((times, index) => ({
      name: `${name}, backlog ${sizes[index]}`,
      value: `p50 ${micros(percentile(times, 50))}  mean ${micros(mean(times))}  p99 ${micros(percentile(times, 99))} µs a job`,
      note: `${Math.round(1000 / mean(times))} jobs/s`,
    })),
  );
  const [singly, together, , , shipped] = runs;
  const middle = Math.min(1, sizes.length - 1);
  const batchRate = mean(shipped?.perJob[middle] ?? []) / mean(together?.perJob[middle] ?? []);
  const first = singly?.perJob[0] ?? [];
  const last = singly?.perJob.at(-1) ?? [];
  const p50 = median(last) / median(first);
  const onAverage = mean(last) / mean(first);
  return {
    figures,
    answers: [
      {
        row: 6,
        measured: `${batchRate.toFixed(2)} × (with attempt, state, audit entry and evidence of each job)`,
        met: batchRate >= 3,
      },
      { row: 7, measured: `${p50.toFixed(2)}, ${onAverage.toFixed(2)}`, met: p50 <= 1.3 && onAverage <= 2 },
    ],
    charts: [
      {
        name: 'growth',
        title: 'Cost of a job as the backlog grows',
        axis: 'µs a job, median',
        kind: 'lines',
        logarithmic: true,
        categories: sizes.map(String),
        series: runs.map(({ name, perJob }) => ({
          name,
          values: perJob.map((times) => Math.round(median(times) * 1000)),
        })),
      },
    ],
  };
}

const micros = (ms: number): string => (ms * 1000).toFixed(0);
