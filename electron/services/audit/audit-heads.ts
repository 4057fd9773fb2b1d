import { appendFileSync, closeSync, existsSync, fsyncSync, openSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { HOUR_MS } from '../../../shared/kernel/time.ts';
import type { Clock } from '../ports.ts';
import { type AuditLog, macOf, sameText } from './audit-log.ts';
import type { AuditSigning } from './audit-signing.ts';

/** Name of the file inside a data folder. */
export const HEADS_FILE = 'audit.heads';

/**
 * How far the log went and when, one signed line each, outside the database (RELIABILITY S27): a log whose end was cut
 * off, also one that was written on afterwards, no longer fits these lines.
 */
export type AuditHeads = {
  /** At every start: writes into the log itself what does not fit, and then the first line of this run. */
  readonly open: () => void;
  /** Notes the end once an hour; returns how to stop. */
  readonly noteEveryHour: (at: Clock['at']) => () => void;
  /** Writes the end of the log as it is now, where it has moved since the last line. */
  readonly note: () => void;
  /** After a backup was put in place: the log ends earlier than it did, and rightly so. */
  readonly noteRestored: () => void;
  /** What no longer fits; null when all lines do. */
  readonly check: () => string | null;
  /** The end of the log in eight characters, to be written down elsewhere. */
  readonly fingerprint: () => string;
};

const LineSchema = z.strictObject({
  atMs: z.int(),
  kind: z.enum(['head', 'restored']),
  seq: z.int().nonnegative(),
  hash: z.string(),
  mac: z.string(),
});
type Line = z.infer<typeof LineSchema>;

type Deps = {
  readonly file: string;
  readonly audit: Pick<AuditLog, 'append' | 'head' | 'hashAt' | 'anchor'>;
  readonly signing: AuditSigning | null;
  readonly now: () => number;
};

/** Opens the file of heads; it is made with the first line. Lines under a key that is lost are passed over. */
export function createAuditHeads({ file, audit, signing, now }: Deps): AuditHeads {
  let noted = -1;
  const write = (kind: Line['kind']): void => {
    const { seq, hash } = audit.head();
    if (kind === 'head' && seq === noted) return;
    const line = { atMs: now(), kind, seq, hash };
    const handle = openSync(file, 'a', 0o600);
    try {
      appendFileSync(handle, `${JSON.stringify({ ...line, mac: signing === null ? '' : markOf(signing, line) })}\n`);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    noted = seq;
  };
  const check = (): string | null => {
    const lines = readLines(file).filter((line) => isOurs(signing, line));
    const restored = lines.findLastIndex(({ kind }) => kind === 'restored');
    const after = lines.slice(restored + 1);
    const before = lines.slice(0, restored + 1).filter(({ seq }) => seq <= (lines[restored]?.seq ?? 0));
    // What was let go because of its age is proven by the anchor, which bears a mark of its own.
    const begins = audit.anchor().seq;
    const lost = [...before, ...after].find(({ seq, hash }) => seq >= begins && audit.hashAt(seq) !== hash);
    return lost === undefined
      ? null
      : `entry ${lost.seq} of ${new Date(lost.atMs).toISOString()} is gone or another one`;
  };
  return {
    open: () => {
      const isMissing = !existsSync(file) && audit.head().seq > (signing?.from.seq ?? Number.POSITIVE_INFINITY);
      const finding = isMissing ? `${HEADS_FILE} is gone` : check();
      if (finding !== null)
        audit.append({ atMs: now(), actor: 'system', action: 'audit.doubted', subject: 'system', detail: { finding } });
      write('head');
    },
    noteEveryHour: (at) => {
      let stop = (): void => undefined;
      const again = (): void => {
        stop = at(HOUR_MS, () => {
          write('head');
          again();
        });
      };
      again();
      return () => stop();
    },
    note: () => write('head'),
    noteRestored: () => {
      write('restored');
      audit.append({ atMs: now(), actor: 'system', action: 'backup.restored', subject: 'system', detail: {} });
    },
    check,
    fingerprint: () => audit.head().hash.slice(0, 8).toUpperCase(),
  };
}

/** How far the log went by the newest line, whoever wrote it; 0 without a line. For who has no log open yet. */
export const lastHeadSeq = (file: string): number => readLines(file).at(-1)?.seq ?? 0;

const markOf = ({ key }: AuditSigning, { atMs, kind, seq, hash }: Omit<Line, 'mac'>): string =>
  macOf(key, JSON.stringify([atMs, kind, seq, hash]));

/** Without a key nothing can be told apart, and every line counts. */
const isOurs = (signing: AuditSigning | null, line: Line): boolean =>
  signing === null || sameText(line.mac, markOf(signing, line));

/** Lines that cannot be read, such as one cut short by a power cut, are passed over. */
function readLines(file: string): readonly Line[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((text) => {
      const line = LineSchema.safeParse(parse(text));
      return line.success ? [line.data] : [];
    });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
