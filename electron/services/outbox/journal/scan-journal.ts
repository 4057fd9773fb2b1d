import {
  closeSync,
  existsSync,
  fdatasyncSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import type { StoredOp } from '../store/op-row.ts';
import { journalLine, parseJournalLine, withdrawnLine } from './journal-entry.ts';

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
  readonly append: (ops: readonly StoredOp[], shopName: (shopId: string) => string) => void;
  /** Notes that ops were withdrawn. Errors are thrown. */
  readonly withdraw: (ids: readonly string[], atMs: number) => void;
  /** Entries written so far. */
  readonly count: () => number;
  /** Place in the database of the newest entry; ops after it are not in the journal yet. */
  readonly lastSeq: () => number;
  readonly close: () => void;
};

/** Far more than the longest line. */
const TAIL_BYTES = 1024 * 1024;

/** Opens or creates the journal (mode 0600). A last line that was cut off is closed and stays where it is. */
export function openScanJournal(file: string): ScanJournal {
  const isNew = !existsSync(file);
  const handle = openSync(file, 'a+', 0o600);
  if (isNew) syncFolder(dirname(file));
  let size = fstatSync(handle).size;
  let torn = false;
  const write = (text: string): void => {
    const bytes = Buffer.from(torn ? `\n${text}` : text, 'utf8');
    try {
      for (let written = 0; written < bytes.length; ) written += writeSync(handle, bytes, written);
      fdatasyncSync(handle);
      size += bytes.length;
      torn = false;
    } catch (error) {
      torn = !cutBack(handle, size);
      throw error;
    }
  };
  const tail = readTail(handle, size);
  if (tail !== '' && !tail.endsWith('\n')) write('\n');
  const newest = lastEntry(tail);
  let n = newest?.n ?? 0;
  let lastSeq = newest?.seq ?? 0;
  return {
    append: (ops, shopName) => {
      write(ops.map((op, index) => journalLine(op, n + index + 1, shopName(op.shopId))).join(''));
      n += ops.length;
      lastSeq = ops.at(-1)?.seq ?? lastSeq;
    },
    withdraw: (ids, atMs) => write(ids.map((id) => withdrawnLine(id, atMs)).join('')),
    count: () => n,
    lastSeq: () => lastSeq,
    close: () => closeSync(handle),
  };
}

/** Takes half a line away again; false where even that fails, and the next line has to begin on its own. */
function cutBack(handle: number, size: number): boolean {
  try {
    ftruncateSync(handle, size);
    return true;
  } catch {
    return false;
  }
}

function readTail(handle: number, size: number): string {
  const length = Math.min(size, TAIL_BYTES);
  const bytes = Buffer.alloc(length);
  readSync(handle, bytes, 0, length, size - length);
  return bytes.toString('utf8');
}

/** The newest line that can be read; damaged ones after it are passed over. */
function lastEntry(tail: string): { readonly n: number; readonly seq: number } | null {
  for (const line of tail.split('\n').reverse()) {
    const entry = parseJournalLine(line);
    if (entry !== null) return entry;
  }
  return null;
}

/** Makes the new file's name durable; where a platform cannot flush a folder (Windows) it does so by itself. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
}
