import { randomBytes } from 'node:crypto';
import type { Log } from '../services/ports.ts';

/**
 * Writes a bug down that nothing else caught, and returns the short reference a person can read out. Name and place
 * only: a message may quote what somebody typed.
 */
export function reportCrash(log: Log, error: unknown): string {
  const ref = randomBytes(3).toString('hex').toUpperCase();
  const frames = error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => line.includes(' at ')) : [];
  log.error('crash', {
    ref,
    kind: error instanceof Error ? error.name : typeof error,
    where: (frames[0] ?? '').trim(),
  });
  return ref;
}
