import { closeSync, existsSync, fdatasyncSync, fstatSync, openSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { syncFolder } from '../../db/sync-folder.ts';
import type { StoredOp } from '../store/op-row.ts';
import { type JournalAbout, journalLine, withdrawnLine } from './journal-entry.ts';
import { newestEntry, readTail, withdrawnIds } from './journal-tail.ts';

/**
 * The plain text file beside the database that outlives it (RELIABILITY I-11): one line per op, flushed to the disk
 * before the op is acknowledged.
 *
 * Order of the two: COMMIT first, then the journal, then "saved". So the journal never holds an op that the database
 * did not accept; a crash between the two leaves a durable op nobody was told about, as after any crash before an
 * acknowledgement, and its line is added at the next start (`lastSeq`).
 */
export type ScanJournal = {
  /** Writes the ops in one go and flushes. Errors are thrown; then nothing of it stays in the file. */
  readonly append: (ops: readonly StoredOp[], aboutOf: (op: StoredOp) => JournalAbout) => void;
  /** Notes that ops were withdrawn. Errors are thrown. */
  readonly withdraw: (ids: readonly string[], atMs: number) => void;
  /** Whether one of the latest lines says that an op was withdrawn. */
  readonly notesWithdrawn: (id: string) => boolean;
  /** Entries written so far. */
  readonly count: () => number;
  /** Place in the database of the newest entry; ops after it are not in the journal yet. */
  readonly lastSeq: () => number;
  readonly close: () => void;
};

/**
 * The file grows in steps of this size, filled with empty lines: a line then replaces bytes that are already on the
 * disk, and flushing it need not write the file's new length as well. Readers pass over empty lines.
 */
const STEP_BYTES = 256 * 1024;
const NEWLINE = 0x0a;

/** Opens or creates the journal (mode 0600). A last line that was cut off is closed and stays where it is. */
export function openScanJournal(file: string): ScanJournal {
  const isNew = !existsSync(file);
  const handle = openSync(file, isNew ? 'wx+' : 'r+', 0o600);
  if (isNew) syncFolder(dirname(file));
  let capacity = fstatSync(handle).size;
  const tail = readTail(handle, capacity);
  let end = tail.endsAt;
  const write = (text: string): void => {
    const bytes = Buffer.from(text, 'utf8');
    try {
      if (end + bytes.length > capacity) capacity = grow(handle, capacity, end + bytes.length);
      writeAt(handle, bytes, end);
      fdatasyncSync(handle);
      end += bytes.length;
    } catch (error) {
      end = blankOut(handle, end, bytes.length);
      throw error;
    }
  };
  const newest = newestEntry(tail.text);
  const withdrawn = withdrawnIds(tail.text);
  let n = newest?.n ?? 0;
  let lastSeq = newest?.seq ?? 0;
  return {
    append: (ops, aboutOf) => {
      write(ops.map((op, index) => journalLine(op, n + index + 1, aboutOf(op))).join(''));
      n += ops.length;
      lastSeq = ops.at(-1)?.seq ?? lastSeq;
    },
    withdraw: (ids, atMs) => write(ids.map((id) => withdrawnLine(id, atMs)).join('')),
    notesWithdrawn: (id) => withdrawn.has(id),
    count: () => n,
    lastSeq: () => lastSeq,
    close: () => closeSync(handle),
  };
}

function writeAt(handle: number, bytes: Uint8Array, at: number): void {
  for (let written = 0; written < bytes.length; )
    written += writeSync(handle, bytes, written, bytes.length - written, at + written);
}

/** Fills the file with empty lines up to a full step behind `needed`; the new size. */
function grow(handle: number, capacity: number, needed: number): number {
  const size = Math.ceil((needed + 1) / STEP_BYTES) * STEP_BYTES;
  writeAt(handle, Buffer.alloc(size - capacity, NEWLINE), capacity);
  fdatasyncSync(handle);
  return size;
}

/** Takes away what was written of a failed line; where the next line begins, behind what could not be taken away. */
function blankOut(handle: number, end: number, length: number): number {
  try {
    const written = Math.min(length, Math.max(0, fstatSync(handle).size - end));
    writeAt(handle, Buffer.alloc(written, NEWLINE), end);
    return end;
  } catch {
    return end + length + 1;
  }
}
