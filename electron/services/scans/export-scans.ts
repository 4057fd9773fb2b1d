import { setImmediate } from 'node:timers/promises';
import type { ScanLog } from './scan-log-store.ts';

const SLICE = 500;

/** The whole log as JSON lines, oldest first, read in slices so that scanning goes on meanwhile. */
export async function exportScans(
  log: Pick<ScanLog, 'after'>,
): Promise<{ readonly bytes: Uint8Array; readonly count: number }> {
  const parts: Buffer[] = [];
  let count = 0;
  for (let slice = log.after(0, SLICE); slice.length > 0; slice = log.after(slice.at(-1)?.id ?? 0, SLICE)) {
    parts.push(Buffer.from(slice.map((record) => `${JSON.stringify(record)}\n`).join('')));
    count += slice.length;
    await setImmediate();
  }
  return { bytes: Buffer.concat(parts), count };
}
