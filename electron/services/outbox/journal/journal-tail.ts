import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';
import { type JournalEntry, parseJournalLine, parseWithdrawnLine } from './journal-entry.ts';

/** The end of a journal. */
export type JournalTail = {
  readonly text: string;
  /** Where the next line begins. */
  readonly endsAt: number;
};

/** Far more than the longest line. */
const TAIL_BYTES = 1024 * 1024;
const NEWLINE = 0x0a;

/** The last lines of the file and where they end: behind them are only empty lines. */
export function readTail(handle: number, size: number): JournalTail {
  let end = size;
  const bytes = Buffer.alloc(TAIL_BYTES);
  for (;;) {
    const from = Math.max(0, end - TAIL_BYTES);
    const read = readSync(handle, bytes, 0, end - from, from);
    let length = read;
    while (length > 0 && bytes[length - 1] === NEWLINE) length -= 1;
    if (length > 0) return { text: bytes.toString('utf8', 0, length), endsAt: from + length + 1 };
    if (from === 0) return { text: '', endsAt: 0 };
    end = from;
  }
}

/** The newest line that can be read; damaged ones after it are passed over. */
export function newestEntry(tail: string): JournalEntry | null {
  for (const line of tail.split('\n').reverse()) {
    const entry = parseJournalLine(line);
    if (entry !== null) return entry;
  }
  return null;
}

/** The ops the lines say were withdrawn. */
export const withdrawnIds = (tail: string): ReadonlySet<string> =>
  new Set(tail.split('\n').flatMap((line) => parseWithdrawnLine(line) ?? []));

/** The newest entry of a journal nobody has open; null without one. */
export function newestEntryOf(file: string): JournalEntry | null {
  if (!existsSync(file)) return null;
  const handle = openSync(file, 'r');
  try {
    return newestEntry(readTail(handle, fstatSync(handle).size).text);
  } finally {
    closeSync(handle);
  }
}
