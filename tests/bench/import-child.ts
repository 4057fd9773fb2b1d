import { monitorEventLoopDelay } from 'node:perf_hooks';
import { importRow } from './import-rows.ts';
import { now } from './measure.ts';
import { CSV_READERS, XLSX_READERS } from './peers/table-readers.ts';

/** What one reader did with one file, in a process of its own so that its memory is its own. */
export type ReaderReport = {
  readonly rows: number;
  readonly ms: number;
  readonly blockMs: number;
  readonly peakMb: number;
  /** Cells that differ from the source; only counted when asked for, because it takes time of its own. */
  readonly corrupt: number;
};

const [kind, name, file, checked] = process.argv.slice(2);
const load = (kind === 'xlsx' ? XLSX_READERS : CSV_READERS)[name ?? ''];
if (load === undefined || file === undefined) throw new Error(`There is no reader ${name}`);
const reader = await load();
const delay = monitorEventLoopDelay({ resolution: 1 });
let rows = -1;
let corrupt = 0;
delay.enable();
// The delay is taken by a timer that has to run before the reading begins.
await new Promise((resolve) => setTimeout(resolve, 20));
const startedAt = now();
await reader(file, (cells) => {
  if (checked === 'check' && rows >= 0) corrupt += wrongCells(cells, importRow(rows));
  rows += 1;
});
const ms = now() - startedAt;
await new Promise((resolve) => setTimeout(resolve, 5));
delay.disable();
const peakMb = process.resourceUsage().maxRSS / 1024;
const report: ReaderReport = { rows, ms, blockMs: delay.max / 1e6, peakMb, corrupt };
console.log(JSON.stringify(report));

function wrongCells(found: readonly unknown[], expected: readonly string[]): number {
  return expected.filter((cell, index) => String(found[index] ?? '') !== cell).length;
}
