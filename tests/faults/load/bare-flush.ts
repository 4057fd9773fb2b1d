import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { percentile } from '../../bench/measure.ts';

const PAGE = Buffer.alloc(4_096, 1);
/** A log that is written from its beginning again, as the database's write-ahead log is. */
const PAGES = 1_000;

/** One page written and flushed at an even pace with nothing else at work: what the disk under a desk takes. Times in ms. */
export async function bareFlush(
  times: number,
  everyMs: number,
): Promise<{ readonly p99: number; readonly most: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'dispatch-desk-flush-'));
  const file = openSync(join(folder, 'log'), 'w');
  try {
    for (let page = 0; page < PAGES; page += 1) writeSync(file, PAGE);
    fsyncSync(file);
    const took: number[] = [];
    for (let n = 0; n < times; n += 1) {
      const from = performance.now();
      writeSync(file, PAGE, 0, PAGE.length, (n % PAGES) * PAGE.length);
      fsyncSync(file);
      took.push(performance.now() - from);
      await setTimeout(everyMs);
    }
    return { p99: percentile(took, 99), most: percentile(took, 100) };
  } finally {
    closeSync(file);
    rmSync(folder, { recursive: true });
  }
}
