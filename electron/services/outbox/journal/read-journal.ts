import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';
import type { Steps } from '../../db/steps.ts';
import { type JournalEntry, parseJournalLine, parseWithdrawnLine } from './journal-entry.ts';

const CHUNK_BYTES = 1024 * 1024;

/** One line of a journal. `damaged` lines are kept in the file and counted. */
export type JournalLine =
  | { readonly kind: 'entry'; readonly entry: JournalEntry }
  | { readonly kind: 'withdrawn'; readonly id: string }
  | { readonly kind: 'damaged' };

/** All lines of a journal, oldest first. Yields nothing without a file. */
export function* readJournal(file: string): Generator<JournalLine> {
  if (!existsSync(file)) return;
  const handle = openSync(file, 'r');
  const decoder = new StringDecoder('utf8');
  const chunk = Buffer.alloc(CHUNK_BYTES);
  let rest = '';
  try {
    for (let read = readSync(handle, chunk); read > 0; read = readSync(handle, chunk)) {
      const lines = (rest + decoder.write(chunk.subarray(0, read))).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) if (line !== '') yield parseLine(line);
    }
    if (rest !== '') yield parseLine(rest);
  } finally {
    closeSync(handle);
  }
}

function parseLine(line: string): JournalLine {
  const id = parseWithdrawnLine(line);
  if (id !== null) return { kind: 'withdrawn', id };
  const entry = parseJournalLine(line);
  return entry === null ? { kind: 'damaged' } : { kind: 'entry', entry };
}

export type JournalCheck = { readonly entries: number; readonly missingOps: number; readonly damagedLines: number };

/** Compares a journal with the database: every entry must be there with the same bytes. */
export function* checkJournal(file: string, hashOf: (id: string) => string | null): Steps<JournalCheck> {
  const check = { entries: 0, missingOps: 0, damagedLines: 0 };
  for (const line of readJournal(file)) {
    yield;
    if (line.kind === 'damaged') check.damagedLines += 1;
    if (line.kind !== 'entry') continue;
    check.entries += 1;
    if (hashOf(line.entry.id) !== line.entry.sha256) check.missingOps += 1;
  }
  return check;
}
