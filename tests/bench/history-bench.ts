import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase, { type Database } from 'better-sqlite3';
import { openDatabase } from '../../electron/services/db/open.ts';
import { createOrderStore } from '../../electron/services/orders/order-store.ts';
import type { PackageQuestion } from '../../electron/services/search/package-list.ts';
import { openSearch, type SearchService } from '../../electron/services/search/search-service.ts';
import { now, percentile, spread, timeEach } from './measure.ts';
import type { Answer, Chart, Figure, Report } from './report.ts';
import { seededOrder, seededWaybill, seedHistory } from './seed-history.ts';

const ROWS = Number(process.env['BENCH_HISTORY_ROWS'] ?? 1_000_000);
const FEW = 10_000;
const TIMES = 300;

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

type Desk = { readonly database: Database; readonly search: SearchService; readonly close: () => Promise<void> };

/** Search and history among a million finished orders and packages, beside a bare get, FTS5 over the same numbers, and ten thousand. */
export async function historyBench(): Promise<Report> {
  const few = await openSeeded(FEW);
  const small = getTimes(few.desk, FEW);
  const smallSearch = timeEach(TIMES, (index) => void few.desk.search.finder.orders(seededOrder(spot(index, FEW)), 30));
  await few.desk.close();
  const { desk, seededMs, indexedMs } = await openSeeded(ROWS);
  try {
    const bare = getTimes(desk, ROWS);
    const exact = timeEach(TIMES, (index) => void desk.search.finder.orders(seededOrder(spot(index, ROWS)), 30));
    const ends = timeEach(
      TIMES,
      (index) => void desk.search.finder.orders(seededWaybill(spot(index, ROWS)).slice(-6), 30),
    );
    const trigram = trigramTimes(desk.database);
    const found = texts(desk);
    const figures = [
      {
        name: `${ROWS} orders and packages`,
        value: `seeded ${(seededMs / 1000).toFixed(0)} s, indexed ${(indexedMs / 1000).toFixed(0)} s`,
        note: `${Math.round((ROWS / indexedMs) * 1000)} orders a second in slices of 2,000`,
      },
      { name: 'bare get of one order', value: micros(bare), note: 'the limit' },
      { name: 'search, whole order number', value: spread(exact), note: '' },
      { name: 'search, last six digits', value: spread(ends), note: '' },
      { name: 'FTS5 trigram, last six digits', value: spread(trigram), note: 'the peer, limit 30' },
      {
        name: 'FTS5 ÷ ours, last six digits',
        value: ratio(trigram, ends),
        note: 'ours reads the orders found, too',
      },
      ...found.map(({ name, times }) => ({ name, value: spread(times), note: 'newest 30; limit p99 30 ms' })),
      ...(await pages(desk)),
      { name: `point lookup, ${FEW} → ${ROWS}`, value: ratio(bare, small), note: 'growth of the median' },
      { name: `search for a number, ${FEW} → ${ROWS}`, value: ratio(exact, smallSearch), note: 'growth of the median' },
    ];
    return {
      figures,
      answers: answers({ bare, exact, ends, trigram, small, texts: found }),
      charts: [growth(bare, small, exact, smallSearch)],
    };
  } finally {
    await desk.close();
  }
}

async function openSeeded(rows: number) {
  const dir = mkdtempSync(join(tmpdir(), 'bench-history-'));
  const opened = openDatabase({ dataDir: dir, nowMs: Date.now() });
  if (!opened.ok) throw new Error(opened.error.code);
  const { database } = opened.value;
  const startedAt = now();
  seedHistory(database, rows);
  const seededAt = now();
  const search = openSearch({
    database,
    orders: createOrderStore(database),
    dataDir: dir,
    clock: { at: () => () => undefined },
    log: quiet,
  });
  await search.indexer.catchUp(2_000);
  const desk: Desk = {
    database,
    search,
    close: async () => {
      await search.close();
      database.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
  return { desk, seededMs: seededAt - startedAt, indexedMs: now() - seededAt };
}

/** Places all over the rows, the same in every run. */
const spot = (index: number, rows: number): number => (index * 7_919 + 13) % rows;

function getTimes({ database }: Desk, rows: number): number[] {
  const get = database.prepare('SELECT * FROM shop_order WHERE shop_id = ? AND order_id = ?');
  const one = (index: number): void => {
    const n = spot(index, rows);
    if (get.get(`shop-${n % 3}`, seededOrder(n)) === undefined) throw new Error(`Order ${n} was not seeded`);
  };
  timeEach(200, one);
  return timeEach(3_000, one);
}

type Found = { readonly name: string; readonly times: readonly number[] };

function texts({ search }: Desk): readonly Found[] {
  const questions: readonly (readonly [string, (index: number) => string])[] = [
    ['two characters, in every eighth order', (index) => ['红茶', '龙井', '陶瓷', '普洱'][index % 4] ?? ''],
    ['a whole title', (index) => `西湖龙井绿茶 ${spot(index, 997)} 号`],
    ['a message, one in a million', (index) => `放门口第 ${spot(index, ROWS / 50) * 50} 格`],
    ['one character', () => '壶'],
    ['who packed', () => '赵帮手'],
    ['nothing like it', () => '不存在的东西'],
  ];
  return questions.map(([name, question]) => {
    const times = timeEach(TIMES, (index) => void search.finder.orders(question(index), 30));
    return { name: `search, ${name}`, times };
  });
}

const ANY: PackageQuestion = {
  ...{ shopId: '', operator: '', carrier: '', states: ['shipped', 'cancelled'], fromMs: null, toMs: null },
  ...{ limit: 100, after: null },
};

async function pages({ search }: Desk): Promise<readonly Figure[]> {
  const questions: readonly (readonly [string, Partial<PackageQuestion>])[] = [
    ['newest', {}],
    ['of a person who packed few', { operator: '赵帮手' }],
    ['withdrawn ones of a person', { operator: '打包员 4', states: ['cancelled'] }],
    ['of a shop and carrier', { shopId: 'shop-1', carrier: '顺丰速运' }],
    ['of one day long ago', { fromMs: 1_700_086_400_000, toMs: 1_700_172_800_000 }],
  ];
  const figures: Figure[] = [];
  for (const [name, question] of questions) {
    const times: number[] = [];
    for (let index = 0; index < 40; index += 1) {
      const startedAt = now();
      await search.packages.page({ ...ANY, ...question });
      times.push(now() - startedAt);
    }
    figures.push({ name: `history, ${name}`, value: spread(times), note: 'a page of 100; limit p95 100 ms' });
  }
  return figures;
}

type Times = readonly number[];

function answers(of: {
  readonly bare: Times;
  readonly exact: Times;
  readonly ends: Times;
  readonly trigram: Times;
  readonly small: Times;
  readonly texts: readonly Found[];
}): readonly Answer[] {
  const over = percentile(of.exact, 50) / percentile(of.bare, 50);
  const faster = percentile(of.trigram, 50) / percentile(of.ends, 50);
  const growing = percentile(of.bare, 50) / percentile(of.small, 50);
  const slowest = Math.max(...of.texts.map(({ times }) => percentile(times, 99)));
  const any = Math.max(slowest, percentile(of.exact, 99), percentile(of.ends, 99));
  const p99 = percentile(of.exact, 99);
  return [
    {
      row: 16,
      measured: `${over.toFixed(1)} × (asks every kind of number at once); p99 ${p99.toFixed(2)} ms`,
      met: over <= 1.5 && p99 <= 1,
    },
    {
      row: 17,
      measured: `${faster.toFixed(1)} ×; ${slowest.toFixed(1)} ms`,
      met: faster >= 20 && slowest <= 30,
    },
    { row: 18, measured: growing.toFixed(2), met: growing <= 1.5 },
    { row: 28, measured: `${any.toFixed(1)} ms`, met: any <= 100 },
  ];
}

const growth = (bare: Times, small: Times, exact: Times, smallSearch: Times): Chart => ({
  name: 'growth',
  title: 'Looking up one order as the history grows',
  axis: 'p50, ms',
  kind: 'lines',
  logarithmic: true,
  categories: [String(FEW), String(ROWS)],
  series: [
    { name: 'bare get', values: [small, bare].map((times) => round3(percentile(times, 50))) },
    { name: 'search, whole number', values: [smallSearch, exact].map((times) => round3(percentile(times, 50))) },
  ],
});

const round3 = (value: number): number => Math.round(value * 1000) / 1000;

/** What a general text index needs for the same question. */
function trigramTimes(database: Database): number[] {
  const peer = new SqliteDatabase(':memory:');
  peer.exec("CREATE VIRTUAL TABLE number USING fts5 (text, content='', detail=none, columnsize=0, tokenize='trigram')");
  const insert = peer.prepare('INSERT INTO number (rowid, text) VALUES (?, ?)');
  peer.transaction(() => {
    for (const row of database
      .prepare<[], { seq: number; text: string }>("SELECT seq, order_id || ' ' || waybill AS text FROM op")
      .iterate())
      insert.run(row.seq, row.text);
  })();
  const find = peer.prepare('SELECT rowid FROM number WHERE number MATCH ? ORDER BY rowid DESC LIMIT 30');
  const times = timeEach(TIMES, (index) => {
    const end = seededWaybill(spot(index, ROWS)).slice(-6);
    find.all([0, 1, 2, 3].map((at) => `"${end.slice(at, at + 3)}"`).join(' AND '));
  });
  peer.close();
  return times;
}

const micros = (times: readonly number[]): string =>
  [50, 95, 99].map((p) => `p${p} ${(percentile(times, p) * 1000).toFixed(0)}`).join('  ') + ' µs';

const ratio = (over: readonly number[], under: readonly number[]): string =>
  (percentile(over, 50) / percentile(under, 50)).toFixed(2);
