import { z } from 'zod';
import { ScanOriginSchema } from '../../shared/contract/scans.ts';

const ShelvedScanSchema = z.strictObject({ scan: z.string(), origin: ScanOriginSchema });
/** A numbered scan that the backend has not answered yet. */
export type ShelvedScan = z.infer<typeof ShelvedScanSchema>;

/** Where unanswered scans outlive a reload of the page. */
export type ScanShelf = {
  readonly read: () => readonly ShelvedScan[];
  readonly write: (scans: readonly ShelvedScan[]) => void;
};

const BENCH_KEY = 'dispatch-desk.unanswered-scans';
/** Where those of the courier's pile are kept: they must never reach the bench. */
export const HAND_OVER_KEY = 'dispatch-desk.unanswered-hand-overs';

/** Keeps unanswered scans in the window's own storage. What cannot be read counts as nothing; what does not fit is let be. */
export function createScanShelf(
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>,
  key: string = BENCH_KEY,
): ScanShelf {
  return {
    read: () => {
      try {
        return z.array(ShelvedScanSchema).parse(JSON.parse(storage.getItem(key) ?? '[]'));
      } catch {
        return [];
      }
    },
    write: (scans) => {
      try {
        if (scans.length === 0) storage.removeItem(key);
        else storage.setItem(key, JSON.stringify(scans));
      } catch {
        // The window's storage is full: the line in memory still has them all.
      }
    },
  };
}
