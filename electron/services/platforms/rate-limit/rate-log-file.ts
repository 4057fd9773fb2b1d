import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { MINUTE_MS } from '../../../../shared/kernel/time.ts';
import type { RateLogStore } from './rate-log-store.ts';

const FileSchema = z.record(z.string(), z.array(z.number()));

/**
 * The log in a small file of its own, replaced as a whole. It is not synced: what it protects is one second long, and no
 * power cut is shorter. A file that cannot be read counts as full, so that damage never begins with a burst.
 */
export function openRateLogFile(file: string): RateLogStore {
  const earlier = readLog(file);
  const kept = new Map(Object.entries(earlier ?? {}));
  return {
    load: (key) => kept.get(key) ?? (earlier === null ? FULL : []),
    save: (key, startsMs) => {
      kept.set(key, startsMs);
      const newestMs = Math.max(...startsMs);
      for (const [other, starts] of kept) if (newestMs - Math.max(...starts) > MINUTE_MS) kept.delete(other);
      const draft = `${file}.new`;
      writeFileSync(draft, JSON.stringify(Object.fromEntries(kept)), { mode: 0o600 });
      renameSync(draft, file);
    },
  };
}

/** More calls than any limit allows, none of them over. */
const FULL: readonly number[] = Array.from({ length: 100 }, () => Number.MAX_SAFE_INTEGER);

/** Null where there is a file that says nothing usable. */
function readLog(file: string): Readonly<Record<string, readonly number[]>> | null {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT' ? {} : null;
  }
  try {
    const parsed = FileSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
