import { z } from 'zod';
import { ScanOriginSchema } from '../../shared/contract/scans.ts';

const ShelvedScanSchema = z.strictObject({ scan: z.string(), origin: ScanOriginSchema });
/** A numbered scan that the backend has not answered yet. */
export type ShelvedScan = z.infer<typeof ShelvedScanSchema>;

/** Where unanswered scans outlive a reload of the page. */
export type ScanShelf = {
  /** Oldest first. */
  readonly read: () => readonly ShelvedScan[];
  /** Keeps these, and only these. */
  readonly write: (scans: readonly ShelvedScan[]) => void;
};

const BENCH_KEY = 'dispatch-desk.unanswered-scans';
/** Where those of the courier's pile are kept: they must never reach the bench. */
export const HAND_OVER_KEY = 'dispatch-desk.unanswered-hand-overs';

/**
 * Keeps unanswered scans in the window's own storage, each under a name of its own: with a long line a scan costs no more
 * than with a short one. What cannot be read counts as nothing; what does not fit is let be.
 */
export function createScanShelf(
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>,
  key: string = BENCH_KEY,
): ScanShelf {
  const kept = new Map<ShelvedScan, string>();
  return {
    read: () => {
      const known = new Map([...kept].map(([scan, name]) => [name, scan]));
      const found = namesUnder(storage, `${key}/`).flatMap((name) => {
        const scan = known.get(name) ?? parseScan(storage.getItem(name));
        if (scan) kept.set(scan, name);
        return scan ?? [];
      });
      return found.sort(inOrder);
    },
    write: (scans) => {
      const wanted = new Set(scans);
      for (const [scan, name] of kept)
        if (!wanted.has(scan)) {
          storage.removeItem(name);
          kept.delete(scan);
        }
      for (const scan of wanted)
        if (!kept.has(scan)) {
          const name = `${key}/${scan.origin.run}/${scan.origin.seq}`;
          try {
            storage.setItem(name, JSON.stringify({ scan: scan.scan, origin: scan.origin }));
          } catch {
            // The window's storage is full: the line in memory still has it.
          }
          kept.set(scan, name);
        }
    },
  };
}

const namesUnder = (storage: Pick<Storage, 'key' | 'length'>, prefix: string): readonly string[] =>
  Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '').filter((name) =>
    name.startsWith(prefix),
  );

function parseScan(text: string | null): ShelvedScan | null {
  try {
    return ShelvedScanSchema.parse(JSON.parse(text ?? 'null'));
  } catch {
    return null;
  }
}

/** By number within one life of the page, by time between two. */
const inOrder = ({ origin: a }: ShelvedScan, { origin: b }: ShelvedScan): number =>
  a.run === b.run ? a.seq - b.seq : a.atMs - b.atMs;
