import type { Batch } from '../../../shared/contract/packing.ts';

/** Orders a minute over the latest results (newest first); null while there are too few to tell. */
export function batchPace(results: Batch['results']): number | null {
  const [newest] = results;
  const oldest = results.at(-1);
  if (newest === undefined || oldest === undefined || results.length < 3) return null;
  const elapsedMs = Date.parse(newest.at) - Date.parse(oldest.at);
  return elapsedMs <= 0 ? null : Math.round(((results.length - 1) * 60_000) / elapsedMs);
}
