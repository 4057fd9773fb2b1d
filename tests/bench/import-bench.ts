import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import type { ReaderReport } from './import-child.ts';
import { csvPieces, HEADERS, importRow } from './import-rows.ts';
import { median, medianRatio } from './measure.ts';
import { CSV_READERS, XLSX_READERS } from './peers/table-readers.ts';
import type { Answer, Chart, Figure, Report } from './report.ts';

const ROUNDS = 3;
const CSV_ROWS = 100_000;
const XLSX_ROWS = 50_000;
const MANY_CSV_ROWS = 1_000_000;

type Read = { readonly name: string; readonly reports: readonly ReaderReport[]; readonly corrupt: number };

/** Order files read by the app (with its checks of each cell) and by the readers most programs use. */
export function importBench(): Report {
  return inFolder((dir) => {
    const csv = compare('csv', csvFile(dir, CSV_ROWS), Object.keys(CSV_READERS));
    const xlsx = compare('xlsx', xlsxFile(dir), Object.keys(XLSX_READERS));
    const step = rateOver(csv, 'PapaParse, text and step');
    const sheet = rateOver(xlsx, 'SheetJS');
    return {
      figures: [...figures(`CSV, ${CSV_ROWS} rows`, csv), ...figures(`XLSX, ${XLSX_ROWS} rows`, xlsx)],
      answers: [csvAnswer(csv, step), xlsxAnswer(xlsx, sheet), corruptAnswer([...csv, ...xlsx])],
      charts: [chart('csv', 'Reading a CSV order file', csv), chart('xlsx', 'Reading an XLSX order file', xlsx)],
    };
  });
}

/** How the cost of a CSV file grows to a million rows. */
export function importMillionBench(): Report {
  return inFolder((dir) => {
    const names = ['the app', 'PapaParse, text and step', 'uDSV, chunks'];
    const sizes = [1_000, CSV_ROWS, MANY_CSV_ROWS];
    const reads = sizes.map((rows) => compare('csv', csvFile(dir, rows), names, 1));
    const last = reads.at(-1) ?? [];
    const [app] = last;
    const peak = app?.reports[0]?.peakMb ?? Number.NaN;
    const ratio = rateOver(last, 'PapaParse, text and step')('the app');
    return {
      figures: sizes.flatMap((rows, index) => figures(`CSV, ${rows} rows`, reads[index] ?? [])),
      answers: [
        {
          row: 12,
          measured: `${ratio.toFixed(2)} × at 1M rows; ${peak.toFixed(0)} MB (the file itself is held in memory)`,
          met: ratio >= 0.7 && peak <= 160,
        },
      ],
      charts: [
        {
          name: 'growth',
          title: 'Time of a CSV row as the file grows',
          axis: 'µs a row',
          kind: 'lines',
          categories: sizes.map(String),
          series: names.map((name, at) => ({
            name,
            values: reads.map((read) => Math.round(10_000 / rateOf(read[at])) / 10),
          })),
        },
      ],
    };
  });
}

function inFolder(task: (dir: string) => Report): Report {
  const dir = mkdtempSync(join(tmpdir(), 'bench-import-'));
  try {
    return task(dir);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

function csvFile(dir: string, rows: number): string {
  const file = join(dir, `orders-${rows}.csv`);
  const descriptor = openSync(file, 'w');
  for (const piece of csvPieces(rows)) writeSync(descriptor, piece);
  closeSync(descriptor);
  return file;
}

/** As a spreadsheet program writes it: every text once, in a table of its own. */
function xlsxFile(dir: string): string {
  const file = join(dir, 'orders.xlsx');
  const book = utils.book_new();
  const rows = Array.from({ length: XLSX_ROWS }, (_, index) => importRow(index));
  utils.book_append_sheet(book, utils.aoa_to_sheet([[...HEADERS], ...rows.map((row) => [...row])]), 'Orders');
  writeFileSync(file, write(book, { type: 'buffer', bookType: 'xlsx', bookSST: true, compression: true }) as Buffer);
  return file;
}

function compare(kind: string, file: string, names: readonly string[], rounds = ROUNDS): readonly Read[] {
  const reports = new Map<string, ReaderReport[]>();
  for (let round = 0; round < rounds; round += 1)
    for (const name of names) reports.set(name, [...(reports.get(name) ?? []), runReader([kind, name, file])]);
  return names.map((name) => ({
    name,
    reports: reports.get(name) ?? [],
    corrupt: rounds === ROUNDS ? runReader([kind, name, file, 'check']).corrupt : 0,
  }));
}

function runReader(words: readonly string[]): ReaderReport {
  const child = join(import.meta.dirname, 'import-child.ts');
  const said = execFileSync(process.execPath, [child, ...words], { encoding: 'utf8', maxBuffer: 1 << 24 });
  return JSON.parse(said) as ReaderReport;
}

/** Rows a ms, median over rounds. */
const rateOf = (read: Read | undefined): number => median((read?.reports ?? []).map(({ rows, ms }) => rows / ms));

const rateOver =
  (reads: readonly Read[], beside: string) =>
  (name: string): number => {
    const ms = (of: string): number[] => reads.find((read) => read.name === of)?.reports.map((each) => each.ms) ?? [];
    return medianRatio(ms(beside), ms(name));
  };

const peakOf = (read: Read | undefined): number => median((read?.reports ?? []).map(({ peakMb }) => peakMb));
const blockOf = (read: Read | undefined): number => median((read?.reports ?? []).map(({ blockMs }) => blockMs));

const figures = (what: string, reads: readonly Read[]): readonly Figure[] =>
  reads.map((read) => ({
    name: `${what}, ${read.name}`,
    value: `${Math.round(rateOf(read) * 1000)} rows/s, peak ${peakOf(read).toFixed(0)} MB, loop held ${blockOf(read).toFixed(0)} ms`,
    note: read.corrupt === 0 ? '' : `${read.corrupt} CORRUPT CELLS`,
  }));

function csvAnswer(reads: readonly Read[], over: (name: string) => number): Answer {
  const [app] = reads;
  const measured = `${over('the app').toFixed(2)} ×; ${blockOf(app).toFixed(0)} ms; ${peakOf(app).toFixed(0)} MB at ${CSV_ROWS} rows`;
  return { row: 12, measured, met: over('the app') >= 0.7 && blockOf(app) <= 50 };
}

function xlsxAnswer(reads: readonly Read[], over: (name: string) => number): Answer {
  const [app, sheet] = reads;
  const memory = peakOf(app) / peakOf(sheet);
  return {
    row: 13,
    measured: `${over('the app').toFixed(2)} ×; memory ${memory.toFixed(2)}; ${blockOf(app).toFixed(0)} ms (${XLSX_ROWS} rows)`,
    met: over('the app') >= 3 && memory <= 0.6 && blockOf(app) <= 50,
  };
}

function corruptAnswer(reads: readonly Read[]): Answer {
  const ours = reads.filter(({ name }) => name === 'the app').reduce((sum, { corrupt }) => sum + corrupt, 0);
  const others = reads.filter(({ name, corrupt }) => name !== 'the app' && corrupt > 0);
  const told = others.map(({ name, corrupt }) => `${name}: ${corrupt}`).join(', ');
  return {
    row: 14,
    measured: `the app: ${ours}; ${told === '' ? 'the others: 0' : told}; encodings and chunk sizes in tests/unit/files`,
    met: ours === 0,
  };
}

const chart = (name: string, title: string, reads: readonly Read[]): Chart => ({
  name,
  title,
  axis: 'thousand rows a second',
  kind: 'bars',
  categories: reads.map((read) => (read.corrupt === 0 ? read.name : `${read.name} (${read.corrupt} corrupt cells)`)),
  series: [{ name: 'rate', values: reads.map((read) => Math.round(rateOf(read))) }],
});
