import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import SqliteDatabase from 'better-sqlite3';
import { DATABASE_FILE, openDatabase } from '../../electron/services/db/open.ts';
import { median, medianRatio, now, percentile, spread } from './measure.ts';
import { seedHistory } from './seed-history.ts';
import type { Report } from './report.ts';

const ROUNDS = 5;
const ROWS = 100_000;
const HOST = join(import.meta.dirname, '../../dist/electron/loopback.js');
const WRITER = join(import.meta.dirname, 'writing-child.ts');
const BARE =
  "require('node:http').createServer((q, s) => s.end('ok')).listen(0, '127.0.0.1', () => console.log('http://127.0.0.1'))";

type Started = { readonly ms: number; readonly memoryMb: number };

/** From start to ready beside a process that only listens; and from kill -9 to the first answer out of the file. */
export async function startBench(): Promise<Report> {
  const dir = mkdtempSync(join(tmpdir(), 'bench-start-'));
  try {
    const desk = join(dir, 'desk');
    seed(desk);
    // A desk of this age has its scan journal: the first start writes the lines the seeded packages lack.
    await start([HOST, '--data', desk, '--no-open']);
    const bare: Started[] = [];
    const host: Started[] = [];
    const looks: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      bare.push(await start(['-e', BARE]));
      host.push(await start([HOST, '--data', desk, '--no-open']));
      looks.push(lookOver(join(desk, DATABASE_FILE)));
    }
    const reopened: { readonly ms: number; readonly walMb: number }[] = [];
    for (let round = 0; round < ROUNDS; round += 1) reopened.push(await killAndOpen(join(dir, `killed-${round}`)));
    return report({ bare, host, looks, reopened });
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

function seed(dataDir: string): void {
  const opened = openDatabase({ dataDir, nowMs: Date.now() });
  if (!opened.ok) throw new Error(opened.error.code);
  seedHistory(opened.value.database, ROWS);
  opened.value.database.close();
}

/** The part of a start that grows with the history: the whole file is read before anything is written to it. */
function lookOver(file: string): number {
  const database = new SqliteDatabase(file, { readonly: true });
  const startedAt = now();
  database.pragma('quick_check(1)');
  const ms = now() - startedAt;
  database.close();
  return ms;
}

/** Until the process says where it listens; memory as the system counts it then. */
async function start(words: readonly string[]): Promise<Started> {
  const startedAt = now();
  const child = spawn(process.execPath, [...words], { stdio: ['ignore', 'pipe', 'ignore'] });
  await said(child, 'http://127.0.0.1');
  const ms = now() - startedAt;
  const memoryMb = memoryOf(child);
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
  return { ms, memoryMb };
}

async function said(child: ChildProcess, text: string): Promise<void> {
  if (child.stdout === null) throw new Error('The child cannot be heard');
  for await (const line of createInterface({ input: child.stdout })) if (line.includes(text)) return;
  throw new Error(`The child ended without saying ${text}`);
}

/** Resident memory in MB; not a number where the system does not tell. */
function memoryOf({ pid }: ChildProcess): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024;
  } catch {
    return Number.NaN;
  }
}

async function killAndOpen(dataDir: string): Promise<{ ms: number; walMb: number }> {
  const child = spawn(process.execPath, [WRITER, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
  await said(child, 'written');
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
  const walMb = statSync(join(dataDir, `${DATABASE_FILE}-wal`)).size / 2 ** 20;
  const startedAt = now();
  const opened = openDatabase({ dataDir, nowMs: Date.now() });
  if (!opened.ok) throw new Error(opened.error.code);
  const count = opened.value.database.prepare<[], number>('SELECT max(seq) FROM op').pluck().get();
  const ms = now() - startedAt;
  opened.value.database.close();
  if (count === undefined || count < 1) throw new Error('Nothing was kept');
  return { ms, walMb };
}

function report({
  bare,
  host,
  looks,
  reopened,
}: {
  readonly bare: readonly Started[];
  readonly host: readonly Started[];
  readonly looks: readonly number[];
  readonly reopened: readonly { readonly ms: number; readonly walMb: number }[];
}): Report {
  const ms = (starts: readonly Started[]): number[] => starts.map((each) => each.ms);
  const ratio = medianRatio(ms(host), ms(bare));
  const memory = median(host.map(({ memoryMb }) => memoryMb));
  const opens = reopened.map((each) => each.ms);
  const wal = Math.max(...reopened.map(({ walMb }) => walMb));
  return {
    figures: [
      {
        name: 'node, http only',
        value: `${spread(ms(bare))}, ${median(bare.map(({ memoryMb }) => memoryMb)).toFixed(0)} MB`,
        note: 'the floor',
      },
      {
        name: 'the desk’s host, ready',
        value: `${spread(ms(host))}, ${memory.toFixed(0)} MB`,
        note: `${ROWS} orders in its history`,
      },
      { name: 'of it, the look at the whole file', value: spread(looks), note: 'quick_check, promised at every start' },
      { name: 'open after kill -9, first query', value: spread(opens), note: `WAL up to ${wal.toFixed(1)} MB` },
    ],
    answers: [
      {
        row: 24,
        measured: `${ratio.toFixed(2)} ×; ${memory.toFixed(0)} MB. ${median(looks).toFixed(0)} ms of it the look at the whole file, which grows with it; most of the rest builds the schemas of the contract`,
        met: ratio <= 1.8 && memory <= 90,
      },
      {
        row: 25,
        measured: `p50 ${median(opens).toFixed(0)}, most ${percentile(opens, 100).toFixed(0)} ms; ${wal.toFixed(1)} MB`,
        met: percentile(opens, 100) <= 50 && wal <= 64,
      },
    ],
  };
}
