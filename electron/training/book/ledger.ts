import { closeSync, existsSync, mkdirSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { LedgerEntry, NewEntry } from './ledger-entry.ts';

/**
 * The append-only record of everything the imitated platforms were asked and did. It is the judge of a test: an entry
 * has been handed to the operating system before the answer it belongs to is sent.
 */
export type Ledger = {
  /** Appends all entries in one write, so that a process death keeps all or none of them; returns their time. */
  readonly append: (...entries: readonly NewEntry[]) => number;
  readonly read: () => readonly LedgerEntry[];
  readonly close: () => void;
};

const FILE_NAME = 'ledger.jsonl';

/** Opens the ledger in a folder, or one in memory where no folder is given. */
export function openLedger({ stateDir, now }: { stateDir: string | undefined; now: () => number }): Ledger {
  const sink = stateDir === undefined ? memorySink() : fileSink(stateDir);
  let n = sink.read().at(-1)?.n ?? 0;
  return {
    append: (...entries) => {
      const at = now();
      const lines = entries.map((entry) => {
        n += 1;
        return `${JSON.stringify({ n, at, ...entry })}\n`;
      });
      sink.write(lines.join(''));
      return at;
    },
    read: sink.read,
    close: sink.close,
  };
}

type Sink = {
  readonly write: (text: string) => void;
  readonly read: () => LedgerEntry[];
  readonly close: () => void;
};

const parseLines = (text: string): LedgerEntry[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as LedgerEntry);

function memorySink(): Sink {
  let text = '';
  return {
    write: (more) => {
      text += more;
    },
    read: () => parseLines(text),
    close: () => undefined,
  };
}

function fileSink(stateDir: string): Sink {
  mkdirSync(stateDir, { recursive: true });
  const path = join(stateDir, FILE_NAME);
  dropTornLine(path);
  const file = openSync(path, 'a', 0o600);
  let open = true;
  return {
    write: (text) => {
      const bytes = Buffer.from(text);
      for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
    },
    read: () => parseLines(readFileSync(path, 'utf8')),
    close: () => {
      if (open) closeSync(file);
      open = false;
    },
  };
}

/** A process killed in the middle of a write leaves half a line: its answer was never sent, so it never happened. */
function dropTornLine(path: string): void {
  if (!existsSync(path)) return;
  const bytes = readFileSync(path);
  const whole = bytes.lastIndexOf(0x0a) + 1;
  if (whole < bytes.length) truncateSync(path, whole);
}
