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

const KEY = 'dispatch-desk.unanswered-scans';

/** Keeps unanswered scans in the window's own storage. What cannot be read counts as nothing; what does not fit is let be. */
export function createScanShelf(storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>): ScanShelf {
  return {
    read: () => {
      try {
        return z.array(ShelvedScanSchema).parse(JSON.parse(storage.getItem(KEY) ?? '[]'));
      } catch {
        return [];
      }
    },
    write: (scans) => {
      try {
        if (scans.length === 0) storage.removeItem(KEY);
        else storage.setItem(KEY, JSON.stringify(scans));
      } catch {
        // The window's storage is full: the line in memory still has them all.
      }
    },
  };
}
