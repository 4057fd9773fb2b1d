import { randomBytes } from 'node:crypto';
import type { Log } from '../services/ports.ts';

/**
 * Writes a bug down that nothing else caught, and returns the short reference a person can read out. Name and place
 * only: a message may quote what somebody typed.
 */
export function reportCrash(log: Log, error: unknown): string {
  const ref = newRef();
  log.error('crash', { ref, kind: kindOf(error), where: (framesOf(error)[0] ?? '').trim() });
  return ref;
}

/** A crash before there is a log, or where there is none: its reference, and for a terminal its name and frames. */
export function describeCrash(error: unknown): { readonly ref: string; readonly trace: string } {
  const ref = newRef();
  return { ref, trace: [`${ref} ${kindOf(error)}`, ...framesOf(error)].join('\n') };
}

const newRef = (): string => randomBytes(3).toString('hex').toUpperCase();

const kindOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error);

const FRAME = /^\s+at (?:.* \()?(?:file|node|app|\/|[A-Z]:).*$/;

/** The lines of the stack that name a place; a message of several lines stands before them and is left out. */
const framesOf = (error: unknown): readonly string[] =>
  error instanceof Error
    ? (error.stack ?? '')
        .replace(error.message, '')
        .split('\n')
        .filter((line) => FRAME.test(line))
    : [];
