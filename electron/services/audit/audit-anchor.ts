import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import type { AuditSigning } from './audit-signing.ts';

/** The last entry that was let go; the kept log begins after it. `mac` is empty where there was no key. */
export type AuditAnchor = { readonly seq: number; readonly hash: string; readonly mac: string };

/** The beginning of the kept log, and the only way to move it. */
export type AuditBeginning = {
  /** `none` before anything was let go. */
  readonly anchor: () => AuditAnchor;
  /** What is wrong with the anchor itself; null when nothing is. */
  readonly fault: () => string | null;
  /**
   * Lets go of entries older than a moment (epoch ms), oldest first, at most `limit` and never the newest one of all;
   * what stays still verifies from the anchor. How many went.
   */
  readonly forgetBefore: (beforeMs: number, limit: number) => number;
};

/** Opens the beginning of the log of a database. `none` is the place before the first entry there ever was. */
export function openAuditBeginning(
  database: Database,
  signing: AuditSigning | null,
  none: Pick<AuditAnchor, 'seq' | 'hash'>,
): AuditBeginning {
  const read = database.prepare<[], AuditAnchor>('SELECT seq, hash, mac FROM audit_anchor');
  const write = database.prepare(
    'INSERT INTO audit_anchor (one, seq, hash, mac) VALUES (1, @seq, @hash, @mac) ON CONFLICT (one) DO UPDATE SET seq = @seq, hash = @hash, mac = @mac',
  );
  const oldest = database.prepare<[number], { seq: number; hash: string; at_ms: number }>(
    'SELECT seq, hash, at_ms FROM audit WHERE seq < (SELECT max(seq) FROM audit) ORDER BY seq LIMIT ?',
  );
  const forget = database.prepare('DELETE FROM audit WHERE seq <= ?');
  const anchor = (): AuditAnchor => read.get() ?? { ...none, mac: '' };
  return {
    anchor,
    fault: () => faultOf(anchor(), signing),
    forgetBefore: (beforeMs, limit) =>
      database
        .transaction(() => {
          const rows = oldest.all(limit);
          const kept = rows.findIndex(({ at_ms }) => at_ms >= beforeMs);
          const last = rows[(kept < 0 ? rows.length : kept) - 1];
          if (last === undefined) return 0;
          const { seq, hash } = last;
          write.run({ seq, hash, mac: signing === null ? '' : markOf(signing, seq, hash) });
          return forget.run(seq).changes;
        })
        .immediate(),
  };
}

/** Entries older than the key rest on the chain up to the place where the key begins, and so does an anchor among them. */
function faultOf({ seq, hash, mac }: AuditAnchor, signing: AuditSigning | null): string | null {
  if (signing === null || seq < signing.from.seq) return null;
  if (seq === signing.from.seq)
    return hash === signing.from.hash ? null : 'the log does not begin where its signatures do';
  return isMark(mac, markOf(signing, seq, hash)) ? null : 'the beginning of the log was not moved by this desk';
}

const markOf = ({ key }: AuditSigning, seq: number, hash: string): string =>
  createHmac('sha256', key).update(`begins after ${seq} ${hash}`).digest('hex');

const isMark = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
