import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';

/** One thing somebody or the app did. `detail` holds facts for a person; never a secret, never receiver data. */
export type AuditEntry = {
  readonly atMs: number;
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
  readonly detail: Readonly<Record<string, string | number | boolean | null>>;
};

export type AuditCheck = { readonly ok: boolean; readonly entries: number; readonly detail: string };

/** The hash-chained log (RELIABILITY S26). `append` must run inside the transaction of what it reports. */
export type AuditLog = {
  readonly append: (entry: AuditEntry) => void;
  /** Entries about a subject, oldest first, at most `limit`. */
  readonly about: (subject: string, limit: number) => readonly AuditEntry[];
  /** Recomputes the whole chain. */
  readonly verify: () => AuditCheck;
};

type AuditRow = {
  seq: number;
  at_ms: number;
  actor: string;
  action: string;
  subject: string;
  detail: string;
  prev_hash: string;
  hash: string;
};

const GENESIS = '0'.repeat(64);

/** Opens the audit log over its table. */
export function createAuditLog(database: Database): AuditLog {
  const last = database.prepare<[], { seq: number; hash: string }>(
    'SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1',
  );
  const insert = database.prepare(
    'INSERT INTO audit (seq, at_ms, actor, action, subject, detail, prev_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const select = database.prepare<[string, number], AuditRow>(
    'SELECT * FROM audit WHERE subject = ? ORDER BY seq LIMIT ?',
  );
  const all = database.prepare<[], AuditRow>('SELECT * FROM audit ORDER BY seq');
  return {
    append: (entry) => {
      const head = last.get();
      const seq = (head?.seq ?? 0) + 1;
      const prevHash = head?.hash ?? GENESIS;
      const detail = JSON.stringify(entry.detail);
      const hash = rowHash(prevHash, [seq, entry.atMs, entry.actor, entry.action, entry.subject, detail]);
      insert.run(seq, entry.atMs, entry.actor, entry.action, entry.subject, detail, prevHash, hash);
    },
    about: (subject, limit) =>
      select.all(subject, limit).map((row) => ({
        atMs: row.at_ms,
        actor: row.actor,
        action: row.action,
        subject: row.subject,
        detail: JSON.parse(row.detail) as AuditEntry['detail'],
      })),
    verify: () => verifyChain(all.iterate()),
  };
}

function verifyChain(rows: IterableIterator<AuditRow>): AuditCheck {
  let prevHash = GENESIS;
  let entries = 0;
  for (const row of rows) {
    entries += 1;
    const expected = rowHash(prevHash, [row.seq, row.at_ms, row.actor, row.action, row.subject, row.detail]);
    if (row.seq !== entries || row.prev_hash !== prevHash || row.hash !== expected)
      return { ok: false, entries, detail: `entry ${row.seq} does not fit the one before it` };
    prevHash = row.hash;
  }
  return { ok: true, entries, detail: '' };
}

const rowHash = (prevHash: string, fields: readonly (string | number)[]): string =>
  createHash('sha256').update(prevHash).update(JSON.stringify(fields)).digest('hex');
